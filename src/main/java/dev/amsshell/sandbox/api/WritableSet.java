package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;

/** What clients may change in a set; nothing unless a set says otherwise. */
interface WritableSet {

  /** The key of the entity that was created. */
  default String create(Entry entry, Instant now) {
    throw notAllowed("POST");
  }

  default void update(String key, Entry entry, Instant now) {
    throw notAllowed("MERGE");
  }

  default void delete(String key, Instant now) {
    throw notAllowed("DELETE");
  }

  private static Refusal notAllowed(String method) {
    return new Refusal(405, method + " is not allowed on this resource.");
  }
}
