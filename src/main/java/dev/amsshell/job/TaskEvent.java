package dev.amsshell.job;

import java.time.Instant;

/**
 * One entry in the history of a task.
 *
 * @param code what happened; codes are an open set
 * @param message more about it; often empty
 * @param time when, or null when the service did not say
 */
public record TaskEvent(String code, String message, Instant time) {}
