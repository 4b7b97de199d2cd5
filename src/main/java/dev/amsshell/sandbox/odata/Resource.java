package dev.amsshell.sandbox.odata;

import java.util.List;

/** What a request asks for, found and ready to be written in any representation. */
public sealed interface Resource {

  /** The list of the sets. */
  record ServiceDocument(List<String> sets) implements Resource {}

  /**
   * Rows of a set.
   *
   * @param selection which members to write
   */
  record Rows<T>(EntityType<T> type, List<T> rows, Selection selection) implements Resource {}

  /** One entity. */
  record Single<T>(EntityType<T> type, T row, Selection selection) implements Resource {}

  /** One property of an entity. */
  record Value<T>(Property<T> property, Object value) implements Resource {}

  /**
   * The addresses of the entities at the end of a navigation, relative to the root ({@code
   * $links}).
   */
  record Links(String navigation, List<String> addresses) implements Resource {}

  /** How many rows there are. */
  record Count(int rows) implements Resource {}
}
