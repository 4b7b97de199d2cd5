package dev.amsshell.repl;

import dev.amsshell.script.PromptEngine;
import java.util.concurrent.CompletableFuture;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/** Sets up line editing. */
final class LineReaders {
  private LineReaders() {}

  static LineReader create(
      Terminal terminal, CompletableFuture<PromptEngine> engine, History history) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("ams-shell")
        .parser(new InputParser(text -> engine.join().completeness(text)))
        .history(history)
        // otherwise JLine strips backslashes and expands exclamation marks
        .option(Option.DISABLE_EVENT_EXPANSION, true)
        .option(Option.INSERT_TAB, true)
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  -> ")
        // with indentation, JLine eats blanks before closing brackets, also within strings
        .variable(LineReader.INDENTATION, 0)
        .build();
  }
}
