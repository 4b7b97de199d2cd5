package dev.amsshell.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** One command of the shell. */
interface Command {
  String name();

  /** What follows the name, as the help shows it; empty when nothing does. */
  default String parameters() {
    return "";
  }

  /** What it does, in a line; empty keeps it out of the help. */
  String summary();

  /** Its own options, beside those of every command. */
  default List<Option> options() {
    return List.of();
  }

  /** Whether options end at the first parameter, since what follows belongs to a script. */
  default boolean optionsEndAtParameter() {
    return false;
  }

  /** Whether it runs a script, whose checks can be reported. */
  default boolean canReport() {
    return false;
  }

  /**
   * Does its work.
   *
   * @param arguments its own options and parameters
   * @return the exit code
   * @throws UsageError when the arguments make no sense
   */
  int run(CommandLine arguments, Settings settings, Process process);
}
