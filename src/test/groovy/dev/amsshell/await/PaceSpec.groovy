package dev.amsshell.await

import java.time.Duration
import spock.lang.Specification

class PaceSpec extends Specification {
    static final NONE = Duration.ZERO

    /** In the middle of what is drawn. */
    def pace = new Pace({ 0.5d })

    def "a wait of #age looks again after #interval"() {
        expect:
        pace.next(Duration.parse(age), null, NONE, 0) == Duration.parse(interval)

        where:
        age      || interval
        'PT0S'   || 'PT1S'
        'PT20S'  || 'PT1S'
        'PT1M'   || 'PT3S'
        'PT5M'   || 'PT15S'
        'PT10M'  || 'PT30S'
        'PT48H'  || 'PT30S'
        'PT-1H'  || 'PT1S'
    }

    def "with #rest to the expected end a wait of an hour looks again after #interval"() {
        expect:
        pace.next(Duration.ofHours(1), Duration.parse(rest), NONE, 0) == Duration.parse(interval)

        where:
        rest     || interval
        'PT1H'   || 'PT30S'
        'PT40S'  || 'PT10S'
        'PT4S'   || 'PT1S'
        'PT0S'   || 'PT1S'
        'PT-20S' || 'PT5S'
        'PT-9H'  || 'PT30S'
    }

    def "a look that takes #took leaves the service #interval for others"() {
        expect:
        pace.next(NONE, null, Duration.parse(took), 0) == Duration.parse(interval)

        where:
        took    || interval
        'PT0.1S' || 'PT1S'
        'PT2S'  || 'PT4S'
        'PT5M'  || 'PT30S'
    }

    def "what a look in trouble took says nothing of how busy the service is"() {
        expect:
        pace.next(NONE, null, Duration.ofSeconds(45), 1) == Duration.ofSeconds(2)
    }

    def "after #troubles looks that met trouble it is #interval"() {
        expect:
        pace.next(Duration.ofMinutes(1), null, NONE, troubles) == Duration.parse(interval)

        where:
        troubles          || interval
        1                 || 'PT6S'
        2                 || 'PT12S'
        4                 || 'PT48S'
        5                 || 'PT1M'
        Integer.MAX_VALUE || 'PT1M'
    }

    def "those who began together do not go on together: drawing #drawn gives #interval"() {
        expect:
        new Pace({ drawn }).next(Duration.ofHours(1), null, NONE, 0) == Duration.parse(interval)

        where:
        drawn || interval
        0d    || 'PT27S'
        0.5d  || 'PT30S'
        1d    || 'PT33S'
    }
}
