package dev.amsshell.sandbox.account;

import java.util.List;

/**
 * The whole life of a job, future included.
 *
 * @param name may be null, as on the real service (wire sheet 4.1)
 * @param templateId null for a job made without a template
 * @param processorShare processor time as a share of wall time
 * @param notifiedEndPoints ids of the notification end points that are told of every state
 */
public record JobPlan(
    String id,
    String name,
    int priority,
    String templateId,
    double processorShare,
    List<String> notifiedEndPoints,
    Timeline timeline,
    List<TaskPlan> tasks) {}
