package dev.amsshell.render;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.job.Processor;
import dev.amsshell.job.Task;
import dev.amsshell.query.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One thing as a few labelled lines; what is not known of a job and its like has no line. */
final class Cards {
  private final CellText text;
  private final Moments moments;

  Cards(CellText text, Moments moments) {
    this.text = text;
    this.moments = moments;
  }

  /** The card of a record or a map. */
  Card of(Object value) {
    Card card = new Card(text);
    if (value instanceof Job job) {
      job(card, job);
    } else if (value instanceof Task task) {
      task(card, task);
    } else if (value instanceof Asset asset) {
      asset(card, asset);
    } else if (value instanceof Processor processor) {
      processor(card, processor);
    } else if (value instanceof Plan plan) {
      plan(card, plan);
    } else {
      new KeyedShape(text).fields(value).forEach(card::put);
    }
    return card;
  }

  private void job(Card card, Job job) {
    card.putKnown("id", job.id());
    card.putKnown("name", job.name());
    card.putKnown("state", job.state());
    if (job.hasTasks()) {
      card.putKnown("progress", Plain.percent(job.getProgress()));
    }
    card.putKnown("priority", job.priority() == 0 ? null : job.priority());
    times(card, job.created(), job.started(), job.ended(), job.asOf());
    processorTime(card, job.runningDuration());
    card.putKnown("template", job.templateId());
    if (job.hasTasks()) {
      int number = 1;
      for (Task task : job.tasks()) {
        card.putKnown("task " + number++, brief(task));
        faults(card, task.errors());
      }
    }
  }

  private void task(Card card, Task task) {
    card.putKnown("id", task.id());
    card.putKnown("name", task.name());
    card.putKnown("state", task.state());
    card.putKnown("progress", Plain.percent(task.progress()));
    times(card, null, task.started(), task.ended(), null);
    processorTime(card, task.runningDuration());
    card.putKnown("processor", task.processor());
    faults(card, task.errors());
  }

  private void asset(Card card, Asset asset) {
    card.putKnown("id", asset.id());
    card.putKnown("name", asset.name());
    card.putKnown("state", asset.deleted() ? "Deleted" : asset.state());
    times(card, asset.created(), null, null, null);
    card.putKnown("alternate id", asset.alternateId());
    card.putKnown("storage", asset.storageAccount());
    card.putKnown("uri", asset.uri());
  }

  private static void processor(Card card, Processor processor) {
    card.putKnown("id", processor.id());
    card.putKnown("name", processor.name());
    card.putKnown("version", processor.version());
    card.putKnown("vendor", processor.vendor());
    card.putKnown("sku", processor.sku());
    card.putKnown("description", processor.description());
  }

  private static void plan(Card card, Plan plan) {
    plan.requests().forEach(each -> card.putKnown("request", each));
    plan.count().forEach(each -> card.putKnown("to count", each));
    plan.here().forEach(each -> card.putKnown("done here", each));
    plan.notes().forEach(each -> card.putKnown("note", each));
  }

  private static void faults(Card card, List<Fault> faults) {
    faults.forEach(fault -> card.putKnown("error", fault));
  }

  private static String brief(Task task) {
    return "%s  %s  %s"
        .formatted(
            task.name() == null ? task.id() : task.name(),
            task.state(),
            Plain.percent(task.progress()));
  }

  private void times(Card card, Instant created, Instant started, Instant ended, Instant asOf) {
    card.putKnown("created", moments.alone(created));
    card.putKnown("started", moments.alone(started));
    card.putKnown("ended", moments.alone(ended));
    card.putKnown("elapsed", Plain.elapsed(started, ended, asOf));
  }

  private static void processorTime(Card card, Duration duration) {
    card.putKnown("processor time", duration.isZero() ? null : Plain.duration(duration));
  }
}
