package dev.amsshell.dsl;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Entity;
import groovy.lang.Closure;
import java.util.function.UnaryOperator;

public final class WhereClosure extends Closure<Object> {
  public WhereClosure(Object owner) {
    super(owner);
  }

  Condition condition(Entity<?> entity, UnaryOperator<String> jobId) {
    return Condition.TRUE;
  }
}
