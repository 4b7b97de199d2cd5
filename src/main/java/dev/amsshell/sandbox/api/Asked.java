package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.QueryString;

/**
 * What a request for reading says besides its path.
 *
 * @param address the path as it was sent, relative to the root
 */
record Asked(String address, QueryString query) {}
