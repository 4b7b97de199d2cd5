package dev.amsshell.job;

/**
 * Who is told when a job or a task changes.
 *
 * @param endPointId the notification end point that is told
 * @param target which changes are told
 * @param includesProgress whether progress of a task is told as well
 */
public record Subscription(String endPointId, String target, boolean includesProgress) {}
