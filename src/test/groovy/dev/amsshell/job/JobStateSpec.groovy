package dev.amsshell.job

import spock.lang.Specification

class JobStateSpec extends Specification {
    def "#name is known by its name in any case, final is #isFinal"() {
        expect:
        JobState.named(name.toUpperCase()).is(JobState.named(name))
        JobState.named(name).name() == name
        JobState.named(name).isFinal() == isFinal
        JobState.named(name).isActive() == !isFinal

        where:
        name         | isFinal
        'Queued'     | false
        'Scheduled'  | false
        'Processing' | false
        'Canceling'  | false
        'Finished'   | true
        'Error'      | true
        'Canceled'   | true
    }

    def "an unknown state is a value: it prints its code, is not final, and is found by its name"() {
        given:
        def state = JobState.unknown('9')

        expect:
        state.toString() == 'Unknown(9)'
        !state.isFinal()
        state == JobState.unknown('9')
        state != JobState.unknown('8')
        JobState.named('unknown(9)') == state
    }

    def "a name that is no state is refused with the names that are"() {
        when:
        JobState.named('Finsihed')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "no state 'Finsihed'; there are Queued, Scheduled, Processing, Canceling, Finished, Error, Canceled"
    }

    def "states sort in the order in which a job passes them"() {
        expect:
        JobState.known().shuffled().sort() == JobState.known()
    }
}
