package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.JobView;
import dev.amsshell.sandbox.account.MediaProcessor;
import dev.amsshell.sandbox.account.TaskView;
import dev.amsshell.sandbox.odata.ComplexList;
import dev.amsshell.sandbox.odata.Edm;
import dev.amsshell.sandbox.odata.EntitySet;
import dev.amsshell.sandbox.odata.EntityType;
import dev.amsshell.sandbox.odata.Navigation;
import dev.amsshell.sandbox.odata.Property;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entity types served, their properties in wire order (wire sheet 4.1, 4.2 and 4.4). */
public final class Model {

  static final EntityType<TaskView> TASK =
      new EntityType<>(
          "Tasks",
          "Task",
          new WireKey("tid"),
          List.of(notHeld("OutputMediaAssets"), notHeld("InputMediaAssets")),
          List.of(
              new Property<>("Id", Edm.STRING, task -> task.plan().id()),
              new Property<>("Configuration", Edm.STRING, task -> task.plan().configuration()),
              new Property<>("EndTime", Edm.DATE_TIME, TaskView::endTime),
              new Property<>("ErrorDetails", Edm.COLLECTION, Model::errorDetails),
              new Property<>("HistoricalEvents", Edm.COLLECTION, Model::historicalEvents),
              new Property<>("MediaProcessorId", Edm.STRING, t -> t.plan().mediaProcessorId()),
              new Property<>("Name", Edm.STRING, task -> task.plan().name()),
              new Property<>("PerfMessage", Edm.STRING, TaskView::perfMessage),
              new Property<>("Priority", Edm.INT32, task -> task.plan().priority()),
              new Property<>("Progress", Edm.DOUBLE, TaskView::progress),
              new Property<>("RunningDuration", Edm.DOUBLE, TaskView::runningDuration),
              new Property<>("StartTime", Edm.DATE_TIME, TaskView::startTime),
              new Property<>("State", Edm.INT32, TaskView::state),
              new Property<>("TaskBody", Edm.STRING, task -> task.plan().taskBody()),
              new Property<>("Options", Edm.INT32, task -> 0),
              new Property<>("EncryptionKeyId", Edm.STRING, task -> null),
              new Property<>("EncryptionScheme", Edm.STRING, task -> "None"),
              new Property<>("EncryptionVersion", Edm.STRING, task -> null),
              new Property<>("InitializationVector", Edm.STRING, task -> null),
              new Property<>(
                  "TaskNotificationSubscriptions", Edm.COLLECTION, Model::taskSubscriptions)));

  static final EntityType<JobView> JOB =
      new EntityType<>(
          "Jobs",
          "Job",
          new WireKey("jid"),
          List.of(
              new Navigation<>("Tasks", job -> Optional.of(EntitySet.of(TASK, job::tasks))),
              notHeld("OutputMediaAssets"),
              notHeld("InputMediaAssets")),
          List.of(
              new Property<>("Id", Edm.STRING, job -> job.plan().id()),
              new Property<>("Name", Edm.STRING, job -> job.plan().name()),
              new Property<>("Created", Edm.DATE_TIME, JobView::created),
              new Property<>("LastModified", Edm.DATE_TIME, JobView::lastModified),
              new Property<>("EndTime", Edm.DATE_TIME, JobView::endTime),
              new Property<>("Priority", Edm.INT32, job -> job.plan().priority()),
              new Property<>("RunningDuration", Edm.DOUBLE, JobView::runningDuration),
              new Property<>("StartTime", Edm.DATE_TIME, JobView::startTime),
              new Property<>("State", Edm.INT32, JobView::state),
              new Property<>("TemplateId", Edm.STRING, job -> job.plan().templateId()),
              new Property<>(
                  "JobNotificationSubscriptions", Edm.COLLECTION, Model::jobSubscriptions)));

  static final EntityType<MediaProcessor> MEDIA_PROCESSOR =
      new EntityType<>(
          "MediaProcessors",
          "MediaProcessor",
          new WireKey("mpid"),
          List.of(),
          List.of(
              new Property<>("Id", Edm.STRING, MediaProcessor::id),
              new Property<>("Description", Edm.STRING, MediaProcessor::description),
              new Property<>("Name", Edm.STRING, MediaProcessor::name),
              new Property<>("Sku", Edm.STRING, MediaProcessor::sku),
              new Property<>("Vendor", Edm.STRING, MediaProcessor::vendor),
              new Property<>("Version", Edm.STRING, MediaProcessor::version)));

  /** What a subscription to every state is called on the wire (wire sheet 4.1). */
  private static final int ALL_STATES = 2;

  private Model() {}

  private static <T> Navigation<T> notHeld(String name) {
    return new Navigation<>(name, row -> Optional.empty());
  }

  private static ComplexList errorDetails(TaskView task) {
    return list(
        "ErrorDetail",
        task.errors().stream()
            .map(error -> item("Code", error.code(), "Message", error.message()))
            .toList());
  }

  private static ComplexList historicalEvents(TaskView task) {
    return list(
        "TaskHistoricalEvent",
        task.history().stream()
            .map(
                event ->
                    item(
                        "Code", event.code(),
                        "Message", event.message(),
                        "TimeStamp", event.timeStamp()))
            .toList());
  }

  private static ComplexList jobSubscriptions(JobView job) {
    return list(
        "JobNotificationSubscription",
        job.plan().notifiedEndPoints().stream()
            .map(id -> item("TargetJobState", ALL_STATES, "NotificationEndPointId", id))
            .toList());
  }

  private static ComplexList taskSubscriptions(TaskView task) {
    return list(
        "TaskNotificationSubscription",
        task.plan().notifiedEndPoints().stream()
            .map(
                id ->
                    item(
                        "IncludeTaskProgress", true,
                        "NotificationEndPointId", id,
                        "TargetTaskState", ALL_STATES))
            .toList());
  }

  private static ComplexList list(String elementType, List<Map<String, Object>> items) {
    return new ComplexList(EntityType.NAMESPACE + elementType, items);
  }

  private static Map<String, Object> item(Object... namesAndValues) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return item;
  }
}
