package dev.amsshell.script.analysis;

import dev.amsshell.script.analysis.Token.Kind;
import dev.amsshell.script.analysis.types.ParsedText;
import dev.amsshell.script.analysis.types.StaticType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.codehaus.groovy.ast.Parameter;

/**
 * The variables that an input itself declares: by {@code def}, a type or an assignment, as a
 * parameter, or as the variable of a loop. Each is there from the end of its declaration to the end
 * of the block.
 */
final class Locals {
  private static final Set<String> UNTYPED = Set.of("def", "final", "var");
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short");
  private static final Set<String> HEADS = Set.of("if", "while", "switch", "synchronized");
  private static final Set<String> BEFORE_CLOSURE = Set.of("=", "(", "[", ",", ":", "return");

  private final Code code;
  private final Meaning meaning;

  Locals(Code code, Meaning meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Those that can be used at a piece by name, the nearest first. */
  Map<String, Supplier<StaticType>> at(int place) {
    Map<String, Supplier<StaticType>> found = new LinkedHashMap<>();
    for (int i = place - 1; i >= 0; i = code.before(i)) {
      if (code.is(i, ")") && isLoopWithoutBraces(i, place)) {
        loop(code.partner(i), i, found);
      } else if (code.is(i, "{")) {
        block(i, place, found);
      } else if (code.is(i, Kind.NAME)) {
        declaration(i, place, found);
      }
    }
    return found;
  }

  private void declaration(int name, int place, Map<String, Supplier<StaticType>> found) {
    boolean isAssigned =
        code.is(name + 1, "=") && !code.is(name + 2, "=") && !code.is(name + 2, "~");
    int end = endOfStatement(name, place);
    if (end < 0) {
      return;
    }
    int first = startOfType(name);
    boolean isDeclared = first < name && (isAssigned || end == name);
    if (isDeclared || isAssigned && code.isStatementStart(name)) {
      Supplier<StaticType> initial =
          () -> isAssigned ? meaning.of(name + 2, end) : StaticType.UNKNOWN;
      found.putIfAbsent(code.text(name), () -> declared(first, name - 1, initial));
    }
  }

  /** Where the type or the modifiers before a name begin; the name itself when there are none. */
  private int startOfType(int name) {
    int first = name;
    while (!code.isFirstOfLine(first) && isInType(first - 1)) {
      first--;
    }
    boolean isType =
        code.is(first, Kind.KEYWORD) || Character.isUpperCase(code.text(first).charAt(0));
    boolean isApart = first < name && !code.is(name - 1, ".") && !code.is(name - 1, ",");
    return isApart && (isType || code.is(first + 1, ".")) && code.isStatementStart(first)
        ? first
        : name;
  }

  private boolean isInType(int at) {
    return code.is(at, Kind.NAME)
        || Set.of(".", ",", "<", ">", "?", "[", "]", "extends").contains(code.text(at))
        || UNTYPED.contains(code.text(at))
        || PRIMITIVES.contains(code.text(at));
  }

  /** The last piece of the statement that a piece is in; -1 when that is not over yet. */
  private int endOfStatement(int from, int place) {
    int i = from;
    while (true) {
      if (code.isOpening(i)) {
        int partner = code.partner(i);
        if (partner < 0 || partner >= place) {
          return -1;
        }
        i = partner;
      }
      int next = i + 1;
      boolean isOver =
          code.is(next, ";")
              || code.is(next, ",")
              || code.isClosing(next)
              || code.isFirstOfLine(next) && !continues(i, next);
      if (isOver) {
        return next <= place ? i : -1;
      }
      if (next >= place) {
        return -1;
      }
      i = next;
    }
  }

  private boolean continues(int last, int next) {
    return code.is(next, ".")
        || code.is(next, "?")
        || code.is(last, Kind.OPERATOR) && !code.isGlued(last);
  }

  private StaticType declared(int first, int last, Supplier<StaticType> otherwise) {
    int from = first;
    while (from <= last && UNTYPED.contains(code.text(from))) {
      from++;
    }
    return from > last
        ? otherwise.get()
        : ParsedText.type(code.text(from, last))
            .map(meaning.classes()::type)
            .orElse(StaticType.UNKNOWN);
  }

  /** What the beginning of a block or a closure declares. */
  private void block(int brace, int place, Map<String, Supplier<StaticType>> found) {
    int close = brace - 1;
    int open = code.is(close, ")") ? code.partner(close) : -1;
    if (open >= 0 && code.is(open - 1, "for")) {
      loop(open, close, found);
    } else if (open >= 0 && isDeclaration(open)) {
      parameters(open + 1, close - 1, List.of(), found);
    } else if (!HEADS.contains(code.text(open - 1))) {
      closure(brace, place, found);
    }
  }

  /** Whether parentheses hold the parameters of a method or of a catch. */
  private boolean isDeclaration(int open) {
    return code.is(open - 1, "catch")
        || code.is(open - 1, Kind.NAME) && Call.withParentheses(code, open).isEmpty();
  }

  private void closure(int brace, int place, Map<String, Supplier<StaticType>> found) {
    Optional<Call> call = Call.withClosure(code, brace);
    int arrow = arrow(brace, place);
    if (arrow >= 0) {
      int count = 1 + commas(brace + 1, arrow);
      List<StaticType> told =
          arrow == brace + 1
              ? List.of()
              : call.flatMap(each -> meaning.closureParameters(each, count)).orElse(List.of());
      parameters(brace + 1, arrow - 1, told, found);
    } else if (call.isPresent() || BEFORE_CLOSURE.contains(code.text(brace - 1))) {
      found.putIfAbsent(
          "it",
          () ->
              call.flatMap(each -> meaning.closureParameters(each, 1))
                  .map(types -> types.get(0))
                  .orElse(StaticType.UNKNOWN));
    }
  }

  /** The arrow after the parameters of a closure, or -1. */
  int arrow(int brace, int place) {
    for (int i = brace + 1; i < place; i++) {
      if (code.is(i, "-") && code.is(i + 1, ">")) {
        return i + 1 < place ? i : -1;
      }
      boolean mayBeParameter = isInType(i) || code.is(i, "=") || code.is(i, Kind.NUMBER);
      if (!mayBeParameter) {
        return -1;
      }
    }
    return -1;
  }

  private int commas(int first, int end) {
    int count = 0;
    int depth = 0;
    for (int i = first; i < end; i++) {
      depth += code.is(i, "<") ? 1 : code.is(i, ">") ? -1 : 0;
      count += depth == 0 && code.is(i, ",") ? 1 : 0;
    }
    return count;
  }

  private void parameters(
      int first, int last, List<StaticType> told, Map<String, Supplier<StaticType>> found) {
    if (first > last) {
      return;
    }
    List<Parameter> parameters = ParsedText.parameters(code.text(first, last)).orElse(List.of());
    for (int i = 0; i < parameters.size(); i++) {
      Parameter each = parameters.get(i);
      StaticType otherwise = i < told.size() ? told.get(i) : StaticType.UNKNOWN;
      found.putIfAbsent(
          each.getName(),
          () -> each.isDynamicTyped() ? otherwise : meaning.classes().type(each.getType()));
    }
  }

  private boolean isLoopWithoutBraces(int close, int place) {
    int open = code.partner(close);
    if (open < 0 || !code.is(open - 1, "for") || code.is(close + 1, "{")) {
      return false;
    }
    for (int i = close + 1; i < place; i++) {
      if (code.isStatementStart(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code for (Job j in jobs)}, {@code for (j : jobs)}, {@code for (int i = 0; ...)}. */
  private void loop(int open, int close, Map<String, Supplier<StaticType>> found) {
    for (int i = open + 2; i < close; i++) {
      if (code.is(i, "in") || code.is(i, ":") || code.is(i, "=")) {
        int name = i - 1;
        int value = i + 1;
        boolean isEach = !code.is(i, "=");
        Supplier<StaticType> element =
            () -> isEach ? meaning.of(value, close - 1).element() : StaticType.UNKNOWN;
        found.putIfAbsent(code.text(name), () -> declared(open + 1, name - 1, element));
        return;
      }
    }
  }
}
