package dev.amsshell.script.analysis.types;

import dev.amsshell.dsl.Ams;
import dev.amsshell.dsl.JobHandle;
import dev.amsshell.dsl.Query;
import dev.amsshell.job.Asset;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Processor;
import dev.amsshell.job.Task;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our own types that a script may name. */
public final class ShellTypes {
  /** By their short names. */
  public static final Map<String, Class<?>> BY_NAME =
      Stream.of(
              Ams.class,
              Asset.class,
              Job.class,
              JobHandle.class,
              JobState.class,
              Processor.class,
              Query.class,
              Task.class)
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private static final String ROOT = "dev.amsshell.";

  private ShellTypes() {}

  /** Whether a type is ours, so that only its words are for scripts. */
  public static boolean contain(Class<?> type) {
    return type.getName().startsWith(ROOT);
  }
}
