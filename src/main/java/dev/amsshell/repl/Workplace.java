package dev.amsshell.repl;

import dev.amsshell.base.Redactor;
import dev.amsshell.dsl.WriteGuard;
import dev.amsshell.job.Job;
import dev.amsshell.script.PromptEngine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The program around the prompt: what it is given, and whom it asks. */
public interface Workplace {
  /** Shown at the start. */
  String version();

  /** The process's environment. */
  Map<String, String> environment();

  /** Where inputs are remembered. */
  Path historyFile();

  /** What is evaluated before the first input, if there is such a file. */
  Path initFile();

  /**
   * Makes the engine, which takes long.
   *
   * @param show what its word of that name does
   * @param question asks whether a change is meant
   * @param out where scripts print
   */
  PromptEngine engine(Consumer<Object> show, WriteGuard question, PrintStream out);

  /** Prints a value: its first rows as they fit on the screen, or the whole as wide as it is. */
  void print(Object value, boolean isWhole, PrintStream out);

  /** Whether a value gets pages of its own when it is large; else it fits, and stays in sight. */
  boolean isPaged(Object value);

  /** Where values are printed. */
  PrintStream results();

  /** Where scripts print. */
  PrintStream out();

  /** Notices and traces go there from now on. */
  void tellBy(Consumer<String> lines);

  /** What can be set at the prompt. */
  PromptSettings settings();

  /** Whether colours are wanted and understood. */
  boolean hasColor();

  /** Where {@code ams} points, in a form that can be printed. Asks nobody. */
  Object connection();

  /** The name of the profile that {@code ams} is for, if it has one. */
  Optional<String> profile();

  /** The names of the profiles there are. Asks nobody. */
  List<String> profiles();

  /**
   * From now on {@code ams} is for another profile.
   *
   * @return the words that lead there
   */
  Map<String, Object> use(String profile);

  /** Whether each request is shown. */
  boolean isTracing();

  /** Shows each request from now on, or no longer. */
  void trace(boolean isWanted);

  /** Asks the service for the jobs that somebody may want to name next, the newest first. */
  List<Job> recentJobs();

  /** Knows the secrets. */
  Redactor redactor();

  /** Is told how to ask for the width and the height of the terminal. */
  void measureBy(IntSupplier columns, IntSupplier rows);
}
