package dev.amsshell.sandbox.account;

import java.time.Duration;

/**
 * Jobs that a scenario puts into an account.
 *
 * <p>In names and messages {@code {n}} is the number of the job among these, from 1, and {@code
 * {guid}} a GUID of its own.
 *
 * @param id the GUID of the job, null to draw one; only where {@code count} is 1
 * @param name the name, null for a drawn one
 * @param state the state at the start
 * @param ago how long before the start the (last) job ended, or was created when it is active
 * @param spread over how long the jobs are spread evenly, back from {@code ago}
 * @param processor the name of the media processor of its tasks, null for drawn ones
 * @param priority the priority
 * @param tasks how many tasks each has, 0 to draw a number
 * @param fate what is in store for them
 */
public record PlantedJobs(
    int count,
    String id,
    String name,
    JobState state,
    Duration ago,
    Duration spread,
    String processor,
    int priority,
    int tasks,
    Fate fate) {}
