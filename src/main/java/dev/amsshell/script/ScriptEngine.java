package dev.amsshell.script;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Io;
import groovy.lang.Binding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Compiles and runs whole scripts. */
public final class ScriptEngine {
  private final Map<String, Object> words;
  private final Io io;
  private final Optional<ScriptCache> cache;

  /**
   * @param words what scripts know by name
   * @param io where their output goes
   * @param cache where compiled scripts are kept, if they are
   */
  public ScriptEngine(Map<String, Object> words, Io io, Optional<ScriptCache> cache) {
    this.words = Map.copyOf(words);
    this.io = io;
    this.cache = cache;
  }

  /**
   * Compiles a script, or finds it compiled, and runs it to its end.
   *
   * @param onValue makes of the script's value the value of the outcome, such as the text to show;
   *     part of the evaluation, since it may ask the service, fail, and want to be cancelled
   */
  public Outcome run(
      Source source, List<String> args, Cancellation cancellation, UnaryOperator<Object> onValue) {
    CompiledScript compiled = cache.flatMap(known -> known.find(source)).orElse(null);
    if (compiled == null) {
      // kept apart, so that a script that is found compiled never loads the compiler
      Compilation.Result result = Compilation.of(source, getClass().getClassLoader());
      if (result.script() == null) {
        return new Outcome.CompileFailure(result.problems());
      }
      compiled = result.script();
      CompiledScript fresh = compiled;
      cache.ifPresent(known -> known.keep(source, fresh));
    }
    return execute(source, compiled, args, cancellation, onValue);
  }

  /** Compiles a script and runs nothing; a value of null means that it compiles. */
  public Outcome check(Source source) {
    Compilation.Result result = Compilation.of(source, getClass().getClassLoader());
    return result.script() == null
        ? new Outcome.CompileFailure(result.problems())
        : new Outcome.Value(null);
  }

  private Outcome execute(
      Source source,
      CompiledScript compiled,
      List<String> args,
      Cancellation cancellation,
      UnaryOperator<Object> onValue) {
    String[] arguments = args.toArray(new String[0]);
    Traces traces =
        new Traces(
            compiled.classes()::containsKey,
            file ->
                file.equals(source.compiledName())
                    ? Optional.of(source.text())
                    : SourceRoot.text(source.folder(), file),
            file -> file.equals(source.compiledName()) ? source.name() : file);
    Binding binding = new ScriptBinding(new LinkedHashMap<>(words), () -> traces);
    binding.setVariable("args", arguments);
    binding.setVariable("out", io.out());
    return Evaluation.run(
        cancellation,
        traces,
        () -> {
          ScriptLoader loader = new ScriptLoader(compiled, getClass().getClassLoader());
          Thread.currentThread().setContextClassLoader(loader);
          return onValue.apply(EntryPoint.run(loader.mainClass(), binding, arguments));
        });
  }
}
