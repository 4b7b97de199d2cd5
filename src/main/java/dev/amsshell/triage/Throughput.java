package dev.amsshell.triage;

import java.time.Instant;

/**
 * How many jobs ended in a step of time, by outcome.
 *
 * @param from when it begins
 */
public record Throughput(Instant from, long finished, long failed, long canceled) {}
