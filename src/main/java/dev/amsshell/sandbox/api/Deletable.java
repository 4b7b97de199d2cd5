package dev.amsshell.sandbox.api;

import java.time.Instant;

/** A set from which clients delete entities. */
interface Deletable {

  void delete(String key, Instant now);
}
