package dev.amsshell.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that never goes back, so that no wait lasts longer because somebody has set the time:
 * where the clock beneath goes back, time goes on from where it was. Safe for use by several
 * threads.
 */
final class SteadyClock extends Clock {
  private final Clock clock;
  private Duration ahead = Duration.ZERO;
  private Instant latest = Instant.MIN;

  SteadyClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Instant instant() {
    Instant now = clock.instant().plus(ahead);
    if (now.isBefore(latest)) {
      ahead = ahead.plus(Duration.between(now, latest));
      now = latest;
    }
    latest = now;
    return now;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SteadyClock(clock.withZone(zone));
  }
}
