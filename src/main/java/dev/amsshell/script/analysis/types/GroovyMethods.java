package dev.amsshell.script.analysis.types;

import dev.amsshell.dsl.Durations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.ArrayGroovyMethods;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.EncodingGroovyMethods;
import org.codehaus.groovy.runtime.IOGroovyMethods;
import org.codehaus.groovy.runtime.ProcessGroovyMethods;
import org.codehaus.groovy.runtime.ResourceGroovyMethods;
import org.codehaus.groovy.runtime.StreamGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;

/** The methods that Groovy, and we, add to types of the JDK. */
final class GroovyMethods {
  private static final List<Class<?>> SOURCES =
      List.of(
          DefaultGroovyMethods.class,
          StringGroovyMethods.class,
          ArrayGroovyMethods.class,
          IOGroovyMethods.class,
          ResourceGroovyMethods.class,
          EncodingGroovyMethods.class,
          ProcessGroovyMethods.class,
          StreamGroovyMethods.class,
          Durations.class);

  private Map<Class<?>, List<TypedMethod>> byReceiver;

  /** Those that values of a class have. */
  synchronized List<TypedMethod> of(Class<?> receiver) {
    if (byReceiver == null) {
      byReceiver = read();
    }
    List<TypedMethod> found = new ArrayList<>();
    byReceiver.forEach(
        (type, methods) -> {
          if (type.isAssignableFrom(receiver)) {
            found.addAll(methods);
          }
        });
    return found;
  }

  private static Map<Class<?>, List<TypedMethod>> read() {
    Map<Class<?>, List<TypedMethod>> methods = new HashMap<>();
    for (Class<?> source : SOURCES) {
      for (Method method : source.getDeclaredMethods()) {
        int modifiers = method.getModifiers();
        if (Modifier.isPublic(modifiers)
            && Modifier.isStatic(modifiers)
            && !method.isSynthetic()
            && !method.isAnnotationPresent(Deprecated.class)
            && method.getParameterCount() > 0) {
          methods
              .computeIfAbsent(method.getParameterTypes()[0], type -> new ArrayList<>())
              .add(new TypedMethod(method, true));
        }
      }
    }
    return methods;
  }
}
