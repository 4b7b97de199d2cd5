package dev.amsshell.triage;

import dev.amsshell.job.JobId;
import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Tone;
import java.util.ArrayList;
import java.util.List;

/** Groups of failures as bars and tables. */
final class GroupTables {
  /** Of so many groups all is said; the others are a line each. */
  static final int LARGEST = 8;

  private GroupTables() {}

  /** How the largest groups compare. */
  static Block bars(List<FailureGroup> groups) {
    return new Block.Bars(
        "Tasks that failed, by group",
        groups.stream()
            .limit(LARGEST)
            .map(group -> new Block.Bar(group.code(), group.count(), group.processor(), Tone.BAD))
            .toList());
  }

  /** Everything about the largest groups. */
  static Block largest(List<FailureGroup> groups) {
    List<List<Object>> rows = new ArrayList<>();
    for (FailureGroup group : groups.subList(0, Math.min(LARGEST, groups.size()))) {
      List<JobId> confirmed = ids(group, true);
      List<JobId> likely = ids(group, false);
      List<Object> row = new ArrayList<>();
      row.add(group.count());
      row.add(group.code());
      row.add(group.processor());
      row.add(group.message());
      row.add(group.first());
      row.add(group.last());
      row.add(new Block.Trend(group.trend()));
      row.add(group.origin().toString());
      row.add(group.retry().toString());
      row.add(group.advice());
      row.add(confirmed.isEmpty() ? null : confirmed);
      row.add(likely.isEmpty() ? null : likely);
      rows.add(row);
    }
    return new Block.Grid(
        "Tasks that failed, by what they have in common",
        Block.Grid.Form.STANZAS,
        List.of(
            "tasks",
            "error",
            "processor",
            "message",
            "first",
            "last",
            "trend",
            "origin",
            "retry",
            "what to do",
            "sample",
            "probably also"),
        rows);
  }

  /** A line for each of the others. */
  static Block others(List<FailureGroup> groups) {
    List<List<Object>> rows = new ArrayList<>();
    for (FailureGroup group : groups.subList(LARGEST, groups.size())) {
      List<Object> row = new ArrayList<>();
      row.add(group.count());
      row.add(group.code());
      row.add(group.message());
      row.add(group.samples().isEmpty() ? null : new JobId(group.samples().get(0).id()));
      row.add(group.retry().toString());
      row.add(group.processor());
      row.add(group.last());
      rows.add(row);
    }
    return new Block.Grid(
        "Smaller groups of tasks that failed",
        Block.Grid.Form.LINES,
        List.of("tasks", "error", "message", "sample", "retry", "processor", "last"),
        rows);
  }

  private static List<JobId> ids(FailureGroup group, boolean isConfirmed) {
    return group.samples().stream()
        .filter(sample -> sample.confirmed() == isConfirmed)
        .map(sample -> new JobId(sample.id()))
        .toList();
  }
}
