package dev.amsshell.testing

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** A clock that stands still until a test moves it. */
class MutableClock extends Clock {
    private volatile Instant now

    MutableClock(String start) {
        this.now = Instant.parse(start)
    }

    void advance(Duration duration) {
        now = now + duration
    }

    void advanceSeconds(long seconds) {
        advance(Duration.ofSeconds(seconds))
    }

    @Override
    Instant instant() {
        return now
    }

    @Override
    ZoneId getZone() {
        return ZoneOffset.UTC
    }

    @Override
    Clock withZone(ZoneId zone) {
        return this
    }
}
