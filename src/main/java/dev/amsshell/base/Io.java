package dev.amsshell.base;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The process's three streams, handed to whoever may use them.
 *
 * @param in what a script reads
 * @param out results, and nothing else
 * @param err prompts, progress, notices, warnings and errors
 * @param inTerminal whether {@code in} is a terminal
 * @param outTerminal whether {@code out} is a terminal
 * @param errTerminal whether {@code err} is a terminal
 */
public record Io(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean inTerminal,
    boolean outTerminal,
    boolean errTerminal) {}
