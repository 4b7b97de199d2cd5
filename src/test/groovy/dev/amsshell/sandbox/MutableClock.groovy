package dev.amsshell.sandbox

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** A clock that moves only when a spec moves it. */
class MutableClock extends Clock {

    private volatile Instant now

    MutableClock(String start) {
        now = Instant.parse(start)
    }

    void advance(Duration duration) {
        now = now.plus(duration)
    }

    void advanceSeconds(long seconds) {
        advance(Duration.ofSeconds(seconds))
    }

    @Override
    Instant instant() {
        now
    }

    @Override
    ZoneId getZone() {
        ZoneOffset.UTC
    }

    @Override
    Clock withZone(ZoneId zone) {
        this
    }
}
