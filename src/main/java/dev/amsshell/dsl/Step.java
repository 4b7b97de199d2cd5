package dev.amsshell.dsl;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Order;
import groovy.lang.Closure;
import java.util.List;

/** One word of a query. */
sealed interface Step {
  /** Only rows of which something holds. */
  record Where(Condition condition) implements Step {}

  /** Only rows of which something holds that is known when the query runs. */
  record WhenRun(Restriction restriction) implements Step {}

  /** Only rows that a closure of the script lets through. */
  record Filter(Closure<?> closure) implements Step {}

  /** In an order. */
  record Sort(List<Order> order) implements Step {}

  /** Not more rows than that. */
  record Limit(long rows) implements Step {}

  /** Each row with its tasks. */
  record WithTasks() implements Step {}
}
