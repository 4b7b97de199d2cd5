package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.Task;
import dev.amsshell.job.TaskEvent;
import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Page;
import dev.amsshell.render.page.Page.Section;
import dev.amsshell.render.page.Paged;
import dev.amsshell.render.page.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened to a job and to its tasks, drawn against time. */
public final class JobTimeline implements Paged {
  private final Job job;
  private final String source;
  private final List<Event> events;

  /**
   * @param job with its tasks
   * @param source where it was read
   */
  public JobTimeline(Job job, String source) {
    this.job = job;
    this.source = source;
    this.events = Event.of(job);
  }

  /** What happened, in order of time. */
  public List<Event> getEvents() {
    return events;
  }

  @Override
  public List<Event> data() {
    return events;
  }

  @Override
  public List<Event> rows() {
    return events;
  }

  @Override
  public Page page() {
    String name = job.name() == null ? job.id() : "'" + job.name() + "'";
    return new Page(
        "Timeline of job " + name,
        source,
        job.asOf(),
        List.of(new Section("", picture(), table())));
  }

  /** The job above its tasks. */
  Block picture() {
    List<Block.Lane> lanes = new ArrayList<>();
    lanes.add(new Block.Lane("job", new JobId(job.id()), Lanes.spans(job, end())));
    job.tasks().forEach(task -> lanes.add(new Block.Lane(Event.name(task), null, spans(task))));
    Instant from = job.created() == null ? end() : job.created();
    Instant first =
        events.isEmpty() || from.isBefore(events.get(0).time()) ? from : events.get(0).time();
    return new Block.Gantt("Job and tasks against time", first, end(), lanes);
  }

  /** From each event to the next one, and to its end. */
  private List<Block.Span> spans(Task task) {
    List<TaskEvent> history = task.history().stream().filter(each -> each.time() != null).toList();
    Instant last = task.ended() != null ? task.ended() : end();
    List<Block.Span> spans = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Instant from = history.get(i).time();
      Instant next = i + 1 < history.size() ? history.get(i + 1).time() : last;
      Instant to = next.isAfter(last) ? last : next;
      if (from.isBefore(to)) {
        spans.add(new Block.Span(history.get(i).code(), from, to, tone(task, from)));
      }
    }
    return spans;
  }

  /** What a task did at a moment follows from its times; the codes of events are an open set. */
  private static Tone tone(Task task, Instant at) {
    boolean hasBegun = task.started() != null && !at.isBefore(task.started());
    return hasBegun ? Tone.of(task.state()) : Tone.WAITING;
  }

  /** The end of what is drawn; what the service tells after that is in the table. */
  private Instant end() {
    return job.ended() == null ? job.asOf() : job.ended();
  }

  Block table() {
    List<List<Object>> rows = new ArrayList<>();
    for (Event event : events) {
      List<Object> row = new ArrayList<>();
      row.add(event.time());
      row.add(
          job.created() == null || event.time().isBefore(job.created())
              ? null
              : Duration.between(job.created(), event.time()));
      row.add(event.task());
      row.add(event.what());
      row.add(event.message().isEmpty() ? null : event.message());
      rows.add(row);
    }
    return new Block.Grid(
        "What happened",
        Block.Grid.Form.LINES,
        List.of("time", "after", "task", "event", "message"),
        rows);
  }

  @Override
  public String toString() {
    return "timeline of job %s with %d events".formatted(job.id(), events.size());
  }
}
