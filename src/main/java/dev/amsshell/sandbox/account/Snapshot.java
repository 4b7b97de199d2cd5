package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.List;

/**
 * The account at one instant; what happens later does not show in it.
 *
 * @param jobs in the order of listing
 * @param assets in the order of listing
 */
public record Snapshot(Instant now, List<Job> jobs, List<Asset> assets) {

  /** What is shown of an asset that was deleted (wire sheet 4.4). */
  public Asset deleted(String id) {
    return Asset.deleted(id, now);
  }
}
