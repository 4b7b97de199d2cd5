package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.QueryString;

/**
 * What a request for reading says besides its path.
 *
 * @param address the path as it was sent, relative to the root
 */
record Asked(String address, QueryString query) {

  /** The address without the slashes and parentheses at its end that say nothing. */
  String resource() {
    int end = address.length();
    while (end > 0 && address.charAt(end - 1) == '/') {
      end--;
    }
    String plain = address.substring(0, end);
    return plain.endsWith("()") ? plain.substring(0, end - 2) : plain;
  }
}
