package dev.amsshell.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * Tells which signal makes the process end, which the JVM itself tells nobody before it is over.
 * The process ends just as it would otherwise.
 */
final class EndSignals {
  private static final String INTERRUPTED = "interrupted";
  private static final Map<String, Integer> CODES =
      Map.of(
          "INT", ExitCode.INTERRUPTED.code(), "TERM", ExitCode.TERMINATED.code(), "HUP", 128 + 1);

  private EndSignals() {}

  /** Has an end told of from now on; where the system has no such signal, as it would be anyway. */
  static void tell(Ending ending) {
    CODES.forEach(
        (name, code) ->
            handle(
                name,
                () -> {
                  ending.because(code, INTERRUPTED);
                  System.exit(code);
                }));
  }

  /** By reflection, since the compiler cannot be kept from warning of these classes. */
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler invocations =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              action.run();
              return null;
            }
            // the table of signals compares them
            return method.getName().equals("equals")
                ? proxy == arguments[0]
                : method.getName().equals("hashCode") ? System.identityHashCode(proxy) : name;
          };
      Object proxy =
          Proxy.newProxyInstance(
              EndSignals.class.getClassLoader(), new Class<?>[] {handler}, invocations);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // such a signal is then told of as termination
    }
  }
}
