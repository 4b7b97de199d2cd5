package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.Job;
import dev.amsshell.sandbox.account.JobView;
import dev.amsshell.sandbox.account.Snapshot;
import dev.amsshell.sandbox.account.Task;
import dev.amsshell.sandbox.account.TaskView;
import dev.amsshell.sandbox.odata.Edm;
import dev.amsshell.sandbox.odata.EntitySet;
import dev.amsshell.sandbox.odata.EntityType;
import dev.amsshell.sandbox.odata.Navigation;
import dev.amsshell.sandbox.odata.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs and tasks as the wire shows them, properties in wire order (wire sheet 4.1 and 4.2). */
final class JobTypes {

  private final Account account;
  private final AssetTypes assets;

  JobTypes(Account account, AssetTypes assets) {
    this.account = account;
    this.assets = assets;
  }

  EntityType<TaskView> task(Snapshot snapshot) {
    return new EntityType<>(
        "Tasks",
        "Task",
        new WireKey("tid"),
        List.of(
            new Navigation<>(
                "OutputMediaAssets",
                task -> Optional.of(assets.named(task.outputAssets(), snapshot))),
            new Navigation<>(
                "InputMediaAssets",
                task -> Optional.of(assets.named(task.inputAssets(), snapshot)))),
        List.of(
            new Property<>("Id", Edm.STRING, view -> view.task().id()),
            new Property<>("Configuration", Edm.STRING, view -> view.task().configuration()),
            new Property<>("EndTime", Edm.DATE_TIME, TaskView::endTime),
            new Property<>("ErrorDetails", Edm.COLLECTION, Complex::errorDetails),
            new Property<>("HistoricalEvents", Edm.COLLECTION, Complex::historicalEvents),
            new Property<>("MediaProcessorId", Edm.STRING, view -> view.task().mediaProcessorId()),
            new Property<>("Name", Edm.STRING, view -> view.task().name()),
            new Property<>("PerfMessage", Edm.STRING, TaskView::perfMessage),
            new Property<>("Priority", Edm.INT32, view -> view.job().priority()),
            new Property<>("Progress", Edm.DOUBLE, TaskView::progress),
            new Property<>("RunningDuration", Edm.DOUBLE, TaskView::runningDuration),
            new Property<>("StartTime", Edm.DATE_TIME, TaskView::startTime),
            new Property<>("State", Edm.INT32, TaskView::state),
            new Property<>("TaskBody", Edm.STRING, view -> view.task().body().text()),
            new Property<>("Options", Edm.INT32, view -> view.task().options()),
            new Property<>("EncryptionKeyId", Edm.STRING, view -> view.task().encryption().keyId()),
            new Property<>(
                "EncryptionScheme", Edm.STRING, view -> view.task().encryption().scheme()),
            new Property<>(
                "EncryptionVersion", Edm.STRING, view -> view.task().encryption().version()),
            new Property<>(
                "InitializationVector", Edm.STRING, view -> view.task().encryption().vector()),
            new Property<>(
                "TaskNotificationSubscriptions",
                Edm.COLLECTION,
                view -> Complex.ofTask(view.task().subscriptions()))));
  }

  EntityType<JobView> job(Snapshot snapshot) {
    return new EntityType<>(
        "Jobs",
        "Job",
        new WireKey("jid"),
        List.of(
            new Navigation<>("Tasks", job -> Optional.of(EntitySet.of(task(snapshot), job::tasks))),
            new Navigation<>(
                "OutputMediaAssets",
                job -> Optional.of(assets.named(job.outputAssets(), snapshot))),
            new Navigation<>(
                "InputMediaAssets",
                view -> Optional.of(assets.named(view.job().inputAssets(), snapshot)))),
        List.of(
            new Property<>("Id", Edm.STRING, view -> view.job().id()),
            new Property<>("Name", Edm.STRING, view -> view.job().name()),
            new Property<>("Created", Edm.DATE_TIME, JobView::created),
            new Property<>("LastModified", Edm.DATE_TIME, JobView::lastModified),
            new Property<>("EndTime", Edm.DATE_TIME, JobView::endTime),
            new Property<>("Priority", Edm.INT32, view -> view.job().priority()),
            new Property<>("RunningDuration", Edm.DOUBLE, JobView::runningDuration),
            new Property<>("StartTime", Edm.DATE_TIME, JobView::startTime),
            new Property<>("State", Edm.INT32, JobView::state),
            new Property<>("TemplateId", Edm.STRING, view -> view.job().templateId()),
            new Property<>(
                "JobNotificationSubscriptions",
                Edm.COLLECTION,
                view -> Complex.ofJob(view.job().subscriptions()))));
  }

  EntitySet<JobView> jobs(Snapshot snapshot) {
    return new EntitySet<>(
        job(snapshot),
        () -> snapshot.jobs().stream().map(job -> new JobView(job, snapshot.now())).toList(),
        id -> account.job(id).map(job -> new JobView(job, snapshot.now())));
  }

  EntitySet<TaskView> tasks(Snapshot snapshot) {
    return new EntitySet<>(
        task(snapshot),
        () -> views(snapshot),
        id -> views(snapshot).stream().filter(view -> view.task().id().equals(id)).findFirst());
  }

  private static List<TaskView> views(Snapshot snapshot) {
    List<TaskView> views = new ArrayList<>(2 * snapshot.jobs().size());
    for (Job job : snapshot.jobs()) {
      for (Task task : job.tasks()) {
        views.add(new TaskView(task, job, snapshot.now()));
      }
    }
    return views;
  }
}
