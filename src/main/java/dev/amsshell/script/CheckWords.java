package dev.amsshell.script;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancelled;
import dev.amsshell.check.Checks;
import dev.amsshell.check.Errors;
import dev.amsshell.dsl.Host;
import groovy.lang.Closure;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@code check} and {@code expect} mean in a script. */
final class CheckWords {
  private final AmsScript script;

  CheckWords(AmsScript script) {
    this.script = script;
  }

  Object check(Map<?, ?> options, Object name, Object body) {
    Closure<?> own = own("check");
    if (own != null) {
      return own.call(arguments(options, name, body));
    }
    if (!(body instanceof Closure<?> closure)) {
      throw new IllegalArgumentException(
          "check wants a name and a closure: check('none failed') { ... }");
    }
    checks().check(text("check", name), options, jobs -> value(closure, jobs), errors());
    return null;
  }

  Object expect(Map<?, ?> options, Object name, Object value) {
    Closure<?> own = own("expect");
    if (own != null) {
      return own.call(arguments(options, name, value));
    }
    Function<Object, Object> body =
        value instanceof Closure<?> closure ? jobs -> value(closure, jobs) : jobs -> value;
    checks().expect(text("expect", name), options, body, errors());
    return null;
  }

  private Checks checks() {
    return Host.of(script.getAms()).checks();
  }

  private Closure<?> own(String word) {
    return script.getBinding().hasVariable(word)
            && script.getBinding().getVariable(word) instanceof Closure<?> own
        ? own
        : null;
  }

  private static Object[] arguments(Map<?, ?> options, Object name, Object body) {
    Stream<Object> named = options.isEmpty() ? Stream.of() : Stream.of(options);
    return Stream.concat(named, Stream.of(name, body)).toArray();
  }

  private static String text(String word, Object name) {
    if (!(name instanceof CharSequence text) || text.toString().isBlank()) {
      throw new IllegalArgumentException(word + " wants a name first, and this is none: " + name);
    }
    return text.toString().strip();
  }

  private static Object value(Closure<?> body, Object jobs) {
    return jobs == null || body.getMaximumNumberOfParameters() == 0 ? body.call() : body.call(jobs);
  }

  private Errors errors() {
    return new Errors() {
      @Override
      public boolean isEnd(Throwable thrown) {
        List<Throwable> causes = Causes.of(thrown);
        // whatever cancelled work throws on its way out was caused by that
        return CancellableThread.current().isCancelled()
            || causes.stream().anyMatch(each -> each instanceof Cancelled)
            || causes.stream().anyMatch(each -> each instanceof ExitRequest);
      }

      @Override
      public String message(Throwable thrown) {
        return script.getBinding() instanceof ScriptBinding binding
            ? ErrorText.where(new Outcome.Thrown(thrown, binding.traces().problem(thrown)))
            : String.valueOf(thrown);
      }

      @Override
      public String advice(Throwable thrown) {
        return ErrorText.advice(thrown);
      }
    };
  }
}
