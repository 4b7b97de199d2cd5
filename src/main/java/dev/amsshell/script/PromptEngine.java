package dev.amsshell.script;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Io;
import dev.amsshell.job.Job;
import dev.amsshell.script.analysis.Scope;
import dev.amsshell.script.analysis.types.StaticType;
import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.lang.Script;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
  private static final String OUT = "out";

  private final Binding binding =
      new ScriptBinding(Collections.synchronizedMap(new LinkedHashMap<>()), this::traces);
  private final PromptImports imports = new PromptImports();
  private final PromptDeclarations declarations = new PromptDeclarations();
  private final Results results = new Results(binding);
  private final Map<String, Source> inputs = new HashMap<>();
  private final GroovyClassLoader loader;
  private final Map<String, Object> words;
  private int count;

  /**
   * What an input came to.
   *
   * @param value the value of its last expression; may be null
   * @param isAssigned whether that expression gave the value a name, so that nobody asked to see it
   */
  public record Result(Object value, boolean isAssigned) {}

  /**
   * A variable.
   *
   * @param value may be null
   */
  public record Variable(String name, Object value) {}

  /**
   * @param words what is known by name from the start
   * @param io where output goes
   */
  public PromptEngine(Map<String, Object> words, Io io) {
    this.words = new HashMap<>(words);
    this.words.put(OUT, io.out());
    this.words.forEach(binding::setVariable);
    CompilerConfiguration configuration =
        ScriptCompiler.configuration(() -> binding.hasVariable("check"));
    configuration.addCompilationCustomizers(declarations);
    // before those that every script has are added, which are not the user's
    configuration.getCompilationCustomizers().add(0, imports);
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

  /** The value of the last input that had one; null before there is any. */
  public Object last() {
    return results.last();
  }

  /** How many inputs there were; the next one has the next number. */
  public int count() {
    return count;
  }

  /** The variables of the user in the order of their names, and then the results of inputs. */
  public List<Variable> variables() {
    return variablesAndMethods().entrySet().stream()
        .filter(each -> !(each.getValue() instanceof PromptMethod))
        .map(each -> new Variable(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt((Variable each) -> Results.rank(each.name()))
                .thenComparing(Variable::name))
        .toList();
  }

  /** The names of the methods that were typed, in order. */
  public List<String> methods() {
    Map<String, Object> all = new TreeMap<>(variablesAndMethods());
    all.values().removeIf(value -> !(value instanceof PromptMethod));
    return List.copyOf(all.keySet());
  }

  /** The imports that were typed, as text, the oldest first. */
  public List<String> imports() {
    return imports.kept();
  }

  /**
   * All that can be named, for whoever looks at the next input before it is evaluated.
   *
   * @param jobs recent ones, from memory
   */
  public Scope scope(Supplier<List<Job>> jobs) {
    Map<String, StaticType> types = new HashMap<>();
    copyOfVariables().forEach((name, value) -> types.put(name, StaticType.ofValue(value)));
    types.keySet().removeAll(methods());
    Map<String, Class<?>> classes = new HashMap<>();
    for (Class<?> each : loader.getLoadedClasses()) {
      if (!Script.class.isAssignableFrom(each) && !each.getName().contains("$")) {
        classes.put(each.getName(), each);
      }
    }
    return new Scope(types, Set.copyOf(methods()), imports(), classes, jobs);
  }

  /**
   * Gives names another meaning from now on, which those that are known from the start may have.
   */
  public void define(Map<String, Object> meanings) {
    words.putAll(meanings);
    meanings.forEach(binding::setVariable);
  }

  /** Forgets all variables, methods, classes and imports of the user. */
  public void reset() {
    variablesAndMethods().keySet().forEach(binding::removeVariable);
    words.forEach(binding::setVariable);
    imports.clear();
    loader.clearCache();
  }

  private Map<String, Object> variablesAndMethods() {
    Map<String, Object> own = copyOfVariables();
    own.keySet().removeAll(words.keySet());
    return own;
  }

  /** A copy, since an evaluation that was left behind may still add some. */
  private Map<String, Object> copyOfVariables() {
    Map<?, ?> variables = binding.getVariables();
    Map<String, Object> copy = new HashMap<>();
    synchronized (variables) {
      variables.forEach((name, value) -> copy.put((String) name, value));
    }
    return copy;
  }

  /**
   * Evaluates one input. What it comes to is known as {@code _} from then on.
   *
   * @param show is given what it came to, as part of the evaluation
   */
  public Outcome evaluate(String text, Cancellation cancellation, Consumer<Result> show) {
    int number = ++count;
    Consumer<Result> keepAndShow =
        result -> {
          // what was left behind must not come back as the last result
          cancellation.checkpoint();
          results.add(number, result.value());
          show.accept(result);
        };
    return evaluate(new Source("input" + number, text, null), cancellation, keepAndShow);
  }

  /**
   * Evaluates the content of a file as if it was typed, without its value.
   *
   * @param name of the file, for messages
   */
  public Outcome load(String name, String text, Cancellation cancellation) {
    return evaluate(new Source(name, text, null), cancellation, result -> {});
  }

  private Outcome evaluate(Source source, Cancellation cancellation, Consumer<Result> show) {
    String name = source.compiledName();
    Class<?> type;
    try {
      GroovyCodeSource code = new GroovyCodeSource(source.text(), name, "/ams-shell/prompt");
      type = loader.parseClass(code, false);
      imports.keep();
    } catch (CompilationFailedException e) {
      return new Outcome.CompileFailure(Compilation.problems(e, source));
    } catch (RuntimeException | Error e) {
      return new Outcome.CompileFailure(List.of(Compilation.defeated(e, source)));
    }
    inputs.put(name, source);
    boolean isAssigned = declarations.endsInAssignment();
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
          Object value = script.run();
          show.accept(new Result(value, isAssigned));
          return value;
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
    if (words.containsKey(name)) {
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
