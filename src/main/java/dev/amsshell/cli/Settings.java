package dev.amsshell.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/**
 * What the options say that are valid before and after every command.
 *
 * @param sandbox whether to use the built-in service
 * @param scenario the file that says what the sandbox rehearses
 * @param seed of what the sandbox holds
 * @param speed how many times faster than in real life the sandbox works
 * @param json whether values and errors are written as JSON
 * @param quiet whether notices are left out
 */
record Settings(
    boolean sandbox,
    Optional<String> scenario,
    long seed,
    double speed,
    boolean json,
    boolean quiet) {
  private static final double FASTEST = 1_000_000;

  /** Without a scenario. */
  Settings(boolean sandbox, long seed, double speed, boolean json, boolean quiet) {
    this(sandbox, Optional.empty(), seed, speed, json, quiet);
  }

  /** The options themselves. */
  static List<Option> options() {
    return List.of(
        flag(
            null,
            "sandbox",
            "use the built-in service, started in-process on a free loopback port"),
        value("scenario", "FILE", "what the sandbox rehearses, see samples/scenarios/README.md"),
        value("seed", "N", "the seed of what the sandbox holds (default: 42)"),
        value(
            "speed",
            "X",
            "how many times faster than in real life the sandbox works (default: 60)"),
        value("output", "FORMAT", "how values and errors are written: table (default) or json"),
        flag("q", "quiet", "no notices on stderr, only errors"),
        flag("h", "help", "show this help"),
        flag("V", "version", "show the version"));
  }

  static Option flag(String letter, String name, String help) {
    return Option.builder(letter).longOpt(name).desc(help).get();
  }

  static Option value(String name, String label, String help) {
    return Option.builder().longOpt(name).hasArg().argName(label).desc(help).get();
  }

  /**
   * What was given; after the command wins over before it.
   *
   * @throws UsageError when a value is none of its option
   */
  static Settings of(CommandLine before, CommandLine after) {
    return new Settings(
        before.hasOption("sandbox") || after.hasOption("sandbox"),
        Optional.ofNullable(given("scenario", before, after, null)),
        seed(given("seed", before, after, "42")),
        speed(given("speed", before, after, "60")),
        isJson(given("output", before, after, "table")),
        before.hasOption("quiet") || after.hasOption("quiet"));
  }

  private static String given(
      String option, CommandLine before, CommandLine after, String otherwise) {
    return after.getOptionValue(option, before.getOptionValue(option, otherwise));
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw wrong("seed", text, "a whole number");
    }
  }

  private static double speed(String text) {
    try {
      double speed = Double.parseDouble(text);
      if (speed > 0 && speed <= FASTEST) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw wrong("speed", text, "a number above 0, at most 1000000");
  }

  private static boolean isJson(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "json" -> true;
      case "table" -> false;
      default -> throw wrong("output", text, "table or json");
    };
  }

  static UsageError wrong(String option, String text, String expected) {
    return new UsageError("--%s cannot be '%s'".formatted(option, text), "It is " + expected + ".");
  }
}
