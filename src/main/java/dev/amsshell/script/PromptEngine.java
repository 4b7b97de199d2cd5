package dev.amsshell.script;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Io;
import dev.amsshell.script.analysis.Completeness;
import dev.amsshell.script.analysis.CompletenessCheck;
import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.lang.Script;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Evaluates what is typed at a prompt, one input after the other. Variables, methods, classes and
 * imports stay for the inputs that follow; nothing is ever evaluated twice.
 *
 * <p>Not safe for use by several threads.
 */
public final class PromptEngine {
  private final Binding binding = new Binding();
  private final PromptImports imports = new PromptImports();
  private final CompletenessCheck completeness = new CompletenessCheck();
  private final Map<String, Source> inputs = new HashMap<>();
  private final GroovyClassLoader loader;
  private final Set<String> words;
  private int count;

  /**
   * @param words what is known by name from the start
   * @param io where output goes
   */
  public PromptEngine(Map<String, Object> words, Io io) {
    words.forEach(binding::setVariable);
    this.words = Set.copyOf(words.keySet());
    binding.setVariable("out", io.out());
    CompilerConfiguration configuration = ScriptCompiler.configuration();
    configuration.addCompilationCustomizers(imports, new PromptDeclarations());
    loader = new Loader(getClass().getClassLoader(), configuration);
  }

  private static final class Loader extends GroovyClassLoader {
    Loader(ClassLoader parent, CompilerConfiguration configuration) {
      super(parent, configuration);
    }

    @Override
    protected CompilationUnit createCompilationUnit(
        CompilerConfiguration configuration, CodeSource source) {
      CompilationUnit unit = super.createCompilationUnit(configuration, source);
      unit.setClassNodeResolver(new TypeNames());
      return unit;
    }
  }

  /** Whether the text can be evaluated as it stands, or wants more lines. */
  public Completeness completeness(String text) {
    return completeness.of(text);
  }

  /**
   * Evaluates one input.
   *
   * @param onValue makes of its value the value of the outcome, as part of the evaluation
   */
  public Outcome evaluate(String text, Cancellation cancellation, UnaryOperator<Object> onValue) {
    Source source = new Source("input" + ++count, text, null);
    String name = source.compiledName();
    Class<?> type;
    try {
      type = loader.parseClass(new GroovyCodeSource(text, name, "/ams-shell/prompt"), false);
      imports.keep();
    } catch (CompilationFailedException e) {
      return new Outcome.CompileFailure(Compilation.problems(e, source));
    } catch (RuntimeException | Error e) {
      return new Outcome.CompileFailure(List.of(Compilation.defeated(e, source)));
    }
    inputs.put(name, source);
    if (!Script.class.isAssignableFrom(type)) {
      return new Outcome.Value(null);
    }
    return Evaluation.run(
        cancellation,
        traces(),
        () -> {
          Thread.currentThread().setContextClassLoader(loader);
          Script script = InvokerHelper.createScript(type, binding);
          publishMethods(script);
          return onValue.apply(script.run());
        });
  }

  /** Later inputs are other classes: they reach the methods of this one through the binding. */
  private void publishMethods(Script script) {
    Set<String> published = new HashSet<>();
    for (Method method : script.getClass().getDeclaredMethods()) {
      boolean own =
          !method.isSynthetic()
              && !method.getName().contains("$")
              && !(method.getName().equals("run") && method.getParameterCount() == 0)
              && !(method.getName().equals("main") && Modifier.isStatic(method.getModifiers()));
      if (own && published.add(method.getName())) {
        publish(method.getName(), script);
      }
    }
  }

  private void publish(String name, Script script) {
    if (words.contains(name)) {
      return;
    }
    Object known = binding.hasVariable(name) ? binding.getVariable(name) : null;
    PromptMethod method =
        known instanceof PromptMethod earlier ? earlier : new PromptMethod(name, this);
    method.define(script);
    binding.setVariable(name, method);
  }

  private Traces traces() {
    return new Traces(
        name -> inputs.containsKey(outermost(name)) || isDefinedHere(name),
        file -> Optional.ofNullable(inputs.get(file)).map(Source::text),
        file -> inputs.containsKey(file) ? inputs.get(file).name() : file);
  }

  private static String outermost(String className) {
    int nested = className.indexOf('$');
    return nested < 0 ? className : className.substring(0, nested);
  }

  private boolean isDefinedHere(String className) {
    for (Class<?> known : loader.getLoadedClasses()) {
      if (known.getName().equals(outermost(className))) {
        return true;
      }
    }
    return false;
  }
}
