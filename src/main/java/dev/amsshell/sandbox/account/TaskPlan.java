package dev.amsshell.sandbox.account;

import java.util.List;

/**
 * The whole life of a task, future included.
 *
 * @param mediaTaskId the GUID by which messages of the encoder call the task
 * @param error what went wrong, null unless the outcome is Error
 * @param progressAtEnd how far it came, from 0 to 100
 * @param processorShare processor time as a share of wall time
 * @param notifiedEndPoints ids of the notification end points that are told of its progress
 */
public record TaskPlan(
    String id,
    String mediaTaskId,
    String name,
    String configuration,
    String mediaProcessorId,
    String taskBody,
    int priority,
    ErrorDetail error,
    double progressAtEnd,
    double processorShare,
    List<String> notifiedEndPoints,
    Timeline timeline) {}
