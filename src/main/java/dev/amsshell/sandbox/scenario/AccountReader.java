package dev.amsshell.sandbox.scenario;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.AccountSetup;
import dev.amsshell.sandbox.account.ErrorDetail;
import dev.amsshell.sandbox.account.Fate;
import dev.amsshell.sandbox.account.JobState;
import dev.amsshell.sandbox.account.Listing;
import dev.amsshell.sandbox.account.MediaProcessor;
import dev.amsshell.sandbox.account.MediaProcessors;
import dev.amsshell.sandbox.account.PlantedJobs;
import dev.amsshell.sandbox.arm.AccountResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a scenario says about the account and its jobs. */
final class AccountReader {

  private static final int QUOTA = Account.MOST_JOBS;

  /** How accounts can be named (wire sheet 1.1). */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{3,24}");

  private static final List<JobState> ACTIVE =
      List.of(JobState.QUEUED, JobState.SCHEDULED, JobState.PROCESSING, JobState.CANCELING);

  private AccountReader() {}

  static AccountSetup account(Section account, List<Section> jobs, List<Section> submitted) {
    AccountSetup usual = AccountSetup.standard();
    Map<JobState, Integer> active = new EnumMap<>(JobState.class);
    for (JobState state : ACTIVE) {
      String key = state.name().toLowerCase(Locale.ROOT);
      active.put(state, account.integer(key, usual.activeJobs().getOrDefault(state, 0), 0, QUOTA));
    }
    AccountSetup setup =
        new AccountSetup(
            account.integer("jobs", usual.pastJobs(), 0, QUOTA),
            active,
            account.integer("reserved-units", usual.reservedUnits(), 1, 10_000),
            arrivals(account, usual),
            account.choice("order", Listing.class).orElse(usual.listing()),
            planted(jobs),
            submitted.stream().map(AccountReader::submitted).toList());
    long all =
        setup.pastJobs()
            + active.values().stream().mapToLong(Integer::longValue).sum()
            + setup.planted().stream().mapToLong(PlantedJobs::count).sum();
    // one is always there besides: the job of the documents
    if (all + 1 > QUOTA) {
      throw new ScenarioProblem(
          "the scenario has %d jobs, and an account holds %d".formatted(all + 1, QUOTA),
          "Give [account] fewer jobs, or [[jobs]] smaller counts.");
    }
    return setup;
  }

  /** The account as Azure Resource Manager knows it. */
  static AccountResource resource(Section account) {
    AccountResource usual = AccountResource.standard();
    Optional<String> name = account.text("name");
    if (name.filter(text -> !NAME.matcher(text).matches()).isPresent()) {
      throw account.wrong("name", "3 to 24 small letters and digits");
    }
    return new AccountResource(
        account.guid("subscription").orElse(usual.subscription()), name.orElse(usual.name()));
  }

  private static List<Duration> arrivals(Section account, AccountSetup usual) {
    String key = "new-job-every";
    if (!account.has(key)) {
      return usual.arrivals();
    }
    if (account.is(key, "never")) {
      return List.of();
    }
    List<Duration> between = account.durations(key);
    if (between.get(0).compareTo(Duration.ofSeconds(1)) < 0) {
      throw account.wrong(key, "\"never\", or two durations of a second at least");
    }
    return between;
  }

  private static List<PlantedJobs> planted(List<Section> sections) {
    Set<String> ids = new HashSet<>(Set.of(Account.EXAMPLE));
    List<PlantedJobs> all = new ArrayList<>();
    for (Section section : sections) {
      PlantedJobs jobs = planted(section);
      if (jobs.id() != null && !ids.add(jobs.id())) {
        throw section.clash("id", "belongs to another job already");
      }
      all.add(jobs);
    }
    return all;
  }

  private static PlantedJobs planted(Section section) {
    int count = section.integer("count", 1, 1, QUOTA);
    PlantedJobs jobs =
        new PlantedJobs(
            count,
            id(section, count),
            section.text("name").orElse(null),
            section.choice("state", JobState.class).orElseGet(() -> usualState(section)),
            section.duration("ago").orElse(Duration.ZERO),
            section.duration("spread").orElse(Duration.ZERO),
            processor(section),
            section.integer("priority", 0, 0, Integer.MAX_VALUE),
            section.integer("tasks", 0, 0, Account.MOST_TASKS),
            fate(section, "*"));
    if (jobs.fate().error() != null
        && (jobs.state() == JobState.FINISHED || jobs.state() == JobState.CANCELED)) {
      throw section.clash("error", "makes no sense for a job that is " + jobs.state());
    }
    Duration oldest = jobs.ago().plus(jobs.spread());
    if (oldest.compareTo(Account.RETENTION.minusDays(1)) > 0) {
      throw section.clash(
          section.has("spread") ? "spread" : "ago",
          "reaches back too far: records are purged after 90 days");
    }
    section.end();
    return jobs;
  }

  private static String processor(Section section) {
    String name = section.text("processor").orElse(null);
    if (name != null && MediaProcessors.ALL.stream().noneMatch(each -> each.name().equals(name))) {
      throw section.wrong(
          "processor",
          "one of "
              + MediaProcessors.ALL.stream()
                  .map(MediaProcessor::name)
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    return name;
  }

  /** What went wrong or is to go wrong says the state best; otherwise a job is at work. */
  private static JobState usualState(Section section) {
    boolean pending = section.has("work") || section.has("sticks-at");
    return section.has("error") && !pending ? JobState.ERROR : JobState.PROCESSING;
  }

  private static String id(Section section, int count) {
    if (count > 1 && section.has("id")) {
      throw section.clash("id", "belongs to one job, and count says " + count);
    }
    return section.guid("id").orElse(null);
  }

  private static Fate submitted(Section section) {
    Fate fate = fate(section, section.text("name").orElse("*"));
    section.end();
    return fate;
  }

  private static Fate fate(Section section, String named) {
    return new Fate(
        named,
        section.has("error") ? error(section.table("error")) : null,
        section.duration("work").orElse(null),
        section.number("sticks-at", 0, 100).orElse(null),
        section.duration("vanishes-after").orElse(null));
  }

  private static ErrorDetail error(Section section) {
    ErrorDetail error =
        new ErrorDetail(section.requiredText("code"), section.requiredText("message"));
    section.end();
    return error;
  }
}
