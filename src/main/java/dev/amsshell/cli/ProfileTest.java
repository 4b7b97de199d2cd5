package dev.amsshell.cli;

import dev.amsshell.base.Failure;
import dev.amsshell.config.Endpoint;
import dev.amsshell.job.Job;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Entities;
import dev.amsshell.query.Selection;
import dev.amsshell.transport.Reachability;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Goes the way of a request step by step: name, connection, token, role, query. The first step that
 * fails is the last.
 */
final class ProfileTest {
  private static final List<String> STEPS =
      List.of("account", "name", "connection", "token", "role", "query");

  private final LinkedAccount account;
  private final Map<String, String> passed = new LinkedHashMap<>();
  private String failed;
  private String reason;

  ProfileTest(LinkedAccount account) {
    this.account = account;
  }

  /** Does it; what the last step failed with, if it did. */
  Optional<Failure> run() {
    try {
      Endpoint endpoint = step("account", account::endpoint, Endpoint::toString);
      Reachability network = account.reachability();
      step("name", () -> network.resolve(endpoint), text -> text);
      step("connection", () -> network.handshake(endpoint), text -> text);
      step(
          "token",
          account.tokens()::token,
          token -> "a token by " + account.profile().signIn().label());
      Optional<Job> newest = role();
      passed.put(
          "query", newest.map(job -> "the first job is " + job.id()).orElse("there are no jobs"));
      return Optional.empty();
    } catch (Failure e) {
      reason = e.getMessage();
      return Optional.of(e);
    }
  }

  /** The first request that needs a role, which is the query at once. */
  private Optional<Job> role() {
    failed = "role";
    try {
      Iterator<Job> jobs =
          account.service().list(new Selection<>(Entities.JOBS, Condition.TRUE, List.of(), 1));
      Optional<Job> first = jobs.hasNext() ? Optional.of(jobs.next()) : Optional.empty();
      passed.put("role", "the service accepts the token");
      failed = null;
      return first;
    } catch (Failure e) {
      if (e.kind() != Failure.Kind.AUTHENTICATION) {
        failed = "query";
      }
      throw e;
    }
  }

  private <T> T step(String name, Supplier<T> work, java.util.function.Function<T, String> told) {
    failed = name;
    T result = work.get();
    passed.put(name, told.apply(result));
    failed = null;
    return result;
  }

  /** The steps, each with what came of it. */
  List<Map<String, Object>> steps() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : STEPS) {
      boolean isFailed = name.equals(failed);
      String result = passed.containsKey(name) ? "ok" : isFailed ? "FAILED" : "not reached";
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("step", name);
      row.put("result", result);
      row.put("detail", isFailed ? reason : passed.getOrDefault(name, ""));
      rows.add(row);
    }
    return rows;
  }
}
