package dev.amsshell.dsl;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Operator;
import dev.amsshell.query.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern for a whole name: {@code *} stands for anything, {@code ?} for one character, and
 * {@code \} takes the meaning from what follows.
 */
final class Glob {
  private final String pattern;

  /** The literal texts between the wildcards; one when there are none. */
  private final List<String> pieces = new ArrayList<>();

  private final StringBuilder regex = new StringBuilder("(?s)");
  private boolean hasQuestionMark;

  Glob(String pattern) {
    this.pattern = pattern;
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*' || c == '?') {
        end(piece);
        regex.append(c == '*' ? ".*" : ".");
        hasQuestionMark |= c == '?';
      } else {
        boolean isEscape = c == '\\' && i + 1 < pattern.length();
        piece.append(isEscape ? pattern.charAt(++i) : c);
      }
    }
    end(piece);
  }

  private void end(StringBuilder piece) {
    pieces.add(piece.toString());
    regex.append(Pattern.quote(piece.toString()));
    piece.setLength(0);
  }

  /** What must hold of the property. What the service cannot tell is left to be tested here. */
  Condition of(Property property) {
    if (pieces.size() == 1) {
      return new Condition.Comparison(
          new Operand.Of(property), Operator.EQUAL, new Operand.Value(pieces.get(0)));
    }
    List<Condition> sent = new ArrayList<>();
    String start = pieces.get(0);
    String end = pieces.get(pieces.size() - 1);
    List<String> middle =
        pieces.subList(1, pieces.size() - 1).stream().filter(each -> !each.isEmpty()).toList();
    add(sent, property, Condition.Match.Place.START, start);
    middle.forEach(each -> add(sent, property, Condition.Match.Place.ANYWHERE, each));
    add(sent, property, Condition.Match.Place.END, end);
    if (hasQuestionMark || sent.size() > 1) {
      // each of them is necessary, all together not enough
      sent.add(here(property));
    }
    if (sent.isEmpty()) {
      return new Condition.Not(new Condition.Missing(property));
    }
    return new Condition.All(sent);
  }

  private Condition here(Property property) {
    Pattern whole = Pattern.compile(regex.toString());
    return new Condition.Here(
        "named '" + pattern + "'",
        "the service knows no patterns but X*, *X and *X*",
        row -> {
          String name = (String) property.of(row);
          return name != null && whole.matcher(name).matches();
        });
  }

  private static void add(
      List<Condition> sent, Property property, Condition.Match.Place place, String part) {
    if (!part.isEmpty()) {
      sent.add(new Condition.Match(property, place, part));
    }
  }
}
