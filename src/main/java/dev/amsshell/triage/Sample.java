package dev.amsshell.triage;

import java.time.Instant;

/**
 * A job of a group of failures, to look into.
 *
 * @param id of the job
 * @param name may be null
 * @param ended when it failed
 * @param confirmed whether its tasks were read and one of them is in the group; else it is known
 *     only to have ended together with such a task
 */
public record Sample(String id, String name, Instant ended, boolean confirmed) {}
