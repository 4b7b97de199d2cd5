package dev.amsshell.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** The attempt to compile a script, and what the compiler had to say. */
final class Compilation {
  private Compilation() {}

  /**
   * @param script the compiled script, or null when there are problems
   * @param problems why it does not compile; empty when it does
   */
  record Result(CompiledScript script, List<Problem> problems) {}

  static Result of(Source source, ClassLoader parent) {
    try {
      return new Result(ScriptCompiler.compile(source, parent), List.of());
    } catch (CompilationFailedException e) {
      return new Result(null, problems(e, source));
    } catch (RuntimeException | Error e) {
      return new Result(null, List.of(defeated(e, source)));
    }
  }

  /** The compiler itself came to grief, such as over a text that is nested too deeply. */
  static Problem defeated(Throwable error, Source source) {
    return unplaced("the compiler cannot cope with this: " + error, source);
  }

  /** What the compiler said, in the order of the text. */
  static List<Problem> problems(CompilationFailedException failure, Source source) {
    List<Problem> problems = new ArrayList<>();
    if (failure instanceof MultipleCompilationErrorsException many) {
      for (Message message : many.getErrorCollector().getErrors()) {
        problems.add(problem(message, source));
      }
    }
    if (problems.isEmpty()) {
      problems.add(unplaced(String.valueOf(failure.getMessage()), source));
    }
    return problems.stream().distinct().toList();
  }

  private static Problem problem(Message message, Source source) {
    if (message instanceof SyntaxErrorMessage syntax) {
      return problem(syntax.getCause(), source);
    }
    if (message instanceof ExceptionMessage exception) {
      Exception cause = exception.getCause();
      return cause instanceof SyntaxException syntax
          ? problem(syntax, source)
          : unplaced(String.valueOf(cause.getMessage()), source);
    }
    return unplaced(
        message instanceof SimpleMessage simple ? simple.getMessage() : message.toString(), source);
  }

  private static Problem problem(SyntaxException syntax, Source source) {
    String place = syntax.getSourceLocator();
    boolean own = place == null || place.equals(source.compiledName());
    String file = own ? source.name() : place.substring(place.lastIndexOf('/') + 1);
    Optional<String> text =
        own ? Optional.of(source.text()) : SourceRoot.text(source.folder(), file);
    List<String> lines = text.map(all -> all.lines().toList()).orElse(List.of());
    int line = Math.max(syntax.getStartLine(), 0);
    boolean atEnd = syntax.getOriginalMessage().contains("'<EOF>'");
    if (!lines.isEmpty() && (atEnd || line > lines.size())) {
      return atTheEnd(
          file, lines, atEnd ? "the script ends in the middle of something" : message(syntax));
    }
    return new Problem(
        message(syntax),
        file,
        line,
        Math.max(syntax.getStartColumn(), 0),
        line == 0 || lines.isEmpty() ? null : lines.get(line - 1),
        List.of());
  }

  /** The compiler's own place may lie on a line that does not exist. */
  private static Problem atTheEnd(String file, List<String> lines, String message) {
    int last = lines.size();
    while (last > 1 && lines.get(last - 1).isBlank()) {
      last--;
    }
    String line = lines.get(last - 1).stripTrailing();
    return new Problem(message, file, last, line.length() + 1, line, List.of());
  }

  /** The compiler quotes the text that it did not expect with its line break. */
  private static String message(SyntaxException syntax) {
    return syntax.getOriginalMessage().strip().replace("\\n'", "'");
  }

  private static Problem unplaced(String message, Source source) {
    return new Problem(message.strip(), source.name(), 0, 0, null, List.of());
  }
}
