package dev.amsshell.cli;

import dev.amsshell.base.FileTrouble;
import dev.amsshell.script.Outcome;
import dev.amsshell.script.Source;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** Runs a script from a file or from stdin. */
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String parameters() {
    return "FILE|- [ARG...]";
  }

  @Override
  public String summary() {
    return "run a Groovy script headless; '-' reads it from standard input";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Settings.flag(null, "compile-only", "check that the script compiles; run nothing"));
  }

  @Override
  public boolean optionsEndAtParameter() {
    return true;
  }

  @Override
  public boolean canReport() {
    return true;
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    List<String> parameters = arguments.getArgList();
    if (parameters.isEmpty()) {
      throw new UsageError(
          "run wants the path of a script", "Use '-' to read one from standard input.");
    }
    return run(
        parameters.get(0),
        parameters.subList(1, parameters.size()),
        arguments.hasOption("compile-only"),
        settings,
        process);
  }

  static int run(
      String file, List<String> args, boolean compileOnly, Settings settings, Process process) {
    if (compileOnly && !settings.reports().isEmpty()) {
      throw new UsageError(
          "--compile-only runs nothing that could be reported", "Leave out --report.");
    }
    try (Session session = new Session(settings, process)) {
      Source source;
      try {
        source = source(file, process);
      } catch (IOException | InvalidPathException e) {
        throw new UsageError(
            "cannot read the script '%s': %s".formatted(file, reason(e)),
            "Give the path of a Groovy script, or '-' to read one from standard input.");
      }
      if (compileOnly) {
        return Outcomes.exitCode(session.engine().check(source), session.console().errors());
      }
      Optional<Path> path = file.equals("-") ? Optional.empty() : Optional.of(Path.of(file));
      Conclusion conclusion = new Conclusion(session, source.name(), path, settings);
      Outcome outcome = session.engine().run(source, args, process.cancellation(), value -> null);
      return conclusion.of(outcome);
    }
  }

  private static Source source(String file, Process process) throws IOException {
    if (file.equals("-")) {
      byte[] text = process.io().in().readAllBytes();
      return new Source("stdin", decode(text), Path.of("").toAbsolutePath());
    }
    Path path = Path.of(file);
    return new Source(file, decode(Files.readAllBytes(path)), path.toAbsolutePath().getParent());
  }

  /** Strictly, since a character that was silently replaced could change what a script does. */
  private static String decode(byte[] text) throws CharacterCodingException {
    String decoded =
        StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(text)).toString();
    return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    return e instanceof IOException trouble ? FileTrouble.reason(trouble) : e.getMessage();
  }
}
