package dev.amsshell.script;

import groovy.lang.Binding;
import groovy.lang.Script;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Runs the class of a script, be it a script in the narrow sense or a class with a main method. */
final class EntryPoint {
  private EntryPoint() {}

  static Object run(Class<?> type, Binding binding, String[] args) throws Exception {
    if (Script.class.isAssignableFrom(type)) {
      return InvokerHelper.createScript(type, binding).run();
    }
    Method main = main(type);
    if (main == null) {
      throw new IllegalStateException(
          "there is nothing to run: the file has neither statements nor a main method");
    }
    main.setAccessible(true);
    boolean isStatic = Modifier.isStatic(main.getModifiers());
    Object target = isStatic ? null : instance(type);
    return main.getParameterCount() == 0 ? main.invoke(target) : main.invoke(target, (Object) args);
  }

  private static Object instance(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static Method main(Class<?> type) {
    Method found = null;
    for (Method method : type.getDeclaredMethods()) {
      boolean takesArgs =
          method.getParameterCount() == 1
              && (method.getParameterTypes()[0] == String[].class
                  || method.getParameterTypes()[0] == Object.class);
      if (method.getName().equals("main") && (takesArgs || method.getParameterCount() == 0)) {
        found = found == null || takesArgs ? method : found;
      }
    }
    return found;
  }
}
