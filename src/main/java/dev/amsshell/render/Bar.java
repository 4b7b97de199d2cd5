package dev.amsshell.render;

/** A share as a bar. */
final class Bar {
  private Bar() {}

  /**
   * @param share from 0 to 1; beyond that it is as empty or as full as can be
   * @param columns at least three
   */
  static String of(double share, int columns, boolean isUnicode) {
    int room = isUnicode ? columns : columns - 2;
    // rounded down: only what is whole looks whole
    int full = (int) (Math.max(0, Math.min(1, share)) * room);
    return isUnicode
        ? "\u2588".repeat(full) + "\u2591".repeat(room - full)
        : "[" + "#".repeat(full) + "-".repeat(room - full) + "]";
  }
}
