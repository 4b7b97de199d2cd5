package dev.amsshell.sandbox.odata;

import java.util.List;

/** What a request asks for, found and ready to be written in any representation. */
public sealed interface Resource {

  /** Whether it can only be told in OData 3.0, which brought collections (wire sheet 4.5). */
  default boolean needsVersion3() {
    return false;
  }

  /** The list of the sets. */
  record ServiceDocument(List<String> sets) implements Resource {}

  /**
   * Rows of a set.
   *
   * @param selection which members to write
   * @param address where the rows are, relative to the root
   * @param next where to go on behind the last row, relative to the root; null when there is no
   *     more, or when the client is to find out by itself (wire sheet 5.3)
   */
  record Rows<T>(EntityType<T> type, List<T> rows, Selection selection, String address, String next)
      implements Resource {

    /** Rows of the whole set that do not say where to go on. */
    public Rows(EntityType<T> type, List<T> rows, Selection selection) {
      this(type, rows, selection, type.set(), null);
    }

    @Override
    public boolean needsVersion3() {
      return type.needsVersion3();
    }
  }

  /** One entity. */
  record Single<T>(EntityType<T> type, T row, Selection selection) implements Resource {

    /** The whole of it. */
    public Single(EntityType<T> type, T row) {
      this(type, row, Selection.ALL);
    }

    /** Where it is, relative to the root. */
    public String address() {
      return WireValues.address(type, row);
    }

    @Override
    public boolean needsVersion3() {
      return type.needsVersion3();
    }
  }

  /** One property of an entity. */
  record Value<T>(Property<T> property, Object value) implements Resource {

    @Override
    public boolean needsVersion3() {
      return property.type() == Edm.COLLECTION;
    }
  }

  /**
   * The addresses of the entities at the end of a navigation, relative to the root ({@code
   * $links}).
   */
  record Links(String navigation, List<String> addresses) implements Resource {}

  /** How many rows there are. */
  record Count(int rows) implements Resource {}
}
