package dev.amsshell.triage;

import java.util.ArrayList;
import java.util.List;

/** The failed tasks of one cause, as they are found. */
final class Cluster {
  private final List<FailedTask> tasks = new ArrayList<>();
  private Template template;

  Cluster(Template template) {
    this.template = template;
  }

  Template template() {
    return template;
  }

  /** The first of them, for what is the same of all. */
  FailedTask example() {
    return tasks.get(0);
  }

  List<FailedTask> tasks() {
    return tasks;
  }

  void add(FailedTask task) {
    tasks.add(task);
  }

  /** Takes over the tasks of another, whose messages turned out to be of the same template. */
  void absorb(Cluster other, Template common) {
    tasks.addAll(other.tasks);
    template = common;
  }
}
