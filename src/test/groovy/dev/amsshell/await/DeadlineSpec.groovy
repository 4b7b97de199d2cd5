package dev.amsshell.await

import java.time.Instant
import spock.lang.Specification

class DeadlineSpec extends Specification {
    static final AT = Instant.parse('2024-05-01T03:00:00Z')

    def deadline = new Deadline(AT)

    def "a look that began in time is followed by a last one at once"() {
        when:
        deadline.notice(AT + ofSeconds(3))

        then:
        !deadline.isLast(AT - ofSeconds(2), true)
        !deadline.isExhausted(AT + ofSeconds(3))
        deadline.bounded(AT + ofSeconds(9), AT + ofSeconds(3)) == AT + ofSeconds(3)
        deadline.isLast(AT + ofSeconds(3), true)
    }

    def "before that, no look is later than the deadline"() {
        when:
        deadline.notice(AT - ofSeconds(3))

        then:
        deadline.bounded(AT + ofSeconds(9), AT - ofSeconds(3)) == AT
        deadline.bounded(AT - ofSeconds(1), AT - ofSeconds(3)) == AT - ofSeconds(1)
    }

    static ofSeconds(long seconds) {
        java.time.Duration.ofSeconds(seconds)
    }
}
