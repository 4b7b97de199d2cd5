package dev.amsshell.render;

/** Rows of one known kind, so that even without any of them it is known what they would be. */
public interface Tabular<T> extends Iterable<T> {
  /** The class of a row. */
  Class<T> rowType();
}
