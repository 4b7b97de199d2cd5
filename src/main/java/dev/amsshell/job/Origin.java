package dev.amsshell.job;

import java.util.Locale;

/** Where a fault has its origin, as far as its code tells: who has to do something about it. */
public enum Origin {
  /** What went into the job. */
  INPUT,
  /** What the job was told to do. */
  CONFIGURATION,
  /** The service itself. */
  SERVICE,
  /** Nobody knows. */
  UNKNOWN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
