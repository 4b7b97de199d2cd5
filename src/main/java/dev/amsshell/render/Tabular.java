package dev.amsshell.render;

import java.util.OptionalLong;

/** Rows of one known kind, so that even without any of them it is known what they would be. */
public interface Tabular<T> extends Iterable<T> {
  /** The class of a row. */
  Class<T> rowType();

  /** The first of these rows, not more than so many; whoever reads them fetches no others. */
  Tabular<T> first(long rows);

  /** How many rows there are, where one request tells; empty where all would have to be read. */
  OptionalLong countAtOnce();
}
