package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** What clients may change in a set. Only what {@link #verbs()} names is ever called. */
interface WritableSet {

  /** What can be done besides reading. */
  Set<Verb> verbs();

  /**
   * @param known the names of the type's properties and navigations
   * @return the key of the entity that was created
   */
  default String create(Entry entry, Set<String> known, Instant now) {
    throw new UnsupportedOperationException();
  }

  /**
   * @param known the names of the type's properties and navigations
   */
  default void update(String key, Entry entry, Set<String> known, Instant now) {
    throw new UnsupportedOperationException();
  }

  default void delete(String key, Instant now) {
    throw new UnsupportedOperationException();
  }
}
