package dev.amsshell.check;

import dev.amsshell.base.SafeText;
import dev.amsshell.render.Colors;
import dev.amsshell.render.Printer;
import dev.amsshell.render.Style;
import dev.amsshell.render.TablePrinter;
import dev.amsshell.render.page.Tone;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A check for people: a line, and below it why it does not hold, and the jobs concerned. */
public final class CheckPrinter implements Printer {
  private static final String INDENT = "      ";

  private final Printer others;
  private final UnaryOperator<String> clean;
  private final Supplier<Style> style;

  /**
   * @param others prints what is no check
   * @param clean applied to every text, such as to take out secrets
   * @param style of the place at the moment of printing
   */
  public CheckPrinter(Printer others, UnaryOperator<String> clean, Supplier<Style> style) {
    this.others = others;
    this.clean = clean;
    this.style = style;
  }

  @Override
  public void print(Object value, PrintStream out) {
    if (value instanceof Checked checked) {
      // as a whole, so that nothing gets between its lines
      out.print(text(checked, style.get()));
      out.flush();
    } else {
      others.print(value, out);
    }
  }

  private String text(Checked checked, Style now) {
    CheckResult result = checked.result();
    StringBuilder text = new StringBuilder(label(result.outcome(), now));
    text.append(SafeText.line(clean.apply(result.name())));
    if (result.value() != null && result.message() == null) {
      text.append(": ").append(Thresholds.text(result.value()));
    }
    text.append('\n');
    indented(text, result.message());
    indented(text, result.advice());
    if (!checked.jobs().isEmpty()) {
      text.append('\n');
      indented(text, jobs(checked, now), line -> line);
    }
    return text.toString();
  }

  private void indented(StringBuilder text, String lines) {
    if (lines != null) {
      indented(text, clean.apply(lines), SafeText::line);
    }
  }

  private static void indented(StringBuilder text, String lines, UnaryOperator<String> safe) {
    lines
        .lines()
        .forEach(line -> text.append((INDENT + safe.apply(line)).stripTrailing()).append('\n'));
  }

  private String jobs(Checked checked, Style now) {
    int width = now.width() == Style.UNLIMITED ? now.width() : now.width() - INDENT.length();
    Style narrow = new Style(width, now.isTerminal(), now.hasColor(), now.ellipsis(), now.zone());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TablePrinter(clean, () -> narrow, notice -> {})
        .print(checked.jobs(), new PrintStream(bytes, false, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8) + more(checked.result().moreJobs());
  }

  private static String more(Long jobs) {
    if (jobs == null) {
      return "... and maybe more";
    }
    return jobs == 0 ? "" : String.format(Locale.ROOT, "... and %,d more", jobs);
  }

  private static String label(CheckOutcome outcome, Style now) {
    String word =
        switch (outcome) {
          case OK -> "ok";
          case WARNING -> "WARN";
          case FAILED -> "FAIL";
          case ERROR -> "ERROR";
        };
    String gap = " ".repeat(INDENT.length() - word.length());
    return (now.hasColor() ? Colors.paint(tone(outcome), word) : word) + gap;
  }

  private static Tone tone(CheckOutcome outcome) {
    return switch (outcome) {
      case OK -> Tone.GOOD;
      case WARNING -> Tone.WARN;
      case FAILED, ERROR -> Tone.BAD;
    };
  }
}
