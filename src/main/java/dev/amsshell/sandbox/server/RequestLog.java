package dev.amsshell.sandbox.server;

import dev.amsshell.base.SafeText;
import dev.amsshell.sandbox.faults.Delivery;
import dev.amsshell.sandbox.http.PlainPath;
import dev.amsshell.sandbox.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a line for each request. Neither headers nor bodies are in it: secrets travel there. */
public final class RequestLog {

  /** Parameters whose values would open something. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(secret|passw(or)?d|passphrase|pwd|assertion|signature|credential|token|jwt|key)"
              + "|sig|sas|auth|((device|user)_)?code");

  private final Optional<Consumer<String>> lines;
  private final Clock clock;

  /**
   * @param lines where the lines go; empty writes none
   */
  public RequestLog(Optional<Consumer<String>> lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  void write(Request request, Delivery delivery, long bytes, long nanos) {
    lines.ifPresent(
        log ->
            log.accept(
                "%s %s %s%s %s %d bytes %d ms%s"
                    .formatted(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        SafeText.line(request.method()),
                        SafeText.line(PlainPath.of(request.path())),
                        SafeText.line(query(request.query())),
                        status(delivery),
                        bytes,
                        TimeUnit.NANOSECONDS.toMillis(nanos),
                        delivery.fault() == null ? "" : " fault: " + delivery.fault().label())));
  }

  /** Says where the sandbox itself went wrong, for whoever is to mend it. */
  void writeMistake(Throwable mistake) {
    StackTraceElement[] frames = mistake.getStackTrace();
    lines.ifPresent(
        log ->
            log.accept(
                "%s a mistake of the sandbox: %s at %s"
                    .formatted(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        mistake.getClass().getName(),
                        frames.length == 0 ? "?" : frames[0])));
  }

  private static String status(Delivery delivery) {
    return delivery.manner() == Delivery.Manner.NONE
        ? "-"
        : String.valueOf(delivery.answer().status());
  }

  private static String query(String raw) {
    return raw == null
        ? ""
        : Arrays.stream(raw.split("&"))
            .map(RequestLog::parameter)
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String parameter(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return decoded(pair);
    }
    String name = decoded(pair.substring(0, equals));
    boolean secret = SECRET.matcher(name.strip()).matches();
    return name + "=" + (secret ? "***" : decoded(pair.substring(equals + 1)));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
