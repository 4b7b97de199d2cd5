package dev.amsshell.script.analysis;

import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilationFailedException;

/**
 * Tells an unfinished input from a finished one: by its open brackets and quotes first, then by
 * what the parser says, which in Groovy 5 does not always blame the end of the text.
 */
public final class CompletenessCheck {
  private static final Set<String> CONTINUING =
      Set.of("else", "new", "throw", "instanceof", "in", "as", "extends", "implements", "case");
  private static final Pattern ENDS_TOO_SOON =
      Pattern.compile("(?i)<EOF>|end of input|missing '[\\])}]'|either a catch|unclosed comment");

  /** Whether a text can be evaluated as it stands. */
  public Completeness of(String text) {
    Scan scan = Scan.of(text);
    if (scan.isBroken()) {
      return new Completeness(true, 0);
    }
    if (scan.depth() > 0 || scan.hasOpenText()) {
      return new Completeness(false, scan.depth());
    }
    if (scan.lastCode().isEmpty()) {
      return new Completeness(true, 0);
    }
    String complaint = complaint(text);
    boolean wantsMore =
        complaint != null && (endsInTheMiddle(scan) || ENDS_TOO_SOON.matcher(complaint).find());
    return new Completeness(!wantsMore, 0);
  }

  private static boolean endsInTheMiddle(Scan scan) {
    Token last = scan.lastCode().orElseThrow();
    return switch (last.kind()) {
      case KEYWORD -> CONTINUING.contains(last.in(scan.text()));
      case OPERATOR -> !last.isStep(scan.text()) && !last.in(scan.text()).equals(";");
      default -> false;
    };
  }

  /** What the parser has against the text, or null. */
  private static String complaint(String text) {
    try {
      SyntaxTree.of(text);
      return null;
    } catch (CompilationFailedException e) {
      return String.valueOf(e.getMessage());
    } catch (RuntimeException | Error e) {
      // evaluating it will tell
      return "";
    }
  }
}
