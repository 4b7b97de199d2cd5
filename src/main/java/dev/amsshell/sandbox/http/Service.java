package dev.amsshell.sandbox.http;

/** Whatever answers requests. */
public interface Service {

  /** The answer, also to what is refused; only a mistake of the service itself is an exception. */
  Answer answer(Request request);
}
