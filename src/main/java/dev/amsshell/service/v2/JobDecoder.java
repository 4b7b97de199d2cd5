package dev.amsshell.service.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amsshell.job.Job;
import dev.amsshell.job.Subscription;
import java.time.Clock;
import java.util.List;

/** Reads a Job entity (wire sheet 4.1). */
final class JobDecoder {
  /** JobNotificationSubscription.TargetJobState (wire sheet 4.1). */
  private static final List<String> TARGETS = List.of("None", "FinalStatesOnly", "All");

  private final Clock clock;

  JobDecoder(Clock clock) {
    this.clock = clock;
  }

  Job job(JsonNode entity) {
    Fields fields = new Fields(entity);
    String id = fields.text("Id");
    return new Job(
        id == null ? "" : id,
        fields.text("Name"),
        WireStates.parse(fields.text("State")),
        fields.integer("Priority"),
        fields.instant("Created"),
        fields.instant("LastModified"),
        fields.instant("StartTime"),
        fields.instant("EndTime"),
        fields.milliseconds("RunningDuration"),
        fields.text("TemplateId"),
        fields.collection(
            "JobNotificationSubscriptions", each -> subscription(each, "TargetJobState")),
        clock.instant(),
        null);
  }

  static Subscription subscription(Fields fields, String targetName) {
    return new Subscription(
        fields.text("NotificationEndPointId"),
        fields.label(targetName, TARGETS),
        fields.flag("IncludeTaskProgress"));
  }
}
