package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.JsonObjects;
import dev.amsshell.sandbox.http.Request;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Errors of the directory in their full form (wire sheet 1.2). */
final class AadErrors {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private final Clock clock;

  AadErrors(Clock clock) {
    this.clock = clock;
  }

  Answer answer(AadRefusal refusal, Request request) {
    String trace = UUID.randomUUID().toString();
    String correlation = correlation(request);
    String timestamp = timestamp();
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("error", refusal.error());
    error.put("error_description", description(refusal, trace, correlation, timestamp));
    error.put("error_codes", List.of(refusal.code()));
    error.put("timestamp", timestamp);
    error.put("trace_id", trace);
    error.put("correlation_id", correlation);
    error.put("error_uri", "https://login.microsoftonline.com/error?code=" + refusal.code());
    refusal.subError().ifPresent(name -> error.put("suberror", name));
    return JsonObjects.answer(refusal.status(), error);
  }

  /** The error in words, for where there is no room for its full form. */
  String description(AadRefusal refusal, Request request) {
    return description(refusal, UUID.randomUUID().toString(), correlation(request), timestamp());
  }

  private static String description(
      AadRefusal refusal, String trace, String correlation, String timestamp) {
    return "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
        .formatted(refusal.code(), refusal.getMessage(), trace, correlation, timestamp);
  }

  private String timestamp() {
    return TIMESTAMP.format(clock.instant());
  }

  /** The client's own id, when it sent one. */
  private static String correlation(Request request) {
    String given = request.headers().get("client-request-id").orElse("");
    try {
      return UUID.fromString(given).toString();
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID().toString();
    }
  }
}
