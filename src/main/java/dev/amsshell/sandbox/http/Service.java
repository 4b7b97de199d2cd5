package dev.amsshell.sandbox.http;

/** Whatever answers requests. */
public interface Service {

  /** Always an answer: what goes wrong becomes an error answer, never an exception. */
  Answer answer(Request request);
}
