package dev.amsshell.repl;

import dev.amsshell.script.analysis.Completeness;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor whether Enter ends the input or begins another line of it. */
final class InputParser implements Parser {
  private final Function<String, Completeness> completeness;

  InputParser(Function<String, Completeness> completeness) {
    this.completeness = completeness;
  }

  @Override
  public ParsedLine parse(String text, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && !Commands.isCommand(text) && !isGivenUp(text)) {
      Completeness state = completeness.apply(text);
      if (!state.complete()) {
        throw new EOFError(-1, -1, "incomplete", null, state.depth(), null);
      }
    }
    return new Whole(text, cursor);
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  /** Two empty lines always end an input, so that nobody is caught in it. */
  private static boolean isGivenUp(String text) {
    return text.replace(" ", "").endsWith("\n\n");
  }

  /** The input as one word: nothing here is split. */
  private record Whole(String line, int cursor) implements CompletingParsedLine {
    @Override
    public String word() {
      return line;
    }

    @Override
    public int wordCursor() {
      return cursor;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(line);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return cursor;
    }

    @Override
    public int rawWordLength() {
      return line.length();
    }
  }
}
