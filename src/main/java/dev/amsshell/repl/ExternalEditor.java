package dev.amsshell.repl;

import dev.amsshell.base.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.builtins.Nano;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;

/** Lets the user write a text in the editor of his choice, or in a plain one that is built in. */
final class ExternalEditor {
  /** A word, or several within quotes. */
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|\\S+");

  private final Map<String, String> environment;
  private final Terminal terminal;

  ExternalEditor(Map<String, String> environment, Terminal terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  /**
   * The text as the user left it.
   *
   * @throws Refused when the editor does not start, or fails
   */
  String edit(String text) {
    try {
      Path file = PrivateFiles.createTemporary("input", ".groovy");
      try {
        Files.writeString(file, text);
        open(file);
        return Files.readString(file).stripTrailing();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new Refused("cannot edit: " + e.getMessage(), "EDITOR names the editor to use.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return text;
    }
  }

  private void open(Path file) throws IOException, InterruptedException {
    String editor =
        Stream.of("VISUAL", "EDITOR")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(each -> !each.isBlank())
            .findFirst()
            .orElse("");
    if (editor.isEmpty()) {
      Nano nano = new Nano(terminal, file.getParent());
      nano.open(file.getFileName().toString());
      nano.run();
      return;
    }
    Attributes attributes = terminal.getAttributes();
    Attributes visible = new Attributes(attributes);
    visible.setLocalFlag(LocalFlag.ECHO, true);
    terminal.setAttributes(visible);
    // Ctrl-C is the editor's
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> {});
    try {
      run(editor, file);
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      terminal.setAttributes(attributes);
    }
  }

  private static void run(String editor, Path file) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    for (Matcher part = PART.matcher(editor); part.find(); ) {
      command.add(part.group(1) == null ? part.group() : part.group(1));
    }
    command.add(file.toString());
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new Refused(
          "'%s' ended with %d".formatted(editor, code), "The input is what it was before.");
    }
  }
}
