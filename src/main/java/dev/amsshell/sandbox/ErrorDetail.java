package dev.amsshell.sandbox;

/** Why a task failed (wire sheet 4.3 and 7.4). */
record ErrorDetail(String code, String message) {}
