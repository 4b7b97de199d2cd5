package dev.amsshell.render;

import java.io.PrintStream;
import java.util.function.UnaryOperator;

/** One line of JSON for each of many values, or for the one there is. */
public final class NdjsonPrinter implements Printer {
  private final UnaryOperator<String> clean;

  /**
   * @param clean applied to every text before it is written, such as to take out secrets
   */
  public NdjsonPrinter(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  @Override
  public void print(Object value, PrintStream sink) {
    JsonText json = new JsonText(clean);
    try (Output out = new Output(sink)) {
      Result result = Result.of(value);
      if (result instanceof Result.Many many) {
        many.rows().forEachRemaining(row -> out.line(json.of(row)));
      } else if (result instanceof Result.One one) {
        out.line(json.of(one.value()));
      }
    }
  }
}
