package dev.amsshell.job;

import java.time.Instant;
import java.util.Objects;

/**
 * Media that goes into a job or comes out of it.
 *
 * @param id the service's id of the asset
 * @param name may be null
 * @param state {@code Initialized}, {@code Published}, {@code Deleted} or {@code Unknown(code)}
 * @param deleted whether it exists no more: jobs go on to name such assets, and all else that the
 *     service says of them is made up
 * @param created null when not known
 * @param lastModified null when not known
 * @param alternateId whatever its maker put there; usually null
 * @param storageAccount where it is stored; may be null
 * @param uri the container that holds its files; may be null
 */
public record Asset(
    String id,
    String name,
    String state,
    boolean deleted,
    Instant created,
    Instant lastModified,
    String alternateId,
    String storageAccount,
    String uri) {
  public Asset {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(state, "state is null");
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(id, state, name == null ? "(no name)" : "'" + name + "'");
  }
}
