package dev.amsshell.sandbox.odata;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Entities of one type that can be listed and looked up.
 *
 * @param rows all of them, in the order in which they are listed by default
 */
public record EntitySet<T>(
    EntityType<T> type, Supplier<List<T>> rows, Function<String, Optional<T>> find) {

  /** A set small enough to be searched row by row. */
  public static <T> EntitySet<T> of(EntityType<T> type, Supplier<List<T>> rows) {
    return new EntitySet<>(
        type, rows, id -> rows.get().stream().filter(row -> type.idOf(row).equals(id)).findFirst());
  }
}
