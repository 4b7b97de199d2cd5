package dev.amsshell.script;

/** Carries {@code exit(code)} out of a script; an error, so that {@code catch (e)} lets it pass. */
final class ExitRequest extends Error {
  private final int code;

  ExitRequest(int code) {
    super("exit(" + code + ")", null, false, false);
    this.code = code;
  }

  int code() {
    return code;
  }
}
