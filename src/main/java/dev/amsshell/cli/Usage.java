package dev.amsshell.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** What {@code --help} says. */
final class Usage {
  private static final int LABEL_WIDTH = 20;

  private Usage() {}

  static String overview() {
    StringBuilder text = new StringBuilder("ams-shell: a shell for Azure Media Services jobs\n\n");
    text.append("Usage: ams-shell [OPTION...] [COMMAND]\n\nCommands:\n");
    for (Command command : CommandParser.COMMANDS) {
      if (!command.summary().isEmpty()) {
        row(text, (command.name() + " " + command.parameters()).strip(), command.summary());
      }
    }
    row(text, "(none)", "the prompt on a terminal, otherwise 'run -'");
    text.append("\nOptions, before or after the command; after FILE they belong to the script:\n");
    options(text, Settings.options());
    text.append("\nConfiguration:\n");
    row(text, "profiles.toml", "accounts by name, in ~/.config/ams-shell; see the README");
    row(text, "AMS_PROFILE", "the name of the profile to use");
    row(text, "AMS_ENDPOINT", "the root of the service's API, when no profile is named");
    row(text, "AMS_TOKEN", "the bearer token that opens it");
    row(text, "AMS_API_VERSION", "the version to ask for (default: 2.19)");
    row(text, "AMS_CA_FILE", "certificates to trust besides those that Java does (PEM)");
    row(text, "https_proxy", "the proxy on the way, with no_proxy for exceptions");
    row(text, "NO_COLOR", "when set, colours only with --color always");
    text.append("\nExit codes:\n");
    for (ExitCode code : ExitCode.values()) {
      row(text, String.valueOf(code.code()), code.meaning());
    }
    return text.toString();
  }

  static String of(Command command) {
    StringBuilder text = new StringBuilder("Usage: ams-shell ").append(command.name());
    text.append(" [OPTION...] ").append(command.parameters());
    text = new StringBuilder(text.toString().stripTrailing());
    text.append("\n\n  ").append(command.summary()).append("\n\nOptions:\n");
    List<Option> options = new ArrayList<>(command.options());
    options.addAll(Settings.options());
    options(text, options);
    return text.toString();
  }

  private static void options(StringBuilder text, List<Option> options) {
    for (Option option : options) {
      String letter = option.getOpt() == null ? "" : "-" + option.getOpt() + ", ";
      String value = option.hasArg() ? " " + option.getArgName() : "";
      row(text, letter + "--" + option.getLongOpt() + value, option.getDescription());
    }
  }

  private static void row(StringBuilder text, String label, String meaning) {
    text.append("  ").append(label);
    text.append(" ".repeat(Math.max(2, LABEL_WIDTH - label.length())));
    text.append(meaning).append('\n');
  }
}
