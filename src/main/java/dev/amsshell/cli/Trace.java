package dev.amsshell.cli;

import dev.amsshell.render.ExchangeLine;
import dev.amsshell.render.Style;
import dev.amsshell.transport.Exchange;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Tells of each request as it is answered or fails, while somebody wants to know. */
final class Trace implements Consumer<Exchange> {
  private final UnaryOperator<String> clean;
  private final Supplier<Style> style;
  private final Consumer<String> lines;
  private volatile boolean isOn;

  /**
   * @param clean takes secrets out of text
   * @param style of the place where the lines go, now
   * @param lines takes them; several threads may have one at a time
   */
  Trace(UnaryOperator<String> clean, Supplier<Style> style, Consumer<String> lines) {
    this.clean = clean;
    this.style = style;
    this.lines = lines;
  }

  void turn(boolean isOn) {
    this.isOn = isOn;
  }

  boolean isOn() {
    return isOn;
  }

  @Override
  public void accept(Exchange exchange) {
    if (isOn) {
      lines.accept(new ExchangeLine(clean).of(exchange, style.get()));
    }
  }
}
