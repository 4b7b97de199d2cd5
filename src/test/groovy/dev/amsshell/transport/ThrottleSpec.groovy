package dev.amsshell.transport

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import java.time.Duration
import spock.lang.Specification

/** Who would have to wait is told at once when the wish is to stop. */
class ThrottleSpec extends Specification {
    def throttle = new Throttle()
    def stop = new Cancellation()

    def setup() {
        stop.cancel()
    }

    void begin(int turns) {
        turns.times { throttle.begin(new Cancellation()) }
    }

    boolean wouldWait() {
        try {
            throttle.begin(stop)
            throttle.failed()
            return false
        } catch (Cancelled ignored) {
            return true
        }
    }

    def "eight turns go on at a time, and whoever ends one makes room"() {
        when:
        begin(7)
        then:
        !wouldWait()

        when:
        begin(1)
        then:
        wouldWait()

        when:
        throttle.succeeded()
        then:
        !wouldWait()
    }

    def "while the service is given a pause nobody begins"() {
        when:
        begin(1)
        throttle.busy(Duration.ofHours(1))

        then:
        wouldWait()
    }

    def "after a pause half as many go on at a time, and success by success more"() {
        given:
        begin(1)
        throttle.busy(Duration.ZERO)

        when:
        begin(4)
        then:
        wouldWait()

        when:
        4.times { throttle.succeeded() }
        begin(5)
        then:
        wouldWait()
    }

    def "it never comes to a standstill"() {
        when:
        20.times {
            begin(1)
            throttle.busy(Duration.ZERO)
        }
        begin(1)

        then:
        wouldWait()
    }
}
