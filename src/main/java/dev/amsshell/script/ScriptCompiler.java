package dev.amsshell.script;

import dev.amsshell.job.JobState;
import groovy.lang.GroovyClassLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.tools.GroovyClass;

/** Turns the text of a script into class files, with the words of the shell built in. */
final class ScriptCompiler {
  private static final Set<String> DISABLED_TRANSFORMS =
      Set.of(
          // a script must not download code
          "groovy.grape.GrabAnnotationTransformation",
          // on a class path that also holds this test framework it would rewrite every script
          "org.spockframework.compiler.SpockTransform");

  private ScriptCompiler() {}

  /**
   * What scripts and lines of the prompt have in common.
   *
   * @param hasOwnCheck whether {@code check} has a meaning of the user's from elsewhere
   */
  static CompilerConfiguration configuration(BooleanSupplier hasOwnCheck) {
    ImportCustomizer imports = new ImportCustomizer();
    // by name, since a star would also bring in methods, which would hide those of a script
    for (JobState state : JobState.known()) {
      imports.addStaticImport(JobState.class.getName(), state.name().toUpperCase(Locale.ROOT));
    }
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setSourceEncoding("UTF-8");
    configuration.setScriptBaseClass(AmsScript.class.getName());
    configuration.setDisabledGlobalASTTransformations(DISABLED_TRANSFORMS);
    configuration.addCompilationCustomizers(
        imports,
        new CheckCustomizer(hasOwnCheck),
        new WhereCustomizer(),
        new StateEqualityCustomizer(),
        new CheckpointCustomizer());
    return configuration;
  }

  /**
   * Compiles a script and the classes beside it that it uses.
   *
   * @throws CompilationFailedException when it does not compile
   */
  static CompiledScript compile(Source source, ClassLoader parent) {
    CompilerConfiguration configuration = configuration(() -> false);
    SourceRoot root = new SourceRoot(source.folder());
    try (GroovyClassLoader loader = new GroovyClassLoader(parent, configuration, false)) {
      loader.setResourceLoader(root);
      CompilationUnit unit = new CompilationUnit(configuration, null, loader);
      unit.setClassNodeResolver(new TypeNames());
      unit.addSource(source.compiledName(), source.text());
      unit.compile(Phases.CLASS_GENERATION);
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (GroovyClass type : unit.getClasses()) {
        classes.put(type.getName(), type.getBytes());
      }
      return new CompiledScript(unit.getFirstClassNode().getName(), classes, root.asked());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
