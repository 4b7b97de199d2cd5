package dev.amsshell.sandbox.account;

/**
 * That a notification end point is told of a job or a task (wire sheet 4.1 and 4.2).
 *
 * @param targetState 1 for final states only, 2 for all
 * @param progress whether it is told of progress too; of tasks alone
 */
public record Subscription(String endPointId, int targetState, boolean progress) {}
