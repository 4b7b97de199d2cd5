package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an account is made of. The rest is drawn from the seed.
 *
 * @param pastJobs how many jobs were over before the start, at most 50,000 (wire sheet 7.3)
 * @param activeJobs how many jobs are Queued, Scheduled, Processing or Canceling at the start
 * @param reservedUnits how many tasks are processed at a time (wire sheet 4.4)
 * @param arrivals the shortest and the longest time until somebody submits another job, empty when
 *     nobody does
 * @param listing the order of rows when none is asked for
 * @param planted jobs with properties of their own, besides the ones above
 * @param fates what becomes of jobs that are submitted; the first that fits decides
 */
public record AccountSetup(
    int pastJobs,
    Map<JobState, Integer> activeJobs,
    int reservedUnits,
    List<Duration> arrivals,
    Listing listing,
    List<PlantedJobs> planted,
    List<Fate> fates) {

  /** A few hundred jobs, a new one every few minutes. */
  public static AccountSetup standard() {
    return new AccountSetup(
        276,
        Map.of(
            JobState.QUEUED, 8,
            JobState.SCHEDULED, 4,
            JobState.PROCESSING, 8,
            JobState.CANCELING, 3),
        17,
        List.of(Duration.ofMinutes(2), Duration.ofMinutes(5)),
        Listing.NEWEST_FIRST,
        List.of(),
        List.of());
  }
}
