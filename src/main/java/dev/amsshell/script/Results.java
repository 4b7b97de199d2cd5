package dev.amsshell.script;

import groovy.lang.Binding;

/**
 * What earlier inputs came to: {@code _} is the last result, {@code __} the one before it, {@code
 * ___} the one before that, and {@code _7} that of input 7. An input without a value leaves them as
 * they are.
 */
final class Results {
  private static final String LAST = "_";

  /** Results may be large, and nobody remembers the number of one that is older. */
  private static final int KEPT = 100;

  private final Binding binding;

  Results(Binding binding) {
    this.binding = binding;
  }

  /** Where a name belongs among all: variables first, then results, by their age and number. */
  static int rank(String name) {
    return name.startsWith(LAST) ? name.length() : 0;
  }

  /** The last one; null when there is none. */
  Object last() {
    return binding.hasVariable(LAST) ? binding.getVariable(LAST) : null;
  }

  void add(int input, Object value) {
    if (value == null) {
      return;
    }
    shift("__", "___");
    shift(LAST, "__");
    binding.setVariable(LAST, value);
    binding.setVariable(LAST + input, value);
    binding.removeVariable(LAST + (input - KEPT));
  }

  private void shift(String from, String to) {
    if (binding.hasVariable(from)) {
      binding.setVariable(to, binding.getVariable(from));
    }
  }
}
