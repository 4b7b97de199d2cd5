package dev.amsshell.service.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amsshell.job.Encryption;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Task;
import dev.amsshell.job.TaskEvent;
import java.util.Objects;

/** Reads a Task entity (wire sheet 4.2). */
final class TaskDecoder {
  /** The option flag that says the configuration is cipher text (wire sheet 4.2). */
  private static final int PROTECTED_CONFIGURATION = 1;

  private TaskDecoder() {}

  static Task task(JsonNode entity) {
    Fields fields = new Fields(entity);
    String id = Objects.requireNonNullElse(fields.text("Id"), "");
    String name = fields.text("Name");
    int options = fields.integer("Options");
    boolean isProtected = (options & PROTECTED_CONFIGURATION) != 0;
    return new Task(
        id,
        name,
        WireStates.parse(fields.text("State")),
        fields.number("Progress"),
        fields.integer("Priority"),
        fields.instant("StartTime"),
        fields.instant("EndTime"),
        fields.milliseconds("RunningDuration"),
        fields.text("MediaProcessorId"),
        isProtected ? null : fields.text("Configuration"),
        isProtected,
        options,
        fields.text("TaskBody"),
        fields.collection("ErrorDetails", each -> fault(each, name == null ? id : name)),
        fields.collection("HistoricalEvents", TaskDecoder::event),
        fields.text("PerfMessage"),
        new Encryption(
            fields.text("EncryptionKeyId"),
            fields.text("EncryptionScheme"),
            fields.text("EncryptionVersion"),
            fields.text("InitializationVector")),
        fields.collection(
            "TaskNotificationSubscriptions",
            each -> JobDecoder.subscription(each, "TargetTaskState")));
  }

  private static Fault fault(Fields fields, String task) {
    String code = Objects.requireNonNullElse(fields.text("Code"), "Unknown");
    String message = Objects.requireNonNullElse(fields.text("Message"), "");
    return new Fault(code, message, ErrorCodes.retry(code), ErrorCodes.origin(code), task);
  }

  private static TaskEvent event(Fields fields) {
    return new TaskEvent(
        Objects.requireNonNullElse(fields.text("Code"), "Unknown"),
        Objects.requireNonNullElse(fields.text("Message"), ""),
        fields.instant("TimeStamp"));
  }
}
