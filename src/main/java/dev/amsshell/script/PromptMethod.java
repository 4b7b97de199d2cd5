package dev.amsshell.script;

import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A method that was typed at the prompt, with all its overloads from this input and earlier ones.
 */
final class PromptMethod extends Closure<Object> {
  private final String name;
  private final transient Deque<Script> inputs = new ArrayDeque<>();

  PromptMethod(String name, Object owner) {
    super(owner);
    this.name = name;
  }

  /** From now on the method of this input goes before those of earlier ones. */
  void define(Script input) {
    inputs.push(input);
  }

  @Override
  public Object call(Object... arguments) {
    for (Script input : inputs) {
      if (!input.getMetaClass().respondsTo(input, name, arguments).isEmpty()) {
        return input.getMetaClass().invokeMethod(input, name, arguments);
      }
    }
    throw new MissingMethodException(name, inputs.peek().getClass(), arguments);
  }

  /** What Groovy calls when the method is used as a closure. */
  public Object doCall(Object... arguments) {
    return call(arguments);
  }
}
