package dev.amsshell.sandbox.account;

/**
 * How many tasks an account processes at a time (wire sheet 4.4).
 *
 * @param type 0 for S1, 1 for S2, 2 for S3
 */
public record ReservedUnits(String accountId, int type, int most, int current) {}
