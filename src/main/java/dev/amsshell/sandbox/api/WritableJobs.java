package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.Encryption;
import dev.amsshell.sandbox.account.NewJob;
import dev.amsshell.sandbox.account.NewJob.NewTask;
import dev.amsshell.sandbox.account.Subscription;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import dev.amsshell.sandbox.odata.Entry.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Jobs are submitted, moved in the queue and deleted (wire sheet 6). */
final class WritableJobs implements Creatable, Updatable, Deletable {

  private static final String PRIORITY = "Priority";
  private static final String SUBSCRIPTIONS = "JobNotificationSubscriptions";

  /** All flags at once (wire sheet 4.2). */
  private static final int MOST_OPTIONS = 7;

  private static final Set<String> JOB_SUBSCRIPTION =
      Set.of("TargetJobState", "NotificationEndPointId");

  private static final Set<String> TASK_SUBSCRIPTION =
      Set.of("IncludeTaskProgress", "NotificationEndPointId", "TargetTaskState");

  private final Account account;
  private final Supplier<Set<String>> ofTask;

  /**
   * @param ofTask the names of the properties and navigations of a task
   */
  WritableJobs(Account account, Supplier<Set<String>> ofTask) {
    this.account = account;
    this.ofTask = ofTask;
  }

  @Override
  public String create(Entry entry, Set<String> known, Instant now) {
    Members job = Members.of(entry, known);
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
        job.elements(SUBSCRIPTIONS, JOB_SUBSCRIPTION).stream()
            .map(WritableJobs::jobSubscription)
            .toList();
    String template = job.text("TemplateId");
    return account
        .submit(
            new NewJob(
                job.text("Name"),
                job.number(PRIORITY, 0),
                template == null || template.isEmpty() ? null : job.id("TemplateId", "jtid"),
                LinkedAssets.ids(entry, "InputMediaAssets"),
                subscriptions,
                entry.inline().getOrDefault("Tasks", List.of()).stream().map(this::task).toList()),
            now)
        .id();
  }

  /** Only the priority can be changed; an Atom entry is always whole, and the rest is let be. */
  @Override
  public void update(String key, Entry entry, Set<String> known, Instant now) {
    Members job = Members.of(entry, known);
    boolean more = !Set.of(PRIORITY).containsAll(entry.properties().keySet());
    if (!job.has(PRIORITY) || more && entry.representation() != Representation.ATOM) {
      throw Refusal.badRequest(
          "Of a job, only the property 'Priority' can be changed, and it must be given.");
    }
    account.changePriority(key, job.number(PRIORITY, 0), now);
  }

  @Override
  public void delete(String key, Instant now) {
    account.delete(key, now);
  }

  private NewTask task(Entry entry) {
    Members task = Members.of(entry, ofTask.get());
    List<Subscription> subscriptions =
        task.elements("TaskNotificationSubscriptions", TASK_SUBSCRIPTION).stream()
            .map(WritableJobs::taskSubscription)
            .toList();
    return new NewTask(
        task.text("Name"),
        task.text("Configuration"),
        task.id("MediaProcessorId", "mpid"),
        task.text("TaskBody"),
        task.number("Options", 0, 0, MOST_OPTIONS),
        new Encryption(
            task.text("EncryptionKeyId"),
            task.text("EncryptionScheme", Encryption.NONE.scheme()),
            task.text("EncryptionVersion"),
            task.text("InitializationVector")),
        subscriptions);
  }

  private static Subscription jobSubscription(Members members) {
    return subscription(members, "JobNotificationSubscription", "TargetJobState", false);
  }

  private static Subscription taskSubscription(Members members) {
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
    return new Subscription(members.id("NotificationEndPointId", "nepid"), state, progress);
  }
}
