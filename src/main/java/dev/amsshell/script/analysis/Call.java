package dev.amsshell.script.analysis;

import dev.amsshell.script.analysis.Token.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * The call of a method in whose arguments something is.
 *
 * @param name the piece that names the method
 * @param argument where the arguments, or the one that matters, begin
 * @param option the name that the argument is given by, such as {@code until}; may be empty
 */
record Call(int name, int argument, String option) {
  private static final Set<String> DECLARING =
      Set.of("boolean", "class", "def", "double", "int", "long", "void");

  /** The call that takes what is in a closure, if it is one that is passed to a call. */
  static Optional<Call> withClosure(Code code, int brace) {
    int before = brace - 1;
    if (code.is(before, "(") || code.is(before, ",") || code.is(before, ":")) {
      int open = code.enclosing(brace);
      String option = code.is(before, ":") ? code.text(before - 1) : "";
      return code.is(open, "(")
          ? withParentheses(code, open).map(call -> new Call(call.name, brace, option))
          : Optional.empty();
    }
    if (!code.isCalledWith(brace)) {
      return Optional.empty();
    }
    if (code.is(before, Kind.NAME)) {
      return isDeclared(code, before) ? Optional.empty() : Optional.of(new Call(before, brace, ""));
    }
    int open = code.partner(before);
    return code.is(open, "(")
        ? withParentheses(code, open).map(call -> new Call(call.name, brace, ""))
        : Optional.empty();
  }

  /** The call whose arguments begin with a parenthesis. */
  static Optional<Call> withParentheses(Code code, int open) {
    int name = open - 1;
    return code.isGlued(open) && code.is(name, Kind.NAME) && !isDeclared(code, name)
        ? Optional.of(new Call(name, open, ""))
        : Optional.empty();
  }

  /** A type or a modifier before a name declares it. */
  private static boolean isDeclared(Code code, int name) {
    int before = name - 1;
    return !code.isFirstOfLine(name)
        && (code.is(before, Kind.NAME) && Character.isUpperCase(code.text(before).charAt(0))
            || code.is(before, Kind.KEYWORD) && DECLARING.contains(code.text(before)));
  }

  boolean isOfMember(Code code) {
    return code.isMemberDot(name - 1);
  }
}
