package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** A set to which clients add entities. */
interface Creatable {

  /**
   * @param known the names of the type's properties and navigations
   * @return the key of the entity that was created
   */
  String create(Entry entry, Set<String> known, Instant now);
}
