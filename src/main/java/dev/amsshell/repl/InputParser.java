package dev.amsshell.repl;

import dev.amsshell.script.analysis.Suggestions;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** An input as the line editor sees it: one word, the one that is being completed. */
final class InputParser implements Parser {
  private final Inputs inputs;

  InputParser(Inputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public ParsedLine parse(String text, int cursor, ParseContext context) {
    Suggestions suggestions =
        context == ParseContext.COMPLETE
            ? inputs.suggest(text, cursor)
            : new Suggestions(cursor, cursor, List.of());
    return new Word(text, cursor, suggestions);
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  /** The part of an input that suggestions would replace. */
  record Word(String line, int cursor, Suggestions suggestions) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(suggestions.start(), suggestions.end());
    }

    @Override
    public int wordCursor() {
      return cursor - suggestions.start();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return word().length();
    }
  }
}
