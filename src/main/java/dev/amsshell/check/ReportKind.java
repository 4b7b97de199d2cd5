package dev.amsshell.check;

import dev.amsshell.render.JsonPrinter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The formats of reports. */
public enum ReportKind {
  /** JUnit's XML, for what shows the results of tests. */
  JUNIT,
  /** One JSON document with the words of {@link RunReport}. */
  JSON,
  /** Gauges for Prometheus and what understands it. */
  OPENMETRICS;

  /** How it is called on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The content of a file.
   *
   * @param clean applied to every text, such as to take out secrets
   */
  public byte[] write(RunReport report, UnaryOperator<String> clean) {
    return switch (this) {
      case JUNIT -> JUnitReport.of(report, clean).getBytes(StandardCharsets.UTF_8);
      case JSON -> json(report, clean);
      case OPENMETRICS -> OpenMetricsReport.of(report, clean).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] json(RunReport report, UnaryOperator<String> clean) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonPrinter(clean).print(report, new PrintStream(bytes, false, StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }
}
