package dev.amsshell.repl;

import dev.amsshell.base.Failure;
import dev.amsshell.base.SafeText;
import java.io.PrintStream;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Shows values, texts and errors; what is larger than the terminal comes on pages. */
final class Screen {
  private final Workplace workplace;
  private final Terminal terminal;
  private final Pager pager;

  Screen(Workplace workplace, Terminal terminal, Pager pager) {
    this.workplace = workplace;
    this.terminal = terminal;
    this.pager = pager;
  }

  /** Shows a value as it fits: the first of its rows, the most important of its columns. */
  void show(Object value) {
    pager.show(out -> workplace.print(value, false, out), workplace.results(), false);
  }

  /** Shows the whole of a value. */
  void showWhole(Object value) {
    pager.show(out -> workplace.print(value, true, out), workplace.results(), true);
  }

  /** Shows a text of some lines. */
  void text(String text) {
    PrintStream out = workplace.results();
    pager.show(paged -> paged.println(clean(text.stripTrailing())), out, false);
  }

  /** Tells one thing. */
  void tell(String line) {
    terminal.writer().println(clean(line));
    terminal.flush();
  }

  /** Tells what went wrong: in the first line what, below it where and what to do. */
  void error(String text) {
    String shown = clean(text);
    int end = shown.indexOf('\n') < 0 ? shown.length() : shown.indexOf('\n');
    AttributedStyle style =
        workplace.hasColor()
            ? AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)
            : AttributedStyle.DEFAULT;
    new AttributedString(shown.substring(0, end), style).print(terminal);
    terminal.writer().println(shown.substring(end));
    terminal.flush();
  }

  /** Tells what went wrong, and what to do. */
  void error(Failure failure) {
    String advice = failure.advice();
    error(failure.getMessage() + (advice.isEmpty() ? "" : "\n" + advice));
  }

  /** A text without secrets and without what a terminal would obey. */
  String clean(String text) {
    return SafeText.block(workplace.redactor().redact(text));
  }
}
