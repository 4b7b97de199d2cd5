package dev.amsshell.triage;

import java.util.ArrayList;
import java.util.List;

/** The failed tasks of one cause, as they are found. */
final class Cluster {
  private final FailedTask first;
  private final List<FailedTask> tasks = new ArrayList<>();
  private Template template;

  Cluster(FailedTask first, Template template) {
    this.first = first;
    this.template = template;
  }

  Template template() {
    return template;
  }

  /** One of them, for what is the same of all. */
  FailedTask example() {
    return first;
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
