package dev.amsshell.check;

import java.util.Locale;

/** What came of a check. */
public enum CheckOutcome {
  /** It holds. */
  OK,
  /** It does not hold, which is only to be warned of. */
  WARNING,
  /** It does not hold. */
  FAILED,
  /** It could not be told, since something went wrong on the way. */
  ERROR;

  /** The stable name that reports use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
