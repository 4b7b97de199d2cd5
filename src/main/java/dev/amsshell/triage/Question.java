package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Processor;
import dev.amsshell.job.Task;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Entities;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Operator;
import dev.amsshell.query.Property;
import dev.amsshell.query.Selection;
import dev.amsshell.query.States;
import java.time.Instant;
import java.util.List;

/** What triage asks the service. */
final class Question {
  private Question() {}

  /** The jobs that are not over, and those that ended since. */
  static Selection<Job> jobs(Instant since) {
    return all(
        Entities.JOBS,
        new Condition.Any(
            List.of(isActive(), compared(Entities.JOBS, "ended", Operator.AT_LEAST, since))));
  }

  /** The jobs that are not over. */
  static Selection<Job> active() {
    return all(Entities.JOBS, isActive());
  }

  /** The jobs that were submitted in a span of time. */
  static Selection<Job> neighbours(Span span) {
    return all(
        Entities.JOBS,
        new Condition.All(
            List.of(
                compared(Entities.JOBS, "created", Operator.AT_LEAST, span.from()),
                compared(Entities.JOBS, "created", Operator.LESS, span.to()))));
  }

  /** The tasks that failed in a span of time. */
  static Selection<Task> failed(Span span) {
    return all(
        Entities.TASKS,
        new Condition.All(
            List.of(
                is(Entities.TASKS, JobState.ERROR),
                compared(Entities.TASKS, "ended", Operator.AT_LEAST, span.from()),
                compared(Entities.TASKS, "ended", Operator.LESS, span.to()))));
  }

  /** The tasks that are at work, and began before a moment. */
  static Selection<Task> atWork(Instant before) {
    return all(
        Entities.TASKS,
        new Condition.All(
            List.of(
                is(Entities.TASKS, JobState.PROCESSING),
                compared(Entities.TASKS, "started", Operator.LESS, before))));
  }

  /** The tasks that are at work. */
  static Selection<Task> working() {
    return all(Entities.TASKS, is(Entities.TASKS, JobState.PROCESSING));
  }

  static Selection<Processor> processors() {
    return all(Entities.PROCESSORS, Condition.TRUE);
  }

  private static Condition isActive() {
    return new Condition.Not(States.isFinal(Entities.JOBS.property("state")));
  }

  private static Condition is(Entity<?> entity, JobState state) {
    Property property = entity.property("state");
    return new Condition.Among(property, List.of(property.accept(state)));
  }

  private static Condition compared(
      Entity<?> entity, String name, Operator operator, Instant moment) {
    Property property = entity.property(name);
    return new Condition.Comparison(
        new Operand.Of(property), operator, new Operand.Value(property.accept(moment)));
  }

  private static <T> Selection<T> all(Entity<T> entity, Condition where) {
    return new Selection<>(entity, where, List.of(), Selection.ALL);
  }
}
