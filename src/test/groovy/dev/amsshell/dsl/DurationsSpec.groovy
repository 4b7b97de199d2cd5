package dev.amsshell.dsl

import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class DurationsSpec extends Specification {

    def "#text is #expected"() {
        expect:
        Eval.me(text) == Duration.parse(expected)

        where:
        text         | expected
        '2.hours'    | 'PT2H'
        '1.hour'     | 'PT1H'
        '30.minutes' | 'PT30M'
        '1.minute'   | 'PT1M'
        '90.seconds' | 'PT1M30S'
        '1.second'   | 'PT1S'
        '1.day'      | 'PT24H'
        '7.days'     | 'PT168H'
        '2.weeks'    | 'PT336H'
        '1.week'     | 'PT168H'
        '1.5.hours'  | 'PT1H30M'
        '0.1d.seconds' | 'PT0.1S'
        '5L.minutes' | 'PT5M'
    }

    def "what is ago lies before now, what is from now after it"() {
        given:
        def before = Instant.now()

        when:
        def ago = Duration.ofHours(2).ago
        def fromNow = Duration.ofHours(2).fromNow

        then:
        ago >= before - Duration.ofHours(2)
        ago <= Instant.now() - Duration.ofHours(2)
        fromNow >= before + Duration.ofHours(2)
    }

    def "what is too long is refused"() {
        when:
        Long.MAX_VALUE.days

        then:
        thrown(IllegalArgumentException)
    }
}
