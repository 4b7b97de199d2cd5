package dev.amsshell.dsl;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Order;
import dev.amsshell.query.Plan;
import dev.amsshell.query.Rows;
import dev.amsshell.query.Selection;
import dev.amsshell.query.States;
import dev.amsshell.service.MediaService;
import groovy.lang.Closure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * One run of a query: what the service is asked for, and the steps that are left to be done here
 * with what it gives. Restrictions before a limit are asked of the service wherever they stand
 * among filters, since they choose the same rows; after a limit they sift the rows it let through.
 */
final class Reading<T> {
  private final Selection<T> selection;
  private final List<Step> here;
  private final List<String> notes = new ArrayList<>();

  Reading(Entity<T> entity, List<Step> steps, Instant now) {
    List<Step> settled = settled(steps, now);
    List<Condition> where = new ArrayList<>();
    List<Order> order = List.of();
    long limit = Selection.ALL;
    this.here = new ArrayList<>();
    boolean isLimited = false;
    for (Step step : settled) {
      if (step instanceof Step.Where restriction && !isLimited) {
        where.add(restriction.condition());
      } else if (step instanceof Step.Sort sort && !isLimited) {
        order = sort.order();
      } else if (step instanceof Step.Limit most && isCounted()) {
        limit = Math.min(limit, most.rows());
        isLimited = true;
      } else {
        isLimited |= step instanceof Step.Limit;
        add(step);
      }
    }
    this.selection = new Selection<>(entity, new Condition.All(where), order, limit);
  }

  /** Tasks are read once, and not of rows that are dropped by what does not look at them. */
  private void add(Step step) {
    int last = here.size() - 1;
    boolean isAfterTasks = last >= 0 && here.get(last) instanceof Step.WithTasks;
    boolean needsTasks = step instanceof Step.Filter || step instanceof Step.WithTasks;
    if (isAfterTasks && !needsTasks) {
      here.add(last, step);
    } else if (!(step instanceof Step.WithTasks && here.contains(step))) {
      here.add(step);
    }
  }

  Iterator<T> rows(MediaService service) {
    Iterator<T> rows = service.list(selection);
    for (Step step : here) {
      rows = done(step, rows, service);
    }
    return rows;
  }

  long count(MediaService service) {
    return isCounted() ? service.count(selection) : Rows.count(rows(service));
  }

  /** The count, if one request tells. */
  OptionalLong countAtOnce(MediaService service) {
    boolean isOneRequest = isCounted() && service.plan(selection).count().size() == 1;
    return isOneRequest ? OptionalLong.of(service.count(selection)) : OptionalLong.empty();
  }

  /** Whether there are as many rows as the service gives. */
  private boolean isCounted() {
    return here.stream().allMatch(step -> step instanceof Step.WithTasks);
  }

  Plan plan(MediaService service) {
    Plan plan = service.plan(selection);
    List<String> allHere = new ArrayList<>(plan.here());
    here.forEach(step -> allHere.add(text(step)));
    List<String> allNotes = new ArrayList<>(notes);
    allNotes.addAll(plan.notes());
    return new Plan(plan.requests(), isCounted() ? plan.count() : List.of(), allHere, allNotes);
  }

  @SuppressWarnings("unchecked")
  private Iterator<T> done(Step step, Iterator<T> rows, MediaService service) {
    if (step instanceof Step.Where restriction) {
      return Rows.matching(rows, restriction.condition()::test);
    }
    if (step instanceof Step.Filter filter) {
      return Rows.matching(rows, row -> lets(filter.closure(), row));
    }
    if (step instanceof Step.Sort sort) {
      return Rows.concatenated(
          List.of(rows), all -> Rows.ordered(all, sort.order(), Selection.ALL));
    }
    if (step instanceof Step.Limit limit) {
      return Rows.first(rows, limit.rows());
    }
    return (Iterator<T>) service.withTasks((Iterator<Job>) rows);
  }

  private static boolean lets(Closure<?> closure, Object row) {
    boolean takesNone = closure.getMaximumNumberOfParameters() == 0;
    return DefaultTypeTransformation.castToBoolean(takesNone ? closure.call() : closure.call(row));
  }

  private String text(Step step) {
    if (step instanceof Step.Where restriction) {
      return restriction.condition() + ": after the limit, so of those rows only";
    }
    if (step instanceof Step.Filter) {
      return "filter { }: any Groovy, which the service does not speak";
    }
    if (step instanceof Step.Sort sort) {
      return "order by %s: after the limit, so of those rows only"
          .formatted(Order.text(sort.order()));
    }
    if (step instanceof Step.Limit limit) {
      return "the first " + limit.rows() + ": only known after the above";
    }
    return "withTasks(): a request for each job, eight at a time";
  }

  /**
   * Restrictions that depend on the states asked for come to know them from all the others that
   * choose among the same rows: before a limit from those before it, after it from all.
   */
  private List<Step> settled(List<Step> steps, Instant now) {
    int limit = 0;
    while (limit < steps.size() && !(steps.get(limit) instanceof Step.Limit)) {
      limit++;
    }
    Set<JobState> before = States.possible(restrictions(steps.subList(0, limit)));
    Set<JobState> all = States.possible(restrictions(steps));
    List<Step> settled = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.WhenRun restriction) {
        Restriction.Settled meaning = restriction.restriction().at(now, i < limit ? before : all);
        if (!meaning.note().isEmpty()) {
          notes.add(meaning.note());
        }
        settled.add(new Step.Where(meaning.condition()));
      } else {
        settled.add(steps.get(i));
      }
    }
    return settled;
  }

  private static Condition restrictions(List<Step> steps) {
    return new Condition.All(
        steps.stream()
            .filter(Step.Where.class::isInstance)
            .map(step -> ((Step.Where) step).condition())
            .toList());
  }
}
