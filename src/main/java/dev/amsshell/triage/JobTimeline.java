package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.Task;
import dev.amsshell.job.TaskEvent;
import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Page;
import dev.amsshell.render.page.Page.Section;
import dev.amsshell.render.page.Paged;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What happened to a job and to its tasks, drawn against time. */
public final class JobTimeline implements Paged {
  private final Job job;
  private final String source;
  private final List<Event> events;
  private final HtmlFile files;

  /**
   * @param job with its tasks
   * @param source where it was read
   * @param files where it is written, if it is
   */
  public JobTimeline(Job job, String source, HtmlFile files) {
    this.job = job;
    this.source = source;
    this.events = Event.of(job);
    this.files = files;
  }

  /** What happened, in order of time. */
  public List<Event> getEvents() {
    return events;
  }

  /**
   * Writes the page as one HTML file that needs nothing else, or replaces it as a whole.
   *
   * @param file its path
   * @return where it is
   * @throws HtmlFile.NotWritten when it cannot be written
   */
  public Path html(Object file) {
    return files.write(page(), file);
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
    return new Page(
        "Timeline of job " + called(job),
        source,
        job.asOf(),
        List.of(new Section("", picture(), table())));
  }

  /** The job as titles call it. */
  static String called(Job job) {
    return job.name() == null ? job.id() : "'" + job.name() + "'";
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

  private List<Block.Span> spans(Task task) {
    Instant waited =
        task.history().stream()
            .map(TaskEvent::time)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(job.created());
    return Lanes.spans(waited, task.started(), task.ended(), task.state(), end());
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
  public Class<Event> rowType() {
    return Event.class;
  }

  @Override
  public String toString() {
    return "timeline of job %s with %d events".formatted(job.id(), events.size());
  }
}
