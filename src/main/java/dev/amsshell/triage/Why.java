package dev.amsshell.triage;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Page;
import dev.amsshell.render.page.Page.Section;
import dev.amsshell.render.page.Paged;
import dev.amsshell.render.page.Tone;
import dev.amsshell.service.MediaService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One job explained in plain words. */
public final class Why implements Paged {
  private final Explanation explanation;
  private final String source;
  private final HtmlFile files;

  private Why(Explanation explanation, String source, HtmlFile files) {
    this.explanation = explanation;
    this.source = source;
    this.files = files;
  }

  /**
   * Finds out why a job is in the state it is in.
   *
   * @param job with its tasks
   * @param now the time
   * @param files where it is written, if it is
   */
  public static Why of(MediaService service, Job job, Instant now, HtmlFile files) {
    return new Why(new Explainer(service, job, now).explain(), service.describe(), files);
  }

  /** The job as it was, with its tasks. */
  public Job getJob() {
    return explanation.job();
  }

  /** In plain words, what matters most first. */
  public List<String> getStory() {
    return explanation.story();
  }

  /** What went wrong first; null when nothing did. */
  public Fault getCause() {
    return explanation.cause();
  }

  /** What to do; empty when there is nothing to be done. */
  public String getAdvice() {
    return explanation.advice();
  }

  /** The inputs and outputs that exist no more. */
  public List<Asset> getMissing() {
    return explanation.missing();
  }

  /** How other jobs did at the time. */
  public Explanation.Neighbours getNeighbours() {
    return explanation.neighbours();
  }

  /** What happened, in order of time. */
  public List<Event> getEvents() {
    return explanation.events();
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
  public Explanation data() {
    return explanation;
  }

  @Override
  public List<Event> rows() {
    return explanation.events();
  }

  @Override
  public Page page() {
    Job job = explanation.job();
    JobTimeline timeline = new JobTimeline(job, source, files);
    List<Block> story = new ArrayList<>();
    for (String sentence : explanation.story()) {
      story.add(new Block.Paragraph(sentence, story.isEmpty() ? Tone.of(job.state()) : Tone.PLAIN));
    }
    if (!explanation.advice().isEmpty()) {
      story.add(new Block.Facts(List.of(new Block.Fact("what to do", explanation.advice()))));
    }
    return new Page(
        "Why job %s is %s".formatted(JobTimeline.called(job), job.state()),
        source,
        job.asOf(),
        List.of(
            new Section("", story), new Section("Timeline", timeline.picture(), timeline.table())));
  }

  @Override
  public Class<Event> rowType() {
    return Event.class;
  }

  @Override
  public String toString() {
    return String.join(" ", explanation.story());
  }
}
