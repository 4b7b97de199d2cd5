package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** A set whose entities clients change. */
interface Updatable {

  /**
   * @param known the names of the type's properties and navigations
   */
  void update(String key, Entry entry, Set<String> known, Instant now);
}
