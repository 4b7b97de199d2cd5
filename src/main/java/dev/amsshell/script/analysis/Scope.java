package dev.amsshell.script.analysis;

import dev.amsshell.job.Job;
import dev.amsshell.script.analysis.types.StaticType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is known around an input without asking anyone.
 *
 * @param variables by name, with what is known of their types but never their values
 * @param methods the names of those that were defined before
 * @param imports the import statements of earlier inputs
 * @param classes those that were defined before, by name
 * @param jobs recent ones, the newest first; must answer at once, from memory
 */
public record Scope(
    Map<String, StaticType> variables,
    Set<String> methods,
    List<String> imports,
    Map<String, Class<?>> classes,
    Supplier<List<Job>> jobs) {
  public Scope {
    variables = Map.copyOf(variables);
    methods = Set.copyOf(methods);
    imports = List.copyOf(imports);
    classes = Map.copyOf(classes);
  }
}
