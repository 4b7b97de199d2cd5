package dev.amsshell.script.analysis;

import dev.amsshell.script.analysis.types.SyntaxTree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * Tells an unfinished input from a finished one: by its open brackets and quotes first, then by
 * what the parser says, which in Groovy 5 does not always blame the end of the text.
 */
public final class CompletenessCheck {
  private static final Set<String> CONTINUING =
      Set.of("else", "new", "throw", "instanceof", "in", "as", "extends", "implements", "case");

  private static final Set<String> MODIFIERS =
      Set.of("abstract", "final", "private", "protected", "public", "static", "synchronized");

  private static final Pattern ENDS_TOO_SOON =
      Pattern.compile(
          "(?i)<EOF>|end of input|missing '[\\])}]'|either a catch|unclosed comment"
              + "|without method body");

  /**
   * Whether a text can be evaluated as it stands. One that is wrong can, since evaluating it tells
   * best what is wrong.
   */
  public boolean isComplete(String text) {
    Scan scan = Scan.of(text);
    if (scan.isBroken()) {
      return true;
    }
    if (scan.depth() > 0 || scan.hasOpenText()) {
      return false;
    }
    List<Token> code = scan.tokens().stream().filter(token -> token.kind().isCode()).toList();
    return code.isEmpty() || !wantsMore(text, code);
  }

  private static boolean wantsMore(String text, List<Token> code) {
    try {
      SyntaxTree.of(text);
      return endsWithWord(text, code, CONTINUING);
    } catch (MultipleCompilationErrorsException e) {
      SyntaxException error = e.getErrorCollector().getSyntaxError(0);
      return endsWithWord(text, code, CONTINUING)
          || endsWithWord(text, code, MODIFIERS)
          || endsWithOperator(text, code)
          || ENDS_TOO_SOON.matcher(e.getMessage()).find()
          || error != null && isAtEnd(error, text, code);
    } catch (RuntimeException | Error e) {
      // evaluating it will tell
      return false;
    }
  }

  /** The parser takes most of these for a name where one may stand; people mostly do not. */
  private static boolean endsWithWord(String text, List<Token> code, Set<String> words) {
    boolean isMember = code.size() > 1 && code.get(code.size() - 2).in(text).equals(".");
    return words.contains(last(code).in(text)) && !isMember;
  }

  private static boolean endsWithOperator(String text, List<Token> code) {
    Token last = last(code);
    return last.kind() == Token.Kind.OPERATOR && !last.isStep(text) && !last.in(text).equals(";");
  }

  /** Whether all there is was understood, and then something was missing. */
  private static boolean isAtEnd(SyntaxException error, String text, List<Token> code) {
    String read = text.substring(0, last(code).end());
    int line = (int) read.chars().filter(c -> c == '\n').count() + 1;
    int column = read.codePointCount(read.lastIndexOf('\n') + 1, read.length()) + 1;
    return error.getStartLine() > line
        || error.getStartLine() == line && error.getStartColumn() >= column;
  }

  private static Token last(List<Token> code) {
    return code.get(code.size() - 1);
  }
}
