package dev.amsshell.transport;

/** Where the bearer token of the next request comes from. */
@FunctionalInterface
public interface TokenSource {
  /** A token that is valid now. */
  String token();
}
