package dev.amsshell.transport

import java.time.Duration
import spock.lang.Specification

class BackoffSpec extends Specification {
    def "waits double up to the cap, and chance shortens them"() {
        expect:
        new Backoff(5, Duration.ofMillis(200), Duration.ofMillis(1600), { chance }).after(attempt) == Duration.ofMillis(wait)

        where:
        attempt | chance || wait
        1       | 1.0d   || 200
        2       | 1.0d   || 400
        4       | 1.0d   || 1600
        5       | 1.0d   || 1600
        60      | 1.0d   || 1600
        4       | 0.5d   || 800
        4       | 0.0d   || 0
    }
}
