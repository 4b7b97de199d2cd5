package dev.amsshell.cli;

import dev.amsshell.base.Failure;
import dev.amsshell.render.Format;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Understands the arguments and runs the command they ask for. */
final class CommandParser {
  static final List<Command> COMMANDS =
      List.of(
          new ReplCommand(),
          new RunCommand(),
          new EvalCommand(),
          new SandboxCommand(),
          new LoginCommand(),
          new LogoutCommand(),
          new ProfileCommand(),
          new WarmUpCommand());

  private CommandParser() {}

  /** Does what the arguments ask for; the exit code. */
  static int run(String[] args, Process process) {
    try {
      return understood(args, process);
    } catch (Failure e) {
      return errors(args, process).failure(e).code();
    } catch (RuntimeException e) {
      return errors(args, process).unexpected(e).code();
    }
  }

  private static int understood(String[] args, Process process) {
    CommandLine before = parse(List.of(), args, true, "ams-shell");
    List<String> rest = before.getArgList();
    Optional<Command> command =
        rest.isEmpty() ? Optional.empty() : Optional.of(command(rest.get(0)));
    CommandLine after = command.isEmpty() ? before : parse(command.get(), rest);
    if (before.hasOption("help") || after.hasOption("help")) {
      process.io().out().print(command.map(Usage::of).orElseGet(Usage::overview));
      return ExitCode.SUCCESS.code();
    }
    if (before.hasOption("version") || after.hasOption("version")) {
      process.io().out().println(Version.text());
      return ExitCode.SUCCESS.code();
    }
    Settings settings = Settings.of(before, after);
    boolean canReport = command.map(Command::canReport).orElse(!process.io().inTerminal());
    if (!settings.reports().isEmpty() && !canReport) {
      throw new UsageError(
          "--report is for 'run' and 'eval', which make checks and end",
          "See 'ams-shell run --help'.");
    }
    if (command.isPresent()) {
      return command.get().run(after, settings, process);
    }
    // the prompt for people, a script from stdin for everything else
    return process.io().inTerminal()
        ? ReplCommand.start(settings, process)
        : RunCommand.run("-", List.of(), false, settings, process);
  }

  private static Command command(String name) {
    if (name.startsWith("-")) {
      throw unknownOption(name, "ams-shell");
    }
    return COMMANDS.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "there is no command '" + name + "'",
                    isFile(name) ? "To run the script: ams-shell run " + name : help("ams-shell")));
  }

  private static CommandLine parse(Command command, List<String> rest) {
    String[] args = rest.subList(1, rest.size()).toArray(new String[0]);
    String path = "ams-shell " + command.name();
    CommandLine parsed = parse(command.options(), args, command.optionsEndAtParameter(), path);
    // where options end at the first parameter, the parser takes an unknown option for one
    boolean ended = Arrays.asList(args).contains("--");
    if (!ended && !parsed.getArgList().isEmpty() && isOption(parsed.getArgList().get(0))) {
      throw unknownOption(parsed.getArgList().get(0), path);
    }
    if (command.parameters().isEmpty() && !parsed.getArgList().isEmpty()) {
      throw new UsageError(
          command.name() + " takes no parameters: " + parsed.getArgList().get(0), help(path));
    }
    return parsed;
  }

  private static CommandLine parse(
      List<Option> own, String[] args, boolean stopAtParameter, String path) {
    Options options = new Options();
    Settings.options().forEach(options::addOption);
    own.forEach(options::addOption);
    try {
      return DefaultParser.builder()
          .setAllowPartialMatching(false)
          .get()
          .parse(options, args, stopAtParameter);
    } catch (MissingArgumentException e) {
      throw new UsageError("--" + e.getOption().getLongOpt() + " wants a value", help(path));
    } catch (UnrecognizedOptionException e) {
      throw unknownOption(e.getOption(), path);
    } catch (ParseException e) {
      throw new UsageError(e.getMessage(), help(path));
    }
  }

  private static boolean isOption(String text) {
    return text.startsWith("-") && text.length() > 1;
  }

  private static UsageError unknownOption(String option, String path) {
    return new UsageError("unknown option: " + option, help(path));
  }

  private static String help(String path) {
    return "See '" + path + " --help'.";
  }

  /** How to tell errors of these arguments, even of arguments that make no sense. */
  static ErrorReport errors(String[] args, Process process) {
    return new ErrorReport(process.io().err(), process.redactor(), wantsJson(args));
  }

  private static boolean wantsJson(String[] args) {
    Set<String> withValue =
        Stream.concat(
                Settings.options().stream(),
                COMMANDS.stream().flatMap(command -> command.options().stream()))
            .filter(Option::hasArg)
            .map(option -> "--" + option.getLongOpt())
            .collect(Collectors.toSet());
    boolean json = false;
    boolean run = false;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--output") && i + 1 < args.length) {
        json = isJson(args[++i]);
      } else if (args[i].startsWith("--output=")) {
        json = isJson(args[i].substring("--output=".length()));
      } else if (withValue.contains(args[i])) {
        i++;
      } else if (!isOption(args[i])) {
        // what follows FILE belongs to the script
        if (run) {
          return json;
        }
        run = args[i].equals("run");
      }
    }
    return json;
  }

  private static boolean isJson(String format) {
    return format.equalsIgnoreCase(Format.JSON.name())
        || format.equalsIgnoreCase(Format.NDJSON.name());
  }

  private static boolean isFile(String text) {
    try {
      return Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
