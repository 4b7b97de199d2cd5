package dev.amsshell.script.analysis;

/**
 * Something that may be written at the cursor.
 *
 * @param text takes the place of the word that was begun
 * @param group what kind of thing it is, for headings, such as {@code methods}
 * @param summary one line on it; may be empty, and may hold what the service says, as it came
 * @param isFinal whether nothing more has to follow, so that a blank may
 */
public record Suggestion(String text, String group, String summary, boolean isFinal) {}
