package dev.amsshell.script;

import groovy.lang.Binding;
import java.util.Map;
import java.util.function.Supplier;

/** The variables of scripts, and the way from what one throws to the place in its text. */
final class ScriptBinding extends Binding {
  private final Supplier<Traces> traces;

  ScriptBinding(Map<String, Object> variables, Supplier<Traces> traces) {
    super(variables);
    this.traces = traces;
  }

  Traces traces() {
    return traces.get();
  }
}
