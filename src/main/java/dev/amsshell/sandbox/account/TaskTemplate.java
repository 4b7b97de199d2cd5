package dev.amsshell.sandbox.account;

import java.time.Instant;

/** A task of a job template (wire sheet 4.4). */
public record TaskTemplate(
    String id,
    String name,
    String description,
    Instant created,
    String configuration,
    String mediaProcessorId) {}
