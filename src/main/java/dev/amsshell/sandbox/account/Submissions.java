package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.account.NewJob.NewTask;
import dev.amsshell.sandbox.http.Glob;
import dev.amsshell.sandbox.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes jobs of what clients submit, or refuses it (wire sheet 6.4, 7.2 and 7.3). */
final class Submissions {

  private static final int LONGEST_NAME = 4000;
  private static final int LONGEST_CONFIGURATION = 100_000;
  private static final int MOST_ASSETS_OF_JOB = 100;
  private static final Duration PARSING = Duration.ofSeconds(20);

  private final AssetTable assets;
  private final EndPointTable endPoints;
  private final List<JobTemplate> templates;
  private final List<Fate> fates;
  private final Random random;
  private final TaskMaker maker;

  Submissions(
      AssetTable assets,
      EndPointTable endPoints,
      List<JobTemplate> templates,
      List<Fate> fates,
      Random random) {
    this.assets = assets;
    this.endPoints = endPoints;
    this.templates = templates;
    this.fates = fates;
    this.random = random;
    this.maker = new TaskMaker(random);
  }

  /**
   * A job that was taken in.
   *
   * @param outputs the assets its tasks are going to write
   */
  record Accepted(Job job, List<Asset> outputs) {}

  /** What the scenario has in store for a job of that name; nothing when it does not say. */
  Optional<Fate> fateOf(String name, Random placeholders) {
    return fates.stream()
        .filter(fate -> Glob.matches(fate.named(), name == null ? "" : name))
        .findFirst()
        .map(fate -> new Placeholders(1, placeholders).in(fate));
  }

  Accepted accept(NewJob wanted, Instant now) {
    requireLength("Name", wanted.name(), LONGEST_NAME);
    wanted.inputAssets().forEach(this::requireReadable);
    wanted.subscriptions().forEach(this::requireEndPoint);
    List<NewTask> tasks = wanted.templateId() == null ? wanted.tasks() : fromTemplate(wanted);
    if (tasks.isEmpty()) {
      throw Refusal.badRequest("There must be at least one task.");
    }
    if (tasks.size() > Account.MOST_TASKS) {
      throw Refusal.badRequest("A job has at most " + Account.MOST_TASKS + " tasks.");
    }
    tasks.forEach(this::require);
    Wiring wiring =
        Wiring.of(
            wanted.name(),
            tasks.stream().map(NewTask::body).toList(),
            wanted.inputAssets().size(),
            () -> WireId.random("cid", random));
    if (wiring.outputs().size() + wanted.inputAssets().size() > MOST_ASSETS_OF_JOB) {
      throw new Refusal(403, "A job has at most " + MOST_ASSETS_OF_JOB + " assets.");
    }
    Job job = job(wanted, tasks, wiring, now);
    String parent = wanted.inputAssets().isEmpty() ? null : wanted.inputAssets().get(0);
    return new Accepted(
        job, wiring.outputs().stream().map(output -> asset(output, parent, now)).toList());
  }

  Asset asset(String name, String alternateId, int options, int formatOption, Instant now) {
    requireLength("Name", name, LONGEST_NAME);
    String id = WireId.random("cid", random);
    return new Asset(
        id,
        name,
        alternateId,
        0,
        options,
        formatOption,
        Asset.STORAGE,
        null,
        Asset.Content.NOTHING,
        now,
        now);
  }

  AssetFile file(
      String assetId, String name, long size, boolean primary, String mimeType, Instant now) {
    if (name == null || name.isBlank()) {
      throw Refusal.badRequest("The property 'Name' is required.");
    }
    requireLength("Name", name, LONGEST_NAME);
    return new AssetFile(
        WireId.random("cid", random), assetId, name, size, primary, mimeType, now, now);
  }

  private Job job(NewJob wanted, List<NewTask> newTasks, Wiring wiring, Instant now) {
    Fate fate = fateOf(wanted.name(), random).orElse(Fate.ORDINARY);
    Timeline times = new Timeline(now, null, null, null, null, null);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < newTasks.size(); i++) {
      NewTask task = newTasks.get(i);
      TaskBody body = wiring.bodies().get(i);
      boolean ready = body.inputs().stream().noneMatch(TaskBody.Input::produced);
      boolean last = i == newTasks.size() - 1;
      tasks.add(
          new Task(
              WireId.random("tid", random),
              task.name(),
              task.configuration(),
              task.mediaProcessorId(),
              body,
              task.options(),
              task.encryption(),
              task.subscriptions(),
              work(task, last ? fate : Fate.taking(fate.work())),
              ready ? now : null,
              null,
              times));
    }
    return new Job(
        WireId.random("jid", random),
        wanted.name(),
        wanted.priority(),
        wanted.templateId(),
        wanted.inputAssets(),
        wanted.subscriptions(),
        now,
        fate.vanishesAfter() == null ? null : now.plus(fate.vanishesAfter()),
        times,
        tasks);
  }

  /** A configuration that is none fails its task, soon (wire sheet 7.4). */
  private Work work(NewTask task, Fate fate) {
    boolean readable = (task.options() & Task.PROTECTED_CONFIGURATION) == 0;
    ErrorDetail error =
        readable ? Configurations.problemOf(task.configuration()).orElse(null) : null;
    return maker.decisive(error == null ? fate : new Fate("*", error, PARSING, null, null));
  }

  private List<NewTask> fromTemplate(NewJob wanted) {
    if (!wanted.tasks().isEmpty()) {
      throw Refusal.badRequest("A job that is made from a template has no tasks of its own.");
    }
    JobTemplate template =
        templates.stream()
            .filter(each -> each.id().equals(wanted.templateId()))
            .findFirst()
            .orElseThrow(() -> Refusal.noSuchResource("JobTemplates"));
    return template.tasks().stream()
        .map(
            task ->
                new NewTask(
                    task.name(),
                    task.configuration(),
                    task.mediaProcessorId(),
                    JobTemplate.TASK_BODY,
                    0,
                    Encryption.NONE,
                    List.of()))
        .toList();
  }

  private void require(NewTask task) {
    requireLength("Name", task.name(), LONGEST_NAME);
    requireLength("Configuration", task.configuration(), LONGEST_CONFIGURATION);
    if (task.configuration() == null || task.configuration().isBlank()) {
      throw Refusal.badRequest("The property 'Configuration' of a task is required.");
    }
    if (MediaProcessors.find(task.mediaProcessorId()).isEmpty()) {
      throw new Refusal(
          403,
          "The media processor '" + task.mediaProcessorId() + "' is not available to the account.");
    }
    task.subscriptions().forEach(this::requireEndPoint);
  }

  private void requireEndPoint(Subscription subscription) {
    if (!endPoints.has(subscription.endPointId())) {
      throw Refusal.noSuchResource("NotificationEndPoints");
    }
  }

  /** What has no file to start from cannot be encoded (wire sheet 6.4). */
  private void requireReadable(String assetId) {
    Asset asset = assets.find(assetId).orElseThrow(() -> Refusal.noSuchResource("Assets"));
    List<AssetFile> files = assets.files(asset);
    if (files.size() != 1 && files.stream().noneMatch(AssetFile::primary)) {
      throw Refusal.badRequest("The input asset '" + assetId + "' has no primary file.");
    }
  }

  private static Asset asset(TaskBody.Output output, String parent, Instant now) {
    return new Asset(
        output.assetId(),
        output.name(),
        null,
        0,
        output.options(),
        output.formatOption(),
        output.storage(),
        parent,
        Asset.Content.NOTHING,
        now,
        now);
  }

  private static void requireLength(String property, String text, int longest) {
    if (text != null && text.length() > longest) {
      throw Refusal.badRequest(
          "The property '%s' has %d characters; it may have %d."
              .formatted(property, text.length(), longest));
    }
  }
}
