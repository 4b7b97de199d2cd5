package dev.amsshell.render;

import dev.amsshell.transport.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A request and what became of it, in one line. Where room is scarce the address is shortened and
 * what matters least is left out. For one thread.
 */
public final class ExchangeLine {
  private static final int LEAST_ADDRESS = 24;

  private final UnaryOperator<String> clean;
  private final CellText text;

  /**
   * @param clean applied to every text, such as to take out secrets
   */
  public ExchangeLine(UnaryOperator<String> clean) {
    this.clean = clean;
    this.text = new CellText(clean, Moments.UTC);
  }

  /** The line, for a place of some style. */
  public String of(Exchange exchange, Style style) {
    String address = exchange.method() + " " + legible(exchange.path());
    String location = exchange.location().isEmpty() ? "" : "to " + legible(exchange.location());
    boolean isAnswered = exchange.status() > 0;
    FittedLine line = new FittedLine();
    shortened(line, 1, address, style);
    line.add(0, isAnswered ? String.valueOf(exchange.status()) : text.of(exchange.trouble()));
    if (!location.isEmpty()) {
      shortened(line, 2, location, style);
    }
    line.addKnown(3, exchange.attempt() > 1 ? "attempt " + exchange.attempt() : null);
    line.add(4, duration(exchange.duration()));
    line.addKnown(5, isAnswered ? size(exchange.bytes()) : null);
    if (!exchange.requestId().isEmpty()) {
      // whoever runs the service asks for it where something went wrong
      line.add(exchange.isSuccess() ? 6 : 2, "request " + text.of(exchange.requestId()));
    }
    return line.text(style.width());
  }

  private static void shortened(FittedLine line, int rank, String text, Style style) {
    line.flexible(
        rank,
        LEAST_ADDRESS,
        TextWidth.of(text),
        columns -> TextWidth.shortened(text, columns, style.ellipsis()));
  }

  /** Secrets are looked for in both spellings. */
  private String legible(String address) {
    String encoded = clean.apply(address);
    try {
      return text.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // a stranger's location may be encoded in no known way
      return text.of(encoded);
    }
  }

  private static String duration(Duration duration) {
    return duration.toSeconds() < 10
        ? duration.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? (bytes + 500) / 1000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
