package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.NewJob;
import dev.amsshell.sandbox.account.NewJob.NewTask;
import dev.amsshell.sandbox.account.Subscription;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import dev.amsshell.sandbox.odata.Entry.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Jobs are submitted, moved in the queue and deleted (wire sheet 6). */
final class WritableJobs implements WritableSet {

  private static final String PRIORITY = "Priority";
  private static final String SUBSCRIPTIONS = "JobNotificationSubscriptions";

  /** Some clients send all of these, empty, when they create a job (wire sheet 9). */
  private static final Set<String> JOB =
      Set.of(
          "Id",
          "Name",
          "Created",
          "LastModified",
          "EndTime",
          PRIORITY,
          "RunningDuration",
          "StartTime",
          "State",
          "TemplateId",
          SUBSCRIPTIONS,
          "Tasks",
          "InputMediaAssets",
          "OutputMediaAssets");

  private static final Set<String> TASK =
      Set.of(
          "Id",
          "Configuration",
          "EndTime",
          "ErrorDetails",
          "HistoricalEvents",
          "MediaProcessorId",
          "Name",
          "PerfMessage",
          PRIORITY,
          "Progress",
          "RunningDuration",
          "StartTime",
          "State",
          "TaskBody",
          "Options",
          "EncryptionKeyId",
          "EncryptionScheme",
          "EncryptionVersion",
          "InitializationVector",
          "TaskNotificationSubscriptions",
          "InputMediaAssets",
          "OutputMediaAssets");

  private static final Set<String> JOB_SUBSCRIPTION =
      Set.of("TargetJobState", "NotificationEndPointId");

  private static final Set<String> TASK_SUBSCRIPTION =
      Set.of("IncludeTaskProgress", "NotificationEndPointId", "TargetTaskState");

  private final Account account;

  WritableJobs(Account account) {
    this.account = account;
  }

  @Override
  public String create(Entry entry, Instant now) {
    Members job = Members.of(entry, JOB);
    if (entry.representation() == Representation.VERBOSE_JSON && job.has(SUBSCRIPTIONS)) {
      // Reported of the real service; Atom in a batch is the documented way (wire sheet 6.4).
      throw Refusal.badRequest(
          "Parsing request content failed due to: " + SUBSCRIPTIONS + " cannot be given inline.");
    }
    if (!Set.of("Tasks").containsAll(entry.inline().keySet())) {
      throw Refusal.badRequest(
          "InputMediaAssets are given as links to existing assets, and OutputMediaAssets not at"
              + " all.");
    }
    List<Subscription> subscriptions =
        job.elements(SUBSCRIPTIONS, JOB_SUBSCRIPTION).stream().map(WritableJobs::ofJob).toList();
    String template = job.text("TemplateId");
    return account
        .submit(
            new NewJob(
                job.text("Name"),
                job.number(PRIORITY, 0),
                template == null || template.isEmpty() ? null : id("TemplateId", "jtid", template),
                Addresses.assets(entry, "InputMediaAssets"),
                subscriptions,
                entry.inline().getOrDefault("Tasks", List.of()).stream()
                    .map(WritableJobs::task)
                    .toList()),
            now)
        .id();
  }

  /** Only the priority can be changed; an Atom entry is always whole, and the rest is let be. */
  @Override
  public void update(String key, Entry entry, Instant now) {
    Members job = Members.of(entry, JOB);
    boolean more = !Set.of(PRIORITY).containsAll(entry.properties().keySet());
    if (!job.has(PRIORITY) || more && entry.representation() != Representation.ATOM) {
      throw Refusal.badRequest("Of a job, only the property 'Priority' can be changed.");
    }
    account.changePriority(key, job.number(PRIORITY, 0), now);
  }

  @Override
  public void delete(String key, Instant now) {
    account.delete(key, now);
  }

  private static NewTask task(Entry entry) {
    Members task = Members.of(entry, TASK);
    List<Subscription> subscriptions =
        task.elements("TaskNotificationSubscriptions", TASK_SUBSCRIPTION).stream()
            .map(WritableJobs::ofTask)
            .toList();
    return new NewTask(
        task.text("Name"),
        task.text("Configuration"),
        id("MediaProcessorId", "mpid", task.text("MediaProcessorId", "")),
        task.text("TaskBody"),
        task.number("Options", 0),
        subscriptions);
  }

  private static Subscription ofJob(Members members) {
    return subscription(members, "JobNotificationSubscription", "TargetJobState", false);
  }

  private static Subscription ofTask(Members members) {
    return subscription(
        members,
        "TaskNotificationSubscription",
        "TargetTaskState",
        members.truth("IncludeTaskProgress"));
  }

  private static Subscription subscription(
      Members members, String type, String target, boolean progress) {
    int state = members.number(target, 0);
    if (state == 0) {
      throw Refusal.badRequest(type + "." + target + " must not be 0");
    }
    if (state < 0 || state > 2) {
      throw Refusal.badRequest(type + "." + target + " is 1 or 2, not " + state + ".");
    }
    String name = "NotificationEndPointId";
    return new Subscription(id(name, "nepid", members.text(name, "")), state, progress);
  }

  private static String id(String property, String kind, String text) {
    WireKey key = new WireKey(kind);
    return key.canonical(text)
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "The property '%s' is an id of the form %s, not '%s'."
                        .formatted(property, key.description(), text)));
  }
}
