package dev.amsshell.dsl;

import dev.amsshell.await.Terms;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.query.Entities;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that wait, of whatever names jobs: handles, snapshots, ids, collections, queries. */
final class AwaitWords {
  private final Account account;

  AwaitWords(Account account) {
    this.account = account;
  }

  /** Waits for one job; see {@link JobHandle#await(Map)}. */
  Job one(String word, Map<?, ?> options, Object job) {
    Terms terms = AwaitOptions.terms(word, options, false);
    return account.awaiting().all(List.of(id(word, job)), terms, isStrict(word)).get(0);
  }

  /** Waits for all of several jobs; those given twice are waited for and returned once. */
  List<Job> all(String word, Map<?, ?> options, Iterable<?> jobs) {
    Terms terms = AwaitOptions.terms(word, options, jobs instanceof Query);
    return account.awaiting().all(ids(word, jobs, terms), terms, isStrict(word));
  }

  /** Waits for the first of several jobs. */
  Job any(Map<?, ?> options, Iterable<?> jobs) {
    Terms terms = AwaitOptions.terms("awaitAny", options, jobs instanceof Query);
    return account.awaiting().any(ids("awaitAny", jobs, terms), terms);
  }

  private static boolean isStrict(String word) {
    return word.equals("await");
  }

  private List<JobId> ids(String word, Iterable<?> jobs, Terms terms) {
    if (jobs instanceof Query<?> query) {
      return resolved(word, query, terms);
    }
    List<JobId> ids = new ArrayList<>();
    collect(word, jobs, ids);
    Set<JobId> distinct = new LinkedHashSet<>(ids);
    return List.copyOf(distinct);
  }

  private void collect(String word, Iterable<?> jobs, List<JobId> ids) {
    for (Object each : jobs) {
      if (each instanceof Query<?> query) {
        ids.addAll(resolved(word, query, Terms.PLAIN));
      } else if (each instanceof Iterable<?> more) {
        collect(word, more, ids);
      } else {
        ids.add(id(word, each));
      }
    }
  }

  private List<JobId> resolved(String word, Query<?> query, Terms terms) {
    if (!query.rowType().equals(Entities.JOBS.type())) {
      throw new IllegalArgumentException(
          "%s waits for jobs, and this is %s".formatted(word, query));
    }
    return account.awaiting().resolve(query::jobs, terms).stream()
        .map(id -> account.service().parseId(id.text()))
        .toList();
  }

  private JobId id(String word, Object job) {
    if (job instanceof JobHandle handle) {
      return account.service().parseId(handle.getId());
    }
    if (job instanceof Job snapshot) {
      return account.service().parseId(snapshot.id());
    }
    if (job instanceof CharSequence id) {
      return account.service().parseId(id.toString());
    }
    throw new IllegalArgumentException(
        "%s takes jobs (ams.job(id), snapshots, ids), collections of them and queries, not %s"
            .formatted(word, job == null ? "null" : "a " + job.getClass().getSimpleName()));
  }
}
