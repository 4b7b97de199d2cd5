package dev.amsshell.await

import static dev.amsshell.job.JobState.*

import dev.amsshell.job.JobState
import dev.amsshell.testing.SampleJobs
import spock.lang.Specification

class GoalSpec extends Specification {

    def "#state#suffix is or has passed #reached"() {
        given:
        def job = SampleJobs.job(state: state, started: hasStarted ? SampleJobs.START : null)

        expect:
        JobState.known().findAll { new Goal.Reached(it).isReached(job) } == reached

        where:
        state      | hasStarted || reached
        QUEUED     | false      || [QUEUED]
        SCHEDULED  | false      || [QUEUED, SCHEDULED]
        PROCESSING | true       || [QUEUED, SCHEDULED, PROCESSING]
        PROCESSING | false      || [QUEUED, SCHEDULED, PROCESSING]
        CANCELING  | true       || [QUEUED, SCHEDULED, PROCESSING, CANCELING]
        CANCELING  | false      || [QUEUED, CANCELING]
        FINISHED   | true       || [QUEUED, SCHEDULED, PROCESSING, FINISHED]
        FINISHED   | false      || [QUEUED, SCHEDULED, PROCESSING, FINISHED]
        ERROR      | true       || [QUEUED, SCHEDULED, PROCESSING, ERROR]
        ERROR      | false      || [QUEUED, ERROR]
        CANCELED   | true       || [QUEUED, SCHEDULED, PROCESSING, CANCELING, CANCELED]
        CANCELED   | false      || [QUEUED, CANCELING, CANCELED]
        suffix = hasStarted ? ', started,' : ''
    }

    def "a state that nobody knows is reached by itself alone"() {
        expect:
        new Goal.Reached(JobState.unknown('9')).isReached(SampleJobs.job(state: JobState.unknown('9')))
        !new Goal.Reached(JobState.unknown('9')).isReached(SampleJobs.job(state: FINISHED))
        !new Goal.Reached(FINISHED).isReached(SampleJobs.job(state: JobState.unknown('9')))
    }
}
