package dev.amsshell.repl;

import java.util.List;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** Sets up line editing. */
final class LineReaders {
  /** What JLine paints in colours of its own. */
  private static final List<String> COLORS =
      List.of(
          LineReader.COMPLETION_STYLE_GROUP,
          LineReader.COMPLETION_STYLE_DESCRIPTION,
          LineReader.COMPLETION_STYLE_STARTING);

  private LineReaders() {}

  static LineReaderImpl create(
      Terminal terminal, Inputs inputs, History history, Workplace workplace) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("ams-shell")
            .parser(new InputParser(inputs))
            .completer(new InputCompleter(terminal, workplace.redactor()::redact))
            .completionMatcher(new GivenCandidates())
            .highlighter(new InputHighlighter(workplace::hasColor))
            .history(history)
            // otherwise JLine strips backslashes and expands exclamation marks
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.AUTO_MENU, false)
            .option(Option.LIST_AMBIGUOUS, false)
            .option(Option.CASE_INSENSITIVE_SEARCH, true)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  -> ")
            // only what does not fit on the screen is asked about
            .variable(LineReader.LIST_MAX, 0)
            // the highlighter shows pairs of brackets at the cursor instead
            .variable(LineReader.BLINK_MATCHING_PAREN, 0)
            .build();
    reader.setAutosuggestion(SuggestionType.HISTORY);
    return (LineReaderImpl) reader;
  }

  /** Colours of lists, as they are wanted now. */
  static void paint(LineReader reader, boolean hasColor) {
    if (hasColor) {
      COLORS.forEach(reader.getVariables()::remove);
    } else {
      COLORS.forEach(name -> reader.setVariable(name, ""));
    }
  }
}
