package dev.amsshell.script.analysis;

import dev.amsshell.base.Redactor;
import dev.amsshell.script.analysis.Literals.Span;
import dev.amsshell.script.analysis.types.SyntaxTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.expr.Expression;

/**
 * Makes an input fit to be kept: what is or looks like a secret in it becomes {@code ***}. A
 * literal is judged by the name it is given to, on the syntax tree, so that an input that only
 * mentions a token loses nothing.
 */
public final class SecretLiterals {
  /** What may stand before code in an input: a command, or a question mark. */
  private static final Pattern BEFORE_CODE = Pattern.compile("\\s*(?::\\w*(?!\\S)|\\?)");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private final Redactor redactor;

  /**
   * @param redactor knows the secrets of this process, and the patterns of others
   */
  public SecretLiterals(Redactor redactor) {
    this.redactor = redactor;
  }

  /** The input without its secrets; what was masked once stays as it is. */
  public String masked(String input) {
    Matcher before = BEFORE_CODE.matcher(input);
    if (before.lookingAt()) {
      return before.group() + maskedCode(input.substring(before.end()));
    }
    return maskedCode(input);
  }

  private String maskedCode(String code) {
    // goes on from the last result
    if (code.startsWith(".")) {
      return maskedCode("_" + code).substring(1);
    }
    Scan scan = Scan.of(code);
    Optional<String> masked = scan.isWhole() ? byTree(scan) : Optional.empty();
    if (masked.isEmpty()) {
      return redactor.redact(BrokenSecrets.masked(scan));
    }
    return redactor.redactCode(withoutSecretsInText(Scan.of(masked.get())));
  }

  /** Empty when the text cannot be parsed, or has no literal where the tree says. */
  private static Optional<String> byTree(Scan scan) {
    SecretExpressions secrets = new SecretExpressions();
    try {
      secrets.visit(SyntaxTree.of(scan.text()));
      return Optional.of(replaced(scan, secrets.found()));
    } catch (RuntimeException | StackOverflowError e) {
      // the parser has more ways to fail than it declares, and none may keep a secret
      return Optional.empty();
    }
  }

  private static String replaced(Scan scan, Set<Expression> secrets) {
    Literals literals = new Literals(scan);
    List<Span> spans =
        secrets.stream()
            .map(each -> literals.find(each).orElseThrow())
            .sorted(Comparator.comparingInt(Span::start))
            .toList();
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (Span span : spans) {
      // what is within another one is gone already
      if (span.start() >= at) {
        result.append(scan.text(), at, span.start());
        result.append(Quotes.masked(scan.text().substring(span.start(), span.end())));
        at = span.end();
      }
    }
    return result.append(scan.text().substring(at)).toString();
  }

  /** Strings and comments may hold commands, addresses and headers. */
  private String withoutSecretsInText(Scan scan) {
    StringBuilder result = new StringBuilder();
    for (Token token : scan.tokens()) {
      String text = token.in(scan.text());
      boolean isText = token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.COMMENT;
      result.append(isText ? withoutSecrets(text) : text);
    }
    return result.toString();
  }

  private String withoutSecrets(String text) {
    String redacted = redactor.redact(text);
    String plain = ESCAPE.matcher(text).replaceAll("$1");
    return redacted.equals(text) && !redactor.redact(plain).equals(plain)
        ? Quotes.masked(text)
        : redacted;
  }
}
