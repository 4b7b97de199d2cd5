package dev.amsshell.dsl;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Entity;
import groovy.lang.Closure;
import java.util.function.UnaryOperator;

/**
 * What compiled scripts hand to {@code where}: the closure that was written there, for anybody's
 * {@code where}, and what it asks, for ours.
 */
public final class WhereClosure extends Closure<Object> {
  private static final long serialVersionUID = 1;

  private final Closure<?> original;
  private final String file;
  private final String node;
  private final Closure<?> operands;

  /**
   * Called by compiled scripts.
   *
   * @param original the closure as it was written; null when only ours can be meant
   * @param file the script's file, as stack frames name it
   * @param node what it asks, encoded
   * @param operands evaluates an operand by its number; null when there are none
   */
  public WhereClosure(Closure<?> original, String file, String node, Closure<?> operands) {
    super(original == null ? null : original.getOwner());
    this.original = original;
    this.file = file;
    this.node = node;
    this.operands = operands;
    if (original != null) {
      parameterTypes = original.getParameterTypes();
      maximumNumberOfParameters = original.getMaximumNumberOfParameters();
    }
  }

  /**
   * What must hold of a row. Evaluates the operands, each at most once.
   *
   * @param entity the rows
   * @param jobId completes the id of a job, or throws {@link dev.amsshell.job.InvalidJobId}
   * @throws WhereRefused when the service cannot be asked that
   */
  public Condition condition(Entity<?> entity, UnaryOperator<String> jobId) {
    return new WhereBuilder(entity, jobId, file, each -> operands.call((Object) each))
        .condition(WhereNode.decode(node));
  }

  private Closure<?> original() {
    if (original == null) {
      throw new IllegalStateException(
          "this where { } was made for a query and can do nothing else; use filter { }");
    }
    return original;
  }

  @Override
  public Object call() {
    return original().call();
  }

  @Override
  public Object call(Object argument) {
    return original().call(argument);
  }

  @Override
  public Object call(Object... arguments) {
    return original().call(arguments);
  }

  /** What Groovy calls when it is used as a closure. */
  public Object doCall(Object... arguments) {
    return call(arguments);
  }

  @Override
  public Object getDelegate() {
    return original().getDelegate();
  }

  @Override
  public void setDelegate(Object delegate) {
    original().setDelegate(delegate);
  }

  @Override
  public int getResolveStrategy() {
    return original().getResolveStrategy();
  }

  @Override
  public void setResolveStrategy(int strategy) {
    original().setResolveStrategy(strategy);
  }

  @Override
  public Object getThisObject() {
    return original().getThisObject();
  }

  @Override
  public int getDirective() {
    return original().getDirective();
  }

  @Override
  public void setDirective(int directive) {
    original().setDirective(directive);
  }

  @Override
  public Object getProperty(String property) {
    return original().getProperty(property);
  }

  @Override
  public void setProperty(String property, Object value) {
    original().setProperty(property, value);
  }

  @Override
  public Object clone() {
    return with((Closure<?>) original().clone());
  }

  @Override
  public Closure<Object> dehydrate() {
    return with(original().dehydrate());
  }

  @Override
  public Closure<Object> rehydrate(Object delegate, Object owner, Object thisObject) {
    return with(original().rehydrate(delegate, owner, thisObject));
  }

  private WhereClosure with(Closure<?> other) {
    return new WhereClosure(other, file, node, operands);
  }
}
