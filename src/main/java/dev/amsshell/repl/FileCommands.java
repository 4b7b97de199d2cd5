package dev.amsshell.repl;

import dev.amsshell.repl.Evaluator.Evaluated;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jline.reader.History;

/** The commands about texts: files, the history, the editor. */
final class FileCommands {
  private static final String FORCE = "-f ";
  private static final int MOST_SHOWN = 20;

  private final Evaluator evaluator;
  private final Screen screen;
  private final History history;
  private final ExternalEditor editor;
  private final FileNames names;
  private final UnaryOperator<String> mask;
  private String draft = "";

  /**
   * @param mask takes the secrets out of an input
   */
  FileCommands(
      Evaluator evaluator,
      Screen screen,
      History history,
      ExternalEditor editor,
      FileNames names,
      UnaryOperator<String> mask) {
    this.evaluator = evaluator;
    this.screen = screen;
    this.history = history;
    this.editor = editor;
    this.names = names;
    this.mask = mask;
  }

  List<Command> all() {
    return List.of(
        new Command(":load", "FILE", "evaluate what is in a file", names::like, this::load),
        Command.of(
            ":save",
            "[-f] FILE",
            "write the inputs that ran to a file; -f replaces it",
            names::like,
            this::save),
        Command.of(":edit", "[TEXT]", "write the next input in $EDITOR", this::edit),
        Command.of(
            ":history",
            "[TEXT]",
            "the last inputs, or the last ones that contain a text",
            this::history));
  }

  /** What was written in the editor, once, as the beginning of the next input. */
  String takeDraft() {
    String written = draft;
    draft = "";
    return written;
  }

  private Optional<Integer> load(String argument) {
    Path file = names.path(argument);
    try {
      return evaluator.load(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new Refused("there is no file " + file, ":load takes a file of Groovy.");
    } catch (CharacterCodingException e) {
      throw new Refused(file + " is no text in UTF-8", ":load takes a file of Groovy.");
    } catch (IOException e) {
      throw new Refused("cannot read %s: %s".formatted(file, e.getMessage()), "");
    }
  }

  private void save(String argument) {
    boolean isForced = argument.startsWith(FORCE);
    Path file = names.path(isForced ? argument.substring(FORCE.length()) : argument);
    List<String> inputs =
        evaluator.evaluated().stream()
            .filter(each -> !each.hasFailed())
            .map(each -> mask.apply(each.text()))
            .toList();
    try {
      Files.writeString(
          file,
          inputs.stream().map(each -> each + "\n").collect(Collectors.joining()),
          isForced ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (FileAlreadyExistsException e) {
      throw new Refused(file + " exists already", ":save -f " + file + " replaces it.");
    } catch (IOException e) {
      throw new Refused("cannot write %s: %s".formatted(file, e.getMessage()), "");
    }
    screen.tell(inputs.size() + (inputs.size() == 1 ? " input is in " : " inputs are in ") + file);
  }

  private void edit(String argument) {
    List<Evaluated> all = evaluator.evaluated();
    String text = argument.isBlank() && !all.isEmpty() ? all.get(all.size() - 1).typed() : argument;
    draft = editor.edit(text);
  }

  /** The newest, those of this session with the numbers of their results. */
  private void history(String wanted) {
    Deque<String> lines = new ArrayDeque<>();
    for (int i = history.last(); i >= history.first() && lines.size() < MOST_SHOWN; i--) {
      String input = history.get(i);
      if (isLike(input, wanted)) {
        lines.push(numbered(input));
      }
    }
    screen.text(lines.isEmpty() ? "no such input" : String.join("\n", lines));
  }

  private String numbered(String input) {
    String number =
        evaluator.evaluated().stream()
            .filter(each -> each.typed().equals(input))
            .reduce((earlier, later) -> later)
            .map(each -> "_" + each.number())
            .orElse("");
    List<String> lines = mask.apply(input).lines().toList();
    String rest = lines.size() > 1 ? " ... (%d lines)".formatted(lines.size()) : "";
    return "%5s  %s".formatted(number, lines.get(0) + rest);
  }

  private static boolean isLike(String input, String wanted) {
    return !input.isBlank()
        && input.toLowerCase(Locale.ROOT).contains(wanted.strip().toLowerCase(Locale.ROOT));
  }
}
