package dev.amsshell.sandbox.account;

/**
 * What a task has to do, in times of real life, which the sandbox's speed shortens.
 *
 * @param dispatchMillis from the moment a reserved unit is granted until work begins
 * @param workMillis from then until the end
 * @param cancelMillis how long it takes to stop when asked to
 * @param error how it fails, null when it succeeds
 * @param progressAtEnd how far it comes, from 0 to 100
 * @param sticks whether it stays there for ever
 * @param processorShare processor time as a share of wall time
 */
record Work(
    long dispatchMillis,
    long workMillis,
    long cancelMillis,
    ErrorDetail error,
    double progressAtEnd,
    boolean sticks,
    double processorShare) {}
