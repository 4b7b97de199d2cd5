package dev.amsshell.sandbox.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which rows come that nobody asked to be ordered; what it was on the service, nobody
 * knows (wire sheet 5.3).
 */
public enum Listing {
  /** The newest first. */
  NEWEST_FIRST,
  /** In no particular order, but always in the same one, so that pages fit together. */
  SHUFFLED;

  <T> List<T> of(List<T> oldestFirst, Function<T, String> id) {
    List<T> rows = new ArrayList<>(oldestFirst);
    if (this == SHUFFLED) {
      rows.sort(Comparator.comparing(row -> Integer.reverse(id.apply(row).hashCode())));
    } else {
      Collections.reverse(rows);
    }
    return Collections.unmodifiableList(rows);
  }
}
