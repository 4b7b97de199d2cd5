package dev.amsshell.repl;

import dev.amsshell.script.analysis.Explanation;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** What keys do here that they do not do in every line editor. */
final class Keys {
  /** One that is not followed by another one, all in pairs. */
  private static final Pattern SINGLE_BREAK = Pattern.compile("(?<!\n)(?:\n\n)*+\n(?!\n)");

  private static final String ACCEPT = "ams-accept";

  private final LineReaderImpl reader;
  private final Inputs inputs;

  /** What the input was when it was last completed, and where the cursor. */
  private String completed = "";

  /** The same for when it was last explained. */
  private String explained = "";

  Keys(LineReaderImpl reader, Inputs inputs) {
    this.reader = reader;
    this.inputs = inputs;
  }

  /**
   * Binds the keys.
   *
   * @param atPrompt what is done when an input begins
   */
  void bind(Runnable atPrompt) {
    Terminal terminal = reader.getTerminal();
    bind(ACCEPT, this::accept, "\r", "\n");
    bind("ams-line-break", this::breakLine, KeyMap.alt('\r'), KeyMap.alt('\n'));
    bind("ams-close", this::close, ")", "]", "}");
    bind("ams-complete", this::complete, "\t");
    bind("ams-interrupt", this::interrupt, KeyMap.ctrl('C'));
    bind("ams-delete", this::deleteOrLeave, KeyMap.ctrl('D'));
    bind(
        "ams-forward",
        () -> suggestedOr(LineReader.FORWARD_CHAR),
        KeyMap.ctrl('F'),
        "\033[C",
        "\033OC",
        KeyMap.key(terminal, Capability.key_right));
    bind(
        "ams-end",
        () -> suggestedOr(LineReader.END_OF_LINE),
        KeyMap.ctrl('E'),
        "\033[F",
        "\033OF",
        KeyMap.key(terminal, Capability.key_end));
    reader.getKeyMaps().get(LineReader.DUMB).bind(new Reference(ACCEPT), "\r", "\n");
    reader.getWidgets().put(LineReader.BEGIN_PASTE, this::paste);
    Widget begin =
        () -> {
          atPrompt.run();
          completed = "";
          explained = "";
          return takeInterrupts();
        };
    reader.getWidgets().put(LineReader.CALLBACK_INIT, begin);
  }

  /**
   * @param keys those that this terminal does not have are null
   */
  private void bind(String name, Widget widget, String... keys) {
    reader.getWidgets().put(name, widget);
    reader.getKeyMaps().get(LineReader.EMACS).bind(new Reference(name), keys);
  }

  /** Ends the input, or goes on with it on another line. */
  private boolean accept() {
    if (inputs.isComplete(buffer().toString())) {
      apply(LineReader.ACCEPT_LINE);
    } else {
      breakLine();
    }
    return true;
  }

  private boolean breakLine() {
    int blanks = isPasted() ? 0 : inputs.indentation(buffer().upToCursor());
    buffer().write("\n" + " ".repeat(blanks));
    return true;
  }

  /** A terminal that does not mark what is pasted sends its lines without a pause. */
  private boolean isPasted() {
    try {
      return reader.getTerminal().reader().peek(1) != NonBlockingReader.READ_EXPIRED;
    } catch (IOException e) {
      return false;
    }
  }

  /** A bracket that closes a block begins its line where the block began. */
  private boolean close() {
    String before = buffer().upToCursor();
    String line = before.substring(before.lastIndexOf('\n') + 1);
    int least = Math.max(0, inputs.indentation(before) - Inputs.INDENTATION);
    if (before.contains("\n") && line.isBlank() && line.length() > least) {
      buffer().backspace(line.length() - least);
    }
    apply(LineReader.SELF_INSERT);
    return true;
  }

  /** Completes or lists what there is; the second time, or when there is nothing, explains. */
  private boolean complete() {
    String before = buffer().upToCursor();
    int choices = inputs.suggest(buffer().toString(), buffer().cursor()).all().size();
    if (before.contains("\n") && before.substring(before.lastIndexOf('\n') + 1).isBlank()) {
      buffer().write(" ".repeat(Inputs.INDENTATION));
    } else if (!(choices == 0 || place().equals(completed)) || !explain()) {
      list();
      // a list takes the next key, and gives back any but this one
      if (choices > 1 && "\t".equals(reader.getLastBinding())) {
        explain();
      }
    }
    completed = place();
    return true;
  }

  /** What the history suggests would look like a part of the line above a list. */
  private void list() {
    reader.setAutosuggestion(SuggestionType.NONE);
    try {
      apply(LineReader.COMPLETE_WORD);
    } finally {
      reader.setAutosuggestion(SuggestionType.HISTORY);
    }
  }

  /** Whether there is anything to tell; it is told once. */
  private boolean explain() {
    Optional<Explanation> explanation = inputs.explain(buffer().toString(), buffer().cursor());
    if (!place().equals(explained)) {
      explanation.ifPresent(each -> reader.printAbove(WordText.of(each)));
    }
    explained = place();
    return explanation.isPresent();
  }

  /** JLine makes two line breaks of the one in text from Windows. */
  private boolean paste() {
    int start = buffer().cursor();
    reader.getBuiltinWidgets().get(LineReader.BEGIN_PASTE).apply();
    String pasted = buffer().substring(start, buffer().cursor());
    if (pasted.contains("\n") && !SINGLE_BREAK.matcher(pasted).find()) {
      buffer().backspace(pasted.length());
      buffer().write(pasted.replace("\n\n", "\n"));
    }
    return true;
  }

  /** Leaves when there is no input. */
  private boolean deleteOrLeave() {
    apply(buffer().length() == 0 ? LineReader.DELETE_CHAR_OR_LIST : LineReader.DELETE_CHAR);
    return true;
  }

  /**
   * While somebody types, Ctrl-C is a key like the others, in its place among them; as a signal it
   * would come before those that were pressed earlier, or after later ones.
   */
  private boolean takeInterrupts() {
    Attributes attributes = reader.getTerminal().getAttributes();
    attributes.setControlChar(ControlChar.VINTR, 0);
    reader.getTerminal().setAttributes(attributes);
    return true;
  }

  private boolean interrupt() {
    throw new UserInterruptException(buffer().toString());
  }

  private String place() {
    return buffer().cursor() + ":" + buffer();
  }

  /** At the end of the line, takes what the history suggests. */
  private boolean suggestedOr(String widget) {
    String suggested = reader.getTailTip();
    if (buffer().cursor() == buffer().length() && suggested != null && !suggested.isEmpty()) {
      buffer().write(suggested);
    } else {
      apply(widget);
    }
    return true;
  }

  /** Calls a widget so that Ctrl-C within it reaches the editor. */
  private void apply(String widget) {
    reader.getWidgets().get(widget).apply();
  }

  private Buffer buffer() {
    return reader.getBuffer();
  }
}
