package dev.amsshell.sandbox.account;

/** Why a task failed (wire sheet 4.3 and 7.4). */
public record ErrorDetail(String code, String message) {}
