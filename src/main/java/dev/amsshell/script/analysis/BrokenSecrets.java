package dev.amsshell.script.analysis;

import dev.amsshell.script.analysis.Token.Kind;
import java.util.regex.Pattern;

/**
 * Masks the secrets of a text that does not parse, which is what comes of pasting one in a hurry.
 * Without a tree to go by, every literal goes that follows a name for secrets, up to the end of the
 * statement; and where a quote is left open, so does the rest of that line, since nobody knows what
 * of it is the secret.
 */
final class BrokenSecrets {
  /** What may stand between a name and what it is given. */
  private static final Pattern GIVES = Pattern.compile("[ \t]*\\]?[ \t]*[=:(,'\"]");

  private static final Pattern NAME = Pattern.compile("['\"]?([\\w.-]+)['\"]?");

  private final Scan scan;
  private final String text;
  private final StringBuilder masked = new StringBuilder();
  private boolean isGiven;

  private BrokenSecrets(Scan scan) {
    this.scan = scan;
    this.text = scan.text();
  }

  static String masked(Scan scan) {
    BrokenSecrets secrets = new BrokenSecrets(scan);
    secrets.readAll();
    return secrets.masked.toString();
  }

  private void readAll() {
    int lost = 0;
    for (Token token : scan.tokens()) {
      if (token.start() < lost) {
        continue;
      }
      if (token.kind() == Kind.LINE_BREAK || token.in(text).equals(";")) {
        isGiven = false;
      }
      if (isGiven && isLiteral(token)) {
        boolean hasEnd = !isQuoteOpenFrom(token);
        masked.append(hasEnd ? Quotes.masked(token.in(text)) : openMask(token));
        lost = hasEnd ? lost : endOfLine(token);
      } else {
        masked.append(isOpenQuote(token) ? inside(token) : token.in(text));
      }
      isGiven |= isSecretName(token) && givesAfter(token);
    }
  }

  private String openMask(Token token) {
    return Quotes.masked(Quotes.opening(token.in(text)));
  }

  /** An open quote may have swallowed names and what they are given. */
  private String inside(Token open) {
    String piece = open.in(text);
    String quote = Quotes.opening(piece);
    return quote + masked(Scan.of(piece.substring(quote.length())));
  }

  private boolean isLiteral(Token token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || isOpenQuote(token);
  }

  private boolean isOpenQuote(Token token) {
    return token.kind() == Kind.WRONG && !Quotes.opening(token.in(text)).isEmpty();
  }

  private boolean isQuoteOpenFrom(Token token) {
    return scan.tokens().stream()
        .filter(each -> each.start() >= token.start() && each.start() < endOfLine(token))
        .anyMatch(this::isOpenQuote);
  }

  private int endOfLine(Token token) {
    int end = text.indexOf('\n', token.start());
    return end < 0 ? text.length() : end;
  }

  private boolean isSecretName(Token token) {
    var name = NAME.matcher(token.in(text));
    return (token.kind() == Kind.NAME || token.kind() == Kind.STRING)
        && name.matches()
        && SecretNames.takesSecret(name.group(1));
  }

  private boolean givesAfter(Token name) {
    return GIVES.matcher(text).region(name.end(), text.length()).lookingAt();
  }
}
