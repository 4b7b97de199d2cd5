package dev.amsshell.triage;

import dev.amsshell.job.Capacity;
import dev.amsshell.render.page.Page;
import dev.amsshell.render.page.Paged;
import dev.amsshell.service.MediaService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The one page of an incident: what is failing, since when, how much of it, and what to do. */
public final class Triage implements Paged {
  private final Findings findings;
  private final Page page;
  private final HtmlFile files;

  Triage(Findings findings, Page page, HtmlFile files) {
    this.findings = findings;
    this.page = page;
    this.files = files;
  }

  /**
   * Reads what happened in an account.
   *
   * @param from since when
   * @param now the time
   * @param limits from when on a job looks stuck
   * @param mostReads of how many jobs the tasks may be read one by one, where the service refuses
   *     to list tasks that failed
   * @param files where it is written, if it is
   */
  public static Triage of(
      MediaService service,
      Instant from,
      Instant now,
      Limits limits,
      int mostReads,
      HtmlFile files) {
    return new Investigation(service, new Span(from, now), limits, mostReads).run(files);
  }

  /** Where the account is. */
  public String getSource() {
    return findings.source();
  }

  /** When it was read. */
  public Instant getAsOf() {
    return findings.asOf();
  }

  /** From when on. */
  public Instant getSince() {
    return findings.since();
  }

  /** How many tasks failed. */
  public int getFailures() {
    return findings.failures();
  }

  /** What they have in common, the largest group first. */
  public List<FailureGroup> getGroups() {
    return findings.groups();
  }

  /** How many jobs are in each state: those that are not over, and those that ended since. */
  public Map<String, Long> getStates() {
    return findings.states();
  }

  /** How many jobs ended in each state in the same time before. */
  public Map<String, Long> getBefore() {
    return findings.before();
  }

  /** From submission to the start of the work, of jobs that started since. */
  public Quantiles.Compared getWaits() {
    return findings.waits();
  }

  /** From the start of the work to its end, of jobs that finished since. */
  public Quantiles.Compared getRuns() {
    return findings.runs();
  }

  /** How many jobs ended, step by step. */
  public List<Throughput> getThroughput() {
    return findings.throughput();
  }

  /** How much is processed at a time; null when the service does not say. */
  public Capacity getCapacity() {
    return findings.capacity();
  }

  /** How many tasks are at work; null when the service does not say. */
  public Long getWorking() {
    return findings.working();
  }

  /** The jobs that look stuck, the longest first. */
  public List<StuckJob> getStuck() {
    return findings.stuck();
  }

  /** Whether all that failed and all that is at work was looked at; the notes say what was not. */
  public boolean getComplete() {
    return findings.complete();
  }

  /** What was read, and what could not be. */
  public List<String> getNotes() {
    return findings.notes();
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

  /** All of it as data. */
  @Override
  public Findings data() {
    return findings;
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public List<FailureGroup> rows() {
    return findings.groups();
  }

  @Override
  public Class<FailureGroup> rowType() {
    return FailureGroup.class;
  }

  @Override
  public String toString() {
    return page.title();
  }
}
