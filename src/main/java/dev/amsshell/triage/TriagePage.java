package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Plain;
import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Page;
import dev.amsshell.render.page.Page.Section;
import dev.amsshell.render.page.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings as a page: what is wrong first, what it may come from below. */
final class TriagePage {
  private static final int SLOWEST = 15;

  private final Findings findings;
  private final Activity activity;
  private final Span span;

  TriagePage(Findings findings, Activity activity, Span span) {
    this.findings = findings;
    this.activity = activity;
    this.span = span;
  }

  Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("", summary()));
    if (!findings.groups().isEmpty()) {
      sections.add(
          new Section(
              "What fails",
              GroupTables.bars(findings.groups()),
              GroupTables.largest(findings.groups())));
    }
    if (findings.groups().size() > GroupTables.LARGEST) {
      sections.add(new Section("What else fails", GroupTables.others(findings.groups())));
    }
    if (!findings.stuck().isEmpty()) {
      sections.add(new Section("What looks stuck", stuckJobs()));
    }
    sections.add(new Section("Jobs", states(), capacity(), times()));
    sections.add(new Section("Over time", ended(), load()));
    sections.add(new Section("How long jobs take", waits(), runs()));
    List<Job> slowest = activity.slowest(SLOWEST);
    if (!slowest.isEmpty()) {
      sections.add(new Section("The slowest jobs", Lanes.of(slowest, span.to())));
    }
    sections.add(new Section("What was read", notes()));
    return new Page(title(), findings.source(), findings.asOf(), sections);
  }

  private String title() {
    return "Triage of the last " + Plain.span(span.length());
  }

  private List<Block> summary() {
    List<Block> summary = new ArrayList<>();
    boolean isBad = findings.failures() > 0 || !findings.stuck().isEmpty() || failedJobs() > 0;
    Tone tone = isBad ? Tone.BAD : findings.complete() ? Tone.GOOD : Tone.WARN;
    summary.add(new Block.Paragraph(failed() + " " + stuck(), tone));
    if (!findings.complete()) {
      summary.add(new Block.Paragraph("Not all was read. " + findings.notes().get(0), Tone.WARN));
    }
    return summary;
  }

  private long failedJobs() {
    return findings.states().getOrDefault(JobState.ERROR.name(), 0L);
  }

  private String failed() {
    if (findings.failures() > 0) {
      return "%s failed in %s. %s"
          .formatted(
              counted(findings.failures(), "task"),
              counted(findings.groups().size(), "way"),
              largest());
    }
    return failedJobs() == 0
        ? "No task failed."
        : "%s ended in Error, though no task is listed as failed."
            .formatted(counted(failedJobs(), "job"));
  }

  private String stuck() {
    int stuck = findings.stuck().size();
    if (stuck > 0) {
      return "%s stuck.".formatted(counted(stuck, "job looks", "jobs look"));
    }
    return findings.complete() ? "Nothing looks stuck." : "Nothing that was read looks stuck.";
  }

  private String largest() {
    FailureGroup first = findings.groups().get(0);
    return "Most of all %s of %s (%d)%s."
        .formatted(
            first.code(),
            first.processor().isEmpty() ? "an unnamed processor" : first.processor(),
            first.count(),
            first.last() == null
                ? ""
                : ", last %s ago".formatted(Plain.span(Duration.between(first.last(), span.to()))));
  }

  private Block stuckJobs() {
    List<List<Object>> rows = new ArrayList<>();
    for (StuckJob job : findings.stuck()) {
      List<Object> row = new ArrayList<>();
      row.add(job.state());
      row.add(new JobId(job.id()));
      row.add(job.name());
      row.add(job.since());
      row.add(job.lasted());
      row.add(job.reason());
      rows.add(row);
    }
    return new Block.Grid(
        "Jobs that look stuck",
        Block.Grid.Form.LINES,
        List.of("state", "job", "name", "since", "for", "why"),
        rows);
  }

  private Block states() {
    Set<String> names = new LinkedHashSet<>(findings.states().keySet());
    names.addAll(findings.before().keySet());
    List<Block.Bar> bars =
        names.stream()
            .map(JobState::named)
            .sorted()
            .map(
                state ->
                    new Block.Bar(
                        state.name(),
                        findings.states().getOrDefault(state.name(), 0L),
                        state.isFinal()
                            ? "%d in the span before"
                                .formatted(findings.before().getOrDefault(state.name(), 0L))
                            : "now",
                        Tone.of(state)))
            .toList();
    return new Block.Bars("Jobs that ended in the span, and those that are not over", bars);
  }

  private Block capacity() {
    Load load = new Load(findings.capacity(), findings.working());
    List<Block.Fact> facts = new ArrayList<>();
    if (load.isKnown()) {
      long waiting = active(JobState.QUEUED) + active(JobState.SCHEDULED);
      facts.add(new Block.Fact("reserved units", load.capacity().toString()));
      facts.add(
          new Block.Fact(
              "load",
              "%s at work in %s; %s"
                  .formatted(
                      counted(load.working(), "task"),
                      counted(active(JobState.PROCESSING), "job"),
                      waiting(waiting, load))));
    }
    return new Block.Facts(facts);
  }

  private static String waiting(long waiting, Load load) {
    if (waiting == 0) {
      return "no job waits";
    }
    String jobs = counted(waiting, "job waits", "jobs wait");
    return load.isFull() ? jobs + ", since every unit is busy" : jobs + ", though units are free";
  }

  private long active(JobState state) {
    return activity.active().stream().filter(job -> job.state().equals(state)).count();
  }

  private Block times() {
    Quantiles.Compared waits = findings.waits();
    Quantiles.Compared runs = findings.runs();
    List<List<Object>> rows =
        List.of(
            row("wait for the start", "this span", waits.now()),
            row("wait for the start", "the span before", waits.before()),
            row("run, when Finished", "this span", runs.now()),
            row("run, when Finished", "the span before", runs.before()));
    return new Block.Grid(
        "How long jobs wait and run, against the span before",
        Block.Grid.Form.LINES,
        List.of("time", "of", "jobs", "median", "p95"),
        rows);
  }

  private static List<Object> row(String time, String of, Quantiles quantiles) {
    List<Object> row = new ArrayList<>();
    row.add(time);
    row.add(of);
    row.add(quantiles.count());
    row.add(quantiles.median());
    row.add(quantiles.p95());
    return row;
  }

  private Block ended() {
    List<Throughput> steps = findings.throughput();
    return new Block.Steps(
        "Jobs that ended, by outcome",
        span.from(),
        span.step(),
        List.of(
            series(JobState.FINISHED, steps.stream().map(Throughput::finished).toList()),
            series(JobState.ERROR, steps.stream().map(Throughput::failed).toList()),
            series(JobState.CANCELED, steps.stream().map(Throughput::canceled).toList())));
  }

  private static Block.Series series(JobState state, List<Long> amounts) {
    return new Block.Series(state.name(), Tone.of(state), amounts);
  }

  private Block load() {
    return new Block.Steps(
        "Jobs that waited and were at work, at the end of each step",
        span.from(),
        span.step(),
        List.of(
            new Block.Series("at work", Tone.BUSY, activity.atWork()),
            new Block.Series("waiting", Tone.WAITING, activity.waiting())),
        true);
  }

  private Block waits() {
    return new Block.Spread(
        "Wait for the start of the work",
        List.of(
            new Block.Sample("this span", Tone.WAITING, activity.waits(span)),
            new Block.Sample("the span before", Tone.PLAIN, activity.waits(span.before()))));
  }

  private Block runs() {
    return new Block.Spread(
        "Run time of jobs that finished",
        List.of(
            new Block.Sample("this span", Tone.BUSY, activity.runs(span)),
            new Block.Sample("the span before", Tone.PLAIN, activity.runs(span.before()))));
  }

  private Block notes() {
    return new Block.Paragraph(String.join(" ", findings.notes()));
  }

  private static String counted(long count, String noun) {
    return counted(count, noun, noun + "s");
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
