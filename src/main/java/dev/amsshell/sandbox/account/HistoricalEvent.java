package dev.amsshell.sandbox.account;

import java.time.Instant;

/** One line of a task's history (wire sheet 4.2). */
public record HistoricalEvent(String code, String message, Instant timeStamp) {}
