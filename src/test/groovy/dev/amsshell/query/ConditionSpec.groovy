package dev.amsshell.query

import static dev.amsshell.query.Operator.AT_LEAST
import static dev.amsshell.query.Operator.AT_MOST
import static dev.amsshell.query.Operator.EQUAL
import static dev.amsshell.query.Operator.GREATER
import static dev.amsshell.query.Operator.LESS
import static dev.amsshell.query.Operator.UNEQUAL

import dev.amsshell.job.JobState
import dev.amsshell.job.Processor
import dev.amsshell.query.Condition.All
import dev.amsshell.query.Condition.Among
import dev.amsshell.query.Condition.Any
import dev.amsshell.query.Condition.Comparison
import dev.amsshell.query.Condition.Match
import dev.amsshell.query.Condition.Missing
import dev.amsshell.query.Condition.Not
import java.time.Duration
import java.time.Instant
import java.time.LocalDateTime
import java.time.OffsetDateTime
import spock.lang.Specification

class ConditionSpec extends Specification {
    static final NAME = Entities.PROCESSORS.property('name')
    static final VERSION = Entities.PROCESSORS.property('version')

    static Processor named(String name, String version = null) {
        return new Processor('id', name, null, version, null, null)
    }

    static Comparison name(Operator operator, String value) {
        return new Comparison(new Operand.Of(NAME), operator, new Operand.Value(value))
    }

    def "a missing value equals nothing but a missing value, and stands before and after nothing: #operator"() {
        expect:
        name(operator, 'm').test(named('m')) == ofSame
        name(operator, 'm').test(named('z')) == ofGreater
        name(operator, 'm').test(named(null)) == ofMissing

        where:
        operator | ofSame | ofGreater | ofMissing
        EQUAL    | true   | false     | false
        UNEQUAL  | false  | true      | true
        LESS     | false  | false     | false
        AT_MOST  | true   | false     | false
        GREATER  | false  | true      | false
        AT_LEAST | true   | true      | false
    }

    def "'not' turns exactly that around: #operator"() {
        expect:
        ['m', 'z', 'a', null].every { new Not(name(operator, 'm')).test(named(it)) != name(operator, 'm').test(named(it)) }

        where:
        operator << Operator.values()
    }

    def "properties of one row can be compared"() {
        given:
        def same = new Comparison(new Operand.Of(NAME), EQUAL, new Operand.Of(VERSION))

        expect:
        same.test(named('a', 'a'))
        !same.test(named('a', 'b'))
        !same.test(named('a', null))
        same.test(named(null, null))
    }

    def "#condition is #expected of 'Encoder'"() {
        expect:
        condition.test(named('Encoder')) == expected

        where:
        condition                                                                  | expected
        new Match(NAME, Match.Place.START, 'Enc')                                  | true
        new Match(NAME, Match.Place.END, 'oder')                                   | true
        new Match(NAME, Match.Place.ANYWHERE, 'cod')                               | true
        new Match(NAME, Match.Place.ANYWHERE, 'COD')                               | false
        new Missing(NAME)                                                          | false
        new Missing(VERSION)                                                       | true
        new Among(NAME, ['x', 'Encoder'])                                          | true
        new Among(NAME, [])                                                        | false
        new All([new Missing(VERSION), new Match(NAME, Match.Place.START, 'Enc')]) | true
        new All([])                                                                | true
        new Any([new Missing(NAME), new Match(NAME, Match.Place.START, 'x')])      | false
        new Any([])                                                                | false
        new Comparison(new Operand.Length(NAME), EQUAL, new Operand.Value(7L))     | true
    }

    def "a part of a missing text is never found"() {
        expect:
        Match.Place.values().every { !new Match(NAME, it, '').test(named(null)) }
    }

    def "a filter in the service's own language cannot be told here"() {
        when:
        new Condition.Raw('State eq 4').test(named('x'))

        then:
        def e = thrown(IllegalStateException)
        e.message == "only the service can tell where(raw: 'State eq 4'); put it before any limit"
    }

    def "#property accepts #value as #accepted"() {
        expect:
        Entities.JOBS.property(property).accept(value) == accepted

        where:
        property          | value                                        | accepted
        'name'            | "a${'b'}"                                    | 'ab'
        'state'           | 'finished'                                   | JobState.FINISHED
        'state'           | JobState.ERROR                               | JobState.ERROR
        'priority'        | 5                                            | 5L
        'priority'        | 5.0                                          | 5L
        'priority'        | 2.5                                          | 2.5d
        'created'         | Instant.parse('2024-05-01T00:00:00.123456789Z') | Instant.parse('2024-05-01T00:00:00.1234567Z')
        'created'         | '2024-05-01'                                 | Instant.parse('2024-05-01T00:00:00Z')
        'created'         | '2024-05-01T02:00:00+02:00'                  | Instant.parse('2024-05-01T00:00:00Z')
        'created'         | OffsetDateTime.parse('2024-05-01T02:00:00+02:00') | Instant.parse('2024-05-01T00:00:00Z')
        'created'         | new Date(0)                                  | Instant.EPOCH
        'runningDuration' | Duration.ofMinutes(3)                        | Duration.ofMinutes(3)
    }

    def "#property does not accept #value and says why"() {
        when:
        Entities.JOBS.property(property).accept(value)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        property          | value                        | message
        'name'            | 5                            | 'name is text and cannot be compared with 5 (Integer)'
        'priority'        | '5'                          | "priority is a number and cannot be compared with '5' (String)"
        'priority'        | Double.NaN                   | 'priority is a number and cannot be compared with NaN (Double)'
        'state'           | 'Finsihed'                   | "no state 'Finsihed'; there are Queued, Scheduled, Processing, Canceling, Finished, Error, Canceled"
        'state'           | 4                            | "state is a state and cannot be compared with 4 (Integer); write ERROR or 'Error'"
        'created'         | Duration.ofHours(2)          | 'created is a time and cannot be compared with PT2H (Duration); write 2.hours.ago for a time'
        'created'         | LocalDateTime.MIN            | "created is a time: -999999999-01-01T00:00 (LocalDateTime) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'"
        'created'         | 'yesterday'                  | "created is a time: 'yesterday' is no moment; write '2026-11-21T03:00:00Z' or '2026-11-21' (UTC)"
        'runningDuration' | 600                          | 'runningDuration is a duration and cannot be compared with 600 (Integer); write 10.minutes, 2.hours, ...'
    }

    def "a property that the service does not know is refused with those that it does"() {
        when:
        Entities.PROCESSORS.property('state')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "processors cannot be asked about 'state', only about id, name, vendor, version"
    }
}
