package dev.amsshell.repl;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the prompt itself understands, apart from Groovy. */
enum Commands {
  HELP(":help", "what can be typed here"),
  QUIT(":quit", "leave, like Ctrl-D");

  private static final String WORDS =
      """
      Groovy, evaluated when you press Enter; variables, methods, classes and imports stay.

        def j = ams.job('ID')                a job, live: each read asks the service
        j                                    the job with its tasks
        j.state                              Queued, Scheduled, Processing, Finished, Error, Canceled, Canceling
        j.progress  j.tasks  j.errors        percent done, the tasks, what went wrong
        j.created  j.started  j.ended        when, in UTC
        j.exists()                           whether there is such a job
        def s = j.snapshot                   the job as it is now, for keeps
        j.await()                            wait until it is over; Ctrl-C ends the wait and leaves the job alone
        ams.jobs.failed.since(2.hours)       many jobs; ams.await(ams.jobs.active) waits for all of them
        j.state == 'finished'                states compare with their names, in any case

      Ctrl-C stops what runs, twice leaves it behind; two empty lines end any input.
      """;

  private final String name;
  private final String help;

  Commands(String name, String help) {
    this.name = name;
    this.help = help;
  }

  static boolean isCommand(String input) {
    return input.stripLeading().startsWith(":");
  }

  /** Runs a command, which may be abbreviated; an exit code if it asks to leave. */
  static Optional<Integer> run(String input, PrintWriter screen) {
    String typed = input.strip();
    List<Commands> meant =
        Arrays.stream(values())
            .filter(each -> typed.length() > 1 && each.name.startsWith(typed))
            .toList();
    if (meant.size() != 1) {
      screen.println("no command '" + typed + "'; there are:");
      list(screen);
      return Optional.empty();
    }
    return switch (meant.get(0)) {
      case HELP -> {
        screen.print(WORDS);
        screen.println();
        list(screen);
        yield Optional.empty();
      }
      case QUIT -> Optional.of(0);
    };
  }

  private static void list(PrintWriter screen) {
    for (Commands each : values()) {
      screen.println("  " + each.name + "   " + each.help);
    }
  }
}
