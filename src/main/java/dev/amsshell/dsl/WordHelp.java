package dev.amsshell.dsl;

/**
 * What there is to know of one word. Texts of several lines have line feeds between them.
 *
 * @param owner the type whose word it is, such as {@code JobHandle}; for an option the word that
 *     takes it, such as {@code await}
 * @param word as it is typed: the name of a property, a method or an option
 * @param signature how it is written, with its arguments
 * @param summary what it does, in one line
 * @param example lines that run where {@code id} is the id of a job
 * @param errors what goes wrong, with exit codes
 */
public record WordHelp(
    String owner, String word, String signature, String summary, String example, String errors) {}
