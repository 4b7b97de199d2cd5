package dev.amsshell.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/**
 * What the options say that are valid before and after every command.
 *
 * @param sandbox whether to use the built-in service
 * @param scenario the file that says what the sandbox rehearses
 * @param seed of what the sandbox holds
 * @param speed how many times faster than in real life the sandbox works
 * @param quiet whether notices and progress are left out
 * @param allowWrites whether a script may change jobs
 * @param profile the name of the profile that is asked for
 * @param trace the file that is to hold what goes over the wire
 * @param reports the reports that are to be written, as they were given
 * @param verbose whether each request is told of
 * @param preferences what may change while the prompt runs
 */
record Settings(
    boolean sandbox,
    Optional<String> scenario,
    long seed,
    double speed,
    boolean quiet,
    boolean allowWrites,
    Optional<String> profile,
    Optional<String> trace,
    List<String> reports,
    boolean verbose,
    Preferences preferences) {
  private static final double FASTEST = 1_000_000;

  /** The sandbox as it is when nothing else is asked for, quietly. */
  static Settings ofSandbox() {
    return new Settings(
        true,
        Optional.empty(),
        42,
        60,
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        Preferences.USUAL);
  }

  /** The same for a profile. */
  Settings ofProfile(String name) {
    return new Settings(
        sandbox,
        scenario,
        seed,
        speed,
        quiet,
        allowWrites,
        Optional.of(name),
        trace,
        reports,
        verbose,
        preferences);
  }

  /** The options themselves. */
  static List<Option> options() {
    return List.of(
        value("profile", "NAME", "the profile to use (default: AMS_PROFILE, or 'default')"),
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
        value("output", "FORMAT", "how values are written: table (default), json, ndjson or csv"),
        value("color", "WHEN", "whether states are coloured: auto (default), always or never"),
        value(
            "timeout",
            "DURATION",
            "how long each await may take: 90s, 30m, 2h, 1d (default: as long as it takes)"),
        value(
            "report",
            ReportFile.FORM,
            "write what checks came to, also repeatedly: " + ReportFile.kinds()),
        flag(
            null,
            "allow-writes",
            "let a script cancel, delete and reorder jobs; the prompt asks instead"),
        value("trace", "FILE", "record what goes over the wire as HAR, without secrets"),
        flag("v", "verbose", "a line on stderr for each request"),
        flag("q", "quiet", "no notices and no progress on stderr, only errors"),
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
        before.hasOption("quiet") || after.hasOption("quiet"),
        before.hasOption("allow-writes") || after.hasOption("allow-writes"),
        Optional.ofNullable(given("profile", before, after, null)),
        Optional.ofNullable(given("trace", before, after, null)),
        reports(before, after),
        before.hasOption("verbose") || after.hasOption("verbose"),
        preferences(before, after));
  }

  /** All of them: one does not take the place of another. */
  private static List<String> reports(CommandLine before, CommandLine after) {
    // where there is no command, both are the same
    Stream<CommandLine> lines = before == after ? Stream.of(before) : Stream.of(before, after);
    return lines
        .map(line -> line.getOptionValues("report"))
        .filter(Objects::nonNull)
        .flatMap(Stream::of)
        .toList();
  }

  private static Preferences preferences(CommandLine before, CommandLine after) {
    Preferences preferences = Preferences.USUAL;
    for (String name : Preferences.NAMES) {
      String given = given(name, before, after, null);
      preferences = given == null ? preferences : preferences.with(name, given, "--" + name);
    }
    return preferences;
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

  static UsageError wrong(String option, String text, String expected) {
    return Preferences.wrong("--" + option, text, expected);
  }
}
