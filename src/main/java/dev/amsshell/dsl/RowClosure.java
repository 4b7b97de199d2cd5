package dev.amsshell.dsl;

import groovy.lang.Closure;

/**
 * A closure of a script that is called with row after row: the row is its parameter, and what has
 * no other meaning in it is a property of the row.
 */
final class RowClosure {
  private final Closure<?> closure;

  RowClosure(Closure<?> closure) {
    // its delegate changes from row to row, so that nobody else may use it
    this.closure = (Closure<?>) closure.clone();
  }

  Object call(Object row) {
    closure.setDelegate(row);
    return closure.getMaximumNumberOfParameters() == 0 ? closure.call() : closure.call(row);
  }
}
