package dev.amsshell.render;

import java.io.PrintStream;
import java.util.function.UnaryOperator;

/**
 * One JSON value on one line; many values are an array. An array that was not finished has no end,
 * so that nobody takes it for the whole.
 */
public final class JsonPrinter implements Printer {
  private final UnaryOperator<String> clean;

  /**
   * @param clean applied to every text before it is written, such as to take out secrets
   */
  public JsonPrinter(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  @Override
  public void print(Object value, PrintStream sink) {
    JsonText json = new JsonText(clean);
    try (Output out = new Output(sink)) {
      Result result = Result.of(value);
      if (result instanceof Result.Many many) {
        array(many, json, out);
      } else if (result instanceof Result.One one) {
        out.line(json.of(one.value()));
      }
    }
  }

  private static void array(Result.Many many, JsonText json, Output out) {
    String separator = "[";
    String end = null;
    try {
      while (many.rows().hasNext()) {
        out.add(separator).row(json.of(many.rows().next()));
        separator = ",";
      }
      end = separator.equals("[") ? "[]" : "]";
    } finally {
      // what is told of a failure begins a line of its own
      if (end != null || separator.equals(",")) {
        out.line(end == null ? "" : end);
      }
    }
  }
}
