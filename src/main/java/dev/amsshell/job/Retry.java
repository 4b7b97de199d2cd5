package dev.amsshell.job;

import java.util.Locale;

/** Whether doing the same work again may help. */
public enum Retry {
  YES,
  NO,
  MAYBE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
