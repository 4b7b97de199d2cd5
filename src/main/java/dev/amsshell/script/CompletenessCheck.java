package dev.amsshell.script;

import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;

/**
 * Tells an unfinished input from a finished one: by its open brackets and quotes first, then by
 * what the parser says, which in Groovy 5 does not always blame the end of the text.
 */
final class CompletenessCheck {
  private static final Set<String> CONTINUING =
      Set.of("else", "new", "throw", "instanceof", "in", "as", "extends", "implements", "case");
  private static final Pattern OPERATOR_AT_END =
      Pattern.compile("(?s).*(?:[=.,?:&|^*/%<~@!(\\[{-]|(?<!\\+)\\+|->)");
  private static final Pattern POSTFIX_AT_END = Pattern.compile("(?s).*(?:--|\\*/)");
  private static final Pattern ENDS_TOO_SOON =
      Pattern.compile("(?i)<EOF>|end of input|missing '[\\])}]'|either a catch|unclosed comment");
  private static final Pattern LAST_WORD = Pattern.compile("(?s)(?:.*\\W)?(\\w+)");

  Completeness of(String text) {
    OpenEnds ends = OpenEnds.of(text);
    if (ends.isOpen()) {
      return new Completeness(false, ends.depth());
    }
    String code = ends.code().strip();
    if (code.isEmpty() || ends.isBroken()) {
      return new Completeness(true, 0);
    }
    String complaint = complaint(text);
    boolean wantsMore =
        complaint != null && (endsInTheMiddle(code) || ENDS_TOO_SOON.matcher(complaint).find());
    return new Completeness(!wantsMore, 0);
  }

  private static boolean endsInTheMiddle(String code) {
    var word = LAST_WORD.matcher(code);
    return word.matches() && CONTINUING.contains(word.group(1))
        || OPERATOR_AT_END.matcher(code).matches() && !POSTFIX_AT_END.matcher(code).matches();
  }

  /** What the parser has against the text, or null. */
  private static String complaint(String text) {
    CompilationUnit unit = new CompilationUnit(ScriptCompiler.configuration());
    unit.addSource("input", text);
    try {
      unit.compile(Phases.CONVERSION);
      return null;
    } catch (CompilationFailedException e) {
      return String.valueOf(e.getMessage());
    } catch (RuntimeException | Error e) {
      // evaluating it will tell
      return "";
    }
  }
}
