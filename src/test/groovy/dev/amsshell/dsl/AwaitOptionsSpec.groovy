package dev.amsshell.dsl

import static dev.amsshell.job.JobState.*

import dev.amsshell.await.Goal
import dev.amsshell.await.Terms
import dev.amsshell.testing.SampleJobs
import java.time.Duration
import java.time.Period
import spock.lang.Specification

class AwaitOptionsSpec extends Specification {
    static final JOB = SampleJobs.job(state: FINISHED)

    def "no options are plain terms"() {
        expect:
        AwaitOptions.terms('await', [:], false) == Terms.PLAIN
    }

    def "#option takes durations"() {
        expect:
        AwaitOptions.terms('await', [(option): Duration.ofMinutes(5)], true)."$option"().get() == Duration.ofMinutes(5)

        where:
        option << ['timeout', 'every', 'stall', 'appear']
    }

    def "#options is refused: #message"() {
        when:
        AwaitOptions.terms('await', options, true)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith(message)

        where:
        options                                || message
        [timeout: 30]                          || 'timeout: takes a duration such as 30.minutes, not 30'
        [timeout: '30m']                       || 'timeout: takes a duration such as 30.minutes, not 30m'
        [timeout: null]                        || 'timeout: takes a duration such as 30.minutes, not null'
        [timeout: Period.ofDays(1)]            || 'timeout: takes a duration such as 30.minutes, not P1D'
        [timeout: Duration.ofSeconds(-1)]      || 'timeout: takes a duration from zero up, not PT-1S'
        [every: Duration.ZERO]                 || 'every: takes a duration above zero, not PT0S'
        [stall: Duration.ZERO]                 || 'stall: takes a duration above zero'
        [until: 3]                             || 'until: takes a state, or a closure'
        [until: null]                          || 'until: takes a state, or a closure'
        [until: 'Finsihed']                    || "no state 'Finsihed'; there are Queued"
        [onChange: 'print']                    || 'onChange: takes a closure'
        [onChange: null]                       || 'onChange: takes a closure'
        [timout: Duration.ofHours(1)]          || "await knows no option 'timout'; there are timeout, until, every, stall, onChange, appear"
        [(null): 1]                            || "await knows no option 'null'"
    }

    def "appear is for queries alone"() {
        when:
        AwaitOptions.terms('await', [appear: Duration.ofMinutes(5)], false)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains('query')
    }

    def "until #until is #goal"() {
        expect:
        AwaitOptions.terms('await', [until: until], false).goal() == new Goal.Reached(goal)

        where:
        until          || goal
        PROCESSING     || PROCESSING
        'processing'   || PROCESSING
        "${'Error'}"   || ERROR
    }

    def "until takes closures with and without a parameter"() {
        expect:
        AwaitOptions.terms('await', [until: until], false).goal().isReached(JOB) == isReached

        where:
        until                                || isReached
        ({ it.state() == FINISHED })         || true
        ({ job -> job.state() == QUEUED })   || false
        ({ -> true })                        || true
        ({ null })                           || false
        ({ 'text' })                         || true
    }

    def "onChange takes closures with none, one and two parameters"() {
        given:
        def called = []
        def closures = [{ -> called << [] }, { called << [it] }, { job, before -> called << [job, before] }]

        when:
        closures.each { AwaitOptions.terms('await', [onChange: it], false).onChange().get().accept(JOB, QUEUED) }

        then:
        called == [[], [JOB], [JOB, QUEUED]]
    }
}
