package dev.amsshell.dsl;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a {@code where { }}, before it is known which rows are asked for. Compiled scripts
 * hold it as text.
 *
 * @param kind what it is, and so what its parts are
 * @param line where it is, from 1
 * @param column where it is, from 1
 * @param parts texts, or nodes
 */
public record WhereNode(Kind kind, int line, int column, List<Object> parts) {
  /** What stands for no operand. */
  public static final int NONE = -1;

  /** What a node is; its parts in brackets, "operand" being the number of one. */
  public enum Kind {
    /** Whether all hold: [node...]. */
    ALL,
    /** Whether at least one holds: [node...]. */
    ANY,
    /** Whether it does not hold: [node]. */
    NOT,
    /** [symbol, left, right, operand of the whole]. */
    COMPARE,
    /** [subject, LIST, RANGE or value, operand of the whole]. */
    IN,
    /** [method, subject, value, operand of the whole]. */
    MATCH,
    /** ["final" or "active", subject, operand of the whole]. */
    STATE_IS,
    /** Groovy's truth: [node]. */
    TRUTH,
    /** Cannot be translated: [message]. */
    REFUSE,
    /** Certainly a property of the row: [name]. */
    PROPERTY,
    /** A property of the row if it has one of that name, else a value: [name, operand]. */
    NAME,
    /** A variable that must not be mistaken for a property: [name, operand]. */
    VARIABLE,
    /** The length of a text: [subject]. */
    LENGTH,
    /** An expression of the script's own: [text, operand, NAME or VARIABLE...]. */
    VALUE,
    /** [type, text]. */
    LITERAL,
    /** [node...]. */
    LIST,
    /** ["true" when it includes its start, the same for its end, start, end]. */
    RANGE
  }

  public WhereNode {
    parts = List.copyOf(parts);
  }

  /** A node; numbers among its parts become text. */
  public static WhereNode of(Kind kind, int line, int column, Object... parts) {
    List<Object> all = new ArrayList<>();
    for (Object part : parts) {
      all.add(part instanceof WhereNode ? part : String.valueOf(part));
    }
    return new WhereNode(kind, line, column, all);
  }

  /** A part that is text. */
  String text(int index) {
    return (String) parts.get(index);
  }

  /** A part that is a number. */
  int number(int index) {
    return Integer.parseInt(text(index));
  }

  /** A part that is a node. */
  WhereNode node(int index) {
    return (WhereNode) parts.get(index);
  }

  /** All parts that are nodes. */
  List<WhereNode> nodes() {
    return parts.stream().filter(WhereNode.class::isInstance).map(WhereNode.class::cast).toList();
  }

  /** As text, which {@link #decode} understands: each text after its length. */
  public String encode() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    out.append('(');
    atom(out, kind.name());
    atom(out, String.valueOf(line));
    atom(out, String.valueOf(column));
    for (Object part : parts) {
      if (part instanceof WhereNode node) {
        node.write(out);
      } else {
        atom(out, (String) part);
      }
    }
    out.append(')');
  }

  private static void atom(StringBuilder out, String text) {
    out.append(text.length()).append(':').append(text);
  }

  /** The node that was made to this text. */
  static WhereNode decode(String text) {
    return new Reader(text).node();
  }

  private static final class Reader {
    private final String text;
    private int position;

    Reader(String text) {
      this.text = text;
    }

    WhereNode node() {
      position++;
      Kind kind = Kind.valueOf(atom());
      int line = Integer.parseInt(atom());
      int column = Integer.parseInt(atom());
      List<Object> parts = new ArrayList<>();
      while (text.charAt(position) != ')') {
        parts.add(text.charAt(position) == '(' ? node() : atom());
      }
      position++;
      return new WhereNode(kind, line, column, parts);
    }

    private String atom() {
      int colon = text.indexOf(':', position);
      int end = colon + 1 + Integer.parseInt(text, position, colon, 10);
      position = end;
      return text.substring(colon + 1, end);
    }
  }
}
