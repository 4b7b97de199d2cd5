package dev.amsshell.await;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which jobs a wait wants with their tasks, since these cost a request each: those that are decided
 * by then, and those of which somebody will look at the tasks. Asked by the watcher's thread, so
 * that it holds nothing that changes meanwhile.
 *
 * @param known the state of each job, by key, that was last told of; null when none was
 * @param details the keys of those that are wanted in any case
 * @param wantsChanges whether the tasks are wanted whenever a state has changed
 */
record TaskWish(Goal goal, Map<String, JobState> known, Set<String> details, boolean wantsChanges)
    implements Predicate<Job> {
  /** Of the jobs as they are known now. */
  static TaskWish of(Terms terms, Map<String, Watched> jobs, Set<String> details) {
    Map<String, JobState> known = new HashMap<>();
    jobs.forEach((key, each) -> known.put(key, each.announced()));
    return new TaskWish(terms.goal(), known, details, terms.onChange().isPresent());
  }

  @Override
  public boolean test(Job job) {
    String key = Request.key(job.id());
    return known.containsKey(key)
        && (goal instanceof Goal.Holds
            || job.state().isFinal()
            || goal.isReached(job)
            || details.contains(key)
            || wantsChanges && !job.state().equals(known.get(key)));
  }
}
