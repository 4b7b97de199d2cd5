package dev.amsshell.check;

/** Tells what the body of a check has thrown. */
public interface Errors {
  /** Whether it ends the whole run, and not only the check. */
  boolean isEnd(Throwable thrown);

  /** What went wrong, in a line or a few. */
  String message(Throwable thrown);

  /** What to do about it; may be empty. */
  String advice(Throwable thrown);
}
