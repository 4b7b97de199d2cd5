package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The notification end points that every account has from the start. */
final class NotificationEndPoints {

  private static final Duration AGE = Duration.ofDays(120);

  private static final List<NotificationEndPoint> STANDARD =
      List.of(
          standard(
              "12ed9f0d-947b-4852-aef4-7a708b0ab03f",
              "job-watch",
              3,
              "https://example.org/ams/hook",
              1),
          standard("36e510df-8560-4bae-a698-87723f677e98", "job-queue", 1, "jobs", 0));

  private NotificationEndPoints() {}

  static List<NotificationEndPoint> at(Instant start) {
    return STANDARD.stream()
        .map(
            point ->
                new NotificationEndPoint(
                    point.id(),
                    point.name(),
                    start.minus(AGE),
                    point.type(),
                    point.address(),
                    point.credentialType(),
                    null,
                    null,
                    0))
        .toList();
  }

  static NotificationEndPoint any(Random random) {
    return STANDARD.get(random.nextInt(STANDARD.size()));
  }

  private static NotificationEndPoint standard(
      String guid, String name, int type, String address, int credentialType) {
    return new NotificationEndPoint(
        WireId.of("nepid", guid),
        name,
        Instant.EPOCH,
        type,
        address,
        credentialType,
        null,
        null,
        0);
  }
}
