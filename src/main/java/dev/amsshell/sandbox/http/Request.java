package dev.amsshell.sandbox.http;

/**
 * A request that arrived whole.
 *
 * @param method in capitals, as sent; a tunnelled verb is still POST here
 * @param path the request target up to the question mark, still encoded, without scheme and host
 * @param query what stands behind the question mark, still encoded; null without one
 */
public record Request(String method, String path, String query, Headers headers, byte[] body) {

  /** Says what was asked for, but neither who asked nor what was sent. */
  @Override
  public String toString() {
    return method + " " + path + (query == null ? "" : "?" + query);
  }
}
