package dev.amsshell.script;

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
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.control.ClassNodeResolver;
import org.codehaus.groovy.control.CompilationUnit;

/**
 * Knows our types by their short names, for scripts that declare them. Unlike imports, these give
 * way to whatever else goes by the name: a {@code class Task} of the script or in a file beside it.
 */
final class TypeNames extends ClassNodeResolver {
  private static final Map<String, Class<?>> TYPES =
      Stream.of(
              Ams.class,
              Asset.class,
              Job.class,
              JobHandle.class,
              JobState.class,
              Processor.class,
              Query.class,
              Task.class)
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  @Override
  public LookupResult findClassNode(String name, CompilationUnit unit) {
    LookupResult found = super.findClassNode(name, unit);
    return found == null && TYPES.containsKey(name)
        ? new LookupResult(null, ClassHelper.make(TYPES.get(name)))
        : found;
  }
}
