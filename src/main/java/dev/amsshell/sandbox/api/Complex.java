package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Subscription;
import dev.amsshell.sandbox.account.TaskView;
import dev.amsshell.sandbox.odata.ComplexList;
import dev.amsshell.sandbox.odata.EntityType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The collections within jobs and tasks (wire sheet 4.1 and 4.2). */
final class Complex {

  private Complex() {}

  static ComplexList errorDetails(TaskView task) {
    return list(
        "ErrorDetail",
        task.errors(),
        error -> item("Code", error.code(), "Message", error.message()));
  }

  static ComplexList historicalEvents(TaskView task) {
    return list(
        "TaskHistoricalEvent",
        task.history(),
        event ->
            item("Code", event.code(), "Message", event.message(), "TimeStamp", event.timeStamp()));
  }

  static ComplexList ofJob(List<Subscription> subscriptions) {
    return list(
        "JobNotificationSubscription",
        subscriptions,
        each ->
            item(
                "TargetJobState", each.targetState(), "NotificationEndPointId", each.endPointId()));
  }

  static ComplexList ofTask(List<Subscription> subscriptions) {
    return list(
        "TaskNotificationSubscription",
        subscriptions,
        each ->
            item(
                "IncludeTaskProgress", each.progress(),
                "NotificationEndPointId", each.endPointId(),
                "TargetTaskState", each.targetState()));
  }

  private static <T> ComplexList list(
      String elementType, List<T> items, Function<T, Map<String, Object>> members) {
    return new ComplexList(
        EntityType.NAMESPACE + elementType, items.stream().map(members).toList());
  }

  private static Map<String, Object> item(Object... namesAndValues) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return item;
  }
}
