package dev.amsshell.sandbox;

import java.time.Instant;

/** One line of a task's history (wire sheet 4.2). */
record HistoricalEvent(String code, String message, Instant timeStamp) {}
