package dev.amsshell.script;

import dev.amsshell.base.Failure;
import dev.amsshell.dsl.WhereNames;
import dev.amsshell.dsl.WhereRefused;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.powerassert.PowerAssertionError;

/**
 * Finds the place in a script where an exception came from: only the script's own frames count, and
 * the line is shown with a caret below the word that failed, or below its first one.
 */
final class Traces {
  private final Predicate<String> isScriptClass;
  private final Function<String, Optional<String>> textOf;
  private final Function<String, String> nameOf;

  /**
   * @param isScriptClass whether a class was made from a script
   * @param textOf the text of a file by the name that stack frames use
   * @param nameOf how to call such a file
   */
  Traces(
      Predicate<String> isScriptClass,
      Function<String, Optional<String>> textOf,
      Function<String, String> nameOf) {
    this.isScriptClass = isScriptClass;
    this.textOf = textOf;
    this.nameOf = nameOf;
  }

  Problem problem(Throwable error) {
    List<StackTraceElement> own = frames(error);
    String message = message(error);
    List<Problem.Frame> frames = own.stream().map(this::frame).toList();
    if (own.isEmpty()) {
      return new Problem(message, "", 0, 0, null, frames);
    }
    StackTraceElement top = own.get(0);
    String line =
        textOf
            .apply(top.getFileName())
            .flatMap(text -> text.lines().skip(Math.max(top.getLineNumber() - 1, 0)).findFirst())
            .orElse(null);
    return new Problem(
        message,
        nameOf.apply(top.getFileName()),
        top.getLineNumber(),
        line == null ? 0 : column(error, line),
        line,
        frames);
  }

  /** The frames of the script, those of the outermost exception that has any. */
  private List<StackTraceElement> frames(Throwable error) {
    for (Throwable each : Causes.of(error)) {
      List<StackTraceElement> own = new ArrayList<>();
      if (each instanceof WhereRefused refused) {
        // the expression that is to blame was never called
        own.add(new StackTraceElement("", "doCall", refused.file(), refused.line()));
      }
      for (StackTraceElement frame : each.getStackTrace()) {
        if (frame.getLineNumber() > 0
            && frame.getFileName() != null
            && isScriptClass.test(frame.getClassName())
            && !isRepeated(own, frame)) {
          own.add(frame);
        }
      }
      if (!own.isEmpty()) {
        return own;
      }
    }
    return List.of();
  }

  private static boolean isRepeated(List<StackTraceElement> own, StackTraceElement frame) {
    if (own.isEmpty()) {
      return false;
    }
    StackTraceElement last = own.get(own.size() - 1);
    return last.getLineNumber() == frame.getLineNumber()
        && last.getFileName().equals(frame.getFileName());
  }

  private Problem.Frame frame(StackTraceElement element) {
    String method =
        switch (element.getMethodName()) {
          case "run", "main" -> "";
          case "doCall", "call" -> "closure";
          default -> element.getMethodName();
        };
    return new Problem.Frame(nameOf.apply(element.getFileName()), element.getLineNumber(), method);
  }

  /** The message of an error in plain words; the class is named unless the message is ours. */
  private static String message(Throwable error) {
    String message = error.getMessage();
    if (error instanceof PowerAssertionError) {
      return "assertion failed\n\n" + message.stripTrailing();
    }
    if (error instanceof MissingPropertyException missing && isScript(missing.getType())) {
      String name = missing.getProperty();
      String hint = WhereNames.isProperty(name) ? "; of a job it is it." + name : "";
      return "there is no '" + name + "' here" + hint;
    }
    if (error instanceof MissingPropertyException missing && isWord(missing.getType())) {
      return "a %s has no '%s'".formatted(missing.getType().getSimpleName(), missing.getProperty());
    }
    if (error instanceof MissingMethodException missing && isWord(missing.getType())) {
      return "a %s has no %s(%s)"
          .formatted(missing.getType().getSimpleName(), missing.getMethod(), types(missing));
    }
    if (message == null || message.isBlank()) {
      return error.getClass().getSimpleName();
    }
    return error instanceof Failure || isOurs(error)
        ? message
        : error.getClass().getSimpleName() + ": " + message;
  }

  private static boolean isScript(Class<?> type) {
    return type != null && Script.class.isAssignableFrom(type);
  }

  /** Whether a class is one that scripts know by what it can do. */
  private static boolean isWord(Class<?> type) {
    return type != null && type.getName().startsWith("dev.amsshell.");
  }

  private static String types(MissingMethodException missing) {
    return Stream.of(missing.getArguments())
        .map(argument -> argument == null ? "null" : argument.getClass().getSimpleName())
        .collect(Collectors.joining(", "));
  }

  private static boolean isOurs(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    return trace.length > 0
        && trace[0].getClassName().startsWith("dev.amsshell.")
        && (error instanceof IllegalArgumentException || error instanceof IllegalStateException);
  }

  private static int column(Throwable error, String line) {
    if (error instanceof WhereRefused refused) {
      return refused.column();
    }
    String word = null;
    if (error instanceof MissingPropertyException missing) {
      word = missing.getProperty();
    } else if (error instanceof MissingMethodException missing) {
      word = missing.getMethod();
    }
    int found = word == null ? -1 : line.indexOf(word);
    return found >= 0 ? found + 1 : line.length() - line.stripLeading().length() + 1;
  }
}
