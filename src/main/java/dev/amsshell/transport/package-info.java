/** Requests and answers over HTTP: retries, redirects, and where a token may go. */
package dev.amsshell.transport;
