package dev.amsshell.script.analysis;

/**
 * Whether an input can be evaluated as it stands.
 *
 * @param complete false when it wants more lines; a text that is wrong counts as complete, since
 *     evaluating it tells best what is wrong
 * @param depth how many brackets are open at its end
 */
public record Completeness(boolean complete, int depth) {}
