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
import org.codehaus.groovy.runtime.FormatHelper;

/** What {@code check} and {@code expect} mean in a script. */
final class CheckWords {
  private static final Map<String, String> FORMS =
      Map.of(
          "check",
          "check wants a name and a closure: check('none failed') { ... }",
          "expect",
          "expect wants a name, a limit and a value: expect('queue', max: 500) { ... }");

  private final AmsScript script;

  CheckWords(AmsScript script) {
    this.script = script;
  }

  Object check(Map<?, ?> options, Object name, Object body) {
    Closure<?> own = own("check");
    if (own != null) {
      return own.call(arguments(options, name, body));
    }
    if (isName(name) && body instanceof Closure<?> closure) {
      checks().check(text(name), options, jobs -> value(closure, jobs), errors());
    } else if (isName(name) || body instanceof Closure<?>) {
      refuse(name, body instanceof Closure<?> ? noName("check", name) : FORMS.get("check"));
    } else {
      throw new IllegalArgumentException(FORMS.get("check"));
    }
    return null;
  }

  Object expect(Map<?, ?> options, Object name, Object value) {
    Closure<?> own = own("expect");
    if (own != null) {
      return own.call(arguments(options, name, value));
    }
    if (isName(name)) {
      Function<Object, Object> body =
          value instanceof Closure<?> closure ? jobs -> value(closure, jobs) : jobs -> value;
      checks().expect(text(name), options, body, errors());
    } else {
      refuse(name, noName("expect", name));
    }
    return null;
  }

  /** What is given is not enough for a check; a word of the user's may do with it. */
  Object incomplete(String word, Object only) {
    Closure<?> own = own(word);
    if (own != null) {
      return own.call(only);
    }
    throw new IllegalArgumentException(FORMS.get(word));
  }

  /** A check that cannot be made is an error among the others, which are made. */
  private void refuse(Object name, String why) {
    checks()
        .check(
            isName(name) ? text(name) : "(no name)",
            Map.of(),
            jobs -> {
              throw new IllegalArgumentException(why);
            },
            errors());
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

  private static boolean isName(Object name) {
    return name instanceof CharSequence text && !text.toString().isBlank();
  }

  private static String text(Object name) {
    return name.toString().strip();
  }

  private static String noName(String word, Object name) {
    return word + " wants a name first, and this is none: " + FormatHelper.toString(name);
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
