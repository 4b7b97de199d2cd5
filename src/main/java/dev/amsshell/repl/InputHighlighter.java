package dev.amsshell.repl;

import dev.amsshell.script.analysis.Scan;
import dev.amsshell.script.analysis.Token;
import java.util.function.BooleanSupplier;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours an input while it is typed, and shows which brackets belong together. */
final class InputHighlighter implements Highlighter {
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

  private final BooleanSupplier hasColor;

  InputHighlighter(BooleanSupplier hasColor) {
    this.hasColor = hasColor;
  }

  @Override
  public AttributedString highlight(LineReader reader, String input) {
    if (!hasColor.getAsBoolean()) {
      return new AttributedString(input);
    }
    if (Commands.isCommand(input)) {
      return new AttributedString(input, PLAIN.foreground(AttributedStyle.CYAN));
    }
    Scan scan = Scan.of(input);
    int bracket = bracketAt(scan, reader.getBuffer().cursor());
    AttributedStringBuilder text = new AttributedStringBuilder();
    for (Token token : scan.tokens()) {
      int place = token.end() - 1;
      boolean isPair = bracket >= 0 && (place == bracket || scan.partners().get(bracket) == place);
      text.styled(isPair ? PLAIN.bold().underline() : style(token.kind()), token.in(input));
    }
    return text.toAttributedString();
  }

  /** Where the bracket is that the cursor stands on or just behind; -1 when it has no partner. */
  private static int bracketAt(Scan scan, int cursor) {
    if (scan.partners().containsKey(cursor)) {
      return cursor;
    }
    return scan.partners().containsKey(cursor - 1) ? cursor - 1 : -1;
  }

  private static AttributedStyle style(Token.Kind kind) {
    return switch (kind) {
      case KEYWORD -> PLAIN.foreground(AttributedStyle.BLUE).bold();
      case STRING -> PLAIN.foreground(AttributedStyle.GREEN);
      case NUMBER -> PLAIN.foreground(AttributedStyle.CYAN);
      case COMMENT -> PLAIN.faint();
      case WRONG -> PLAIN.foreground(AttributedStyle.RED);
      default -> PLAIN;
    };
  }
}
