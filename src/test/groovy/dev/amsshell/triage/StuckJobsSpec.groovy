package dev.amsshell.triage

import static dev.amsshell.job.JobState.CANCELING
import static dev.amsshell.job.JobState.PROCESSING
import static dev.amsshell.job.JobState.QUEUED

import dev.amsshell.testing.SandboxedClient
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Which jobs look stuck, while time passes by the clock that they share with the sandbox. */
class StuckJobsSpec extends Specification {
    @AutoCleanup
    SandboxedClient client = new SandboxedClient('''
        [account]
        jobs = 60
        queued = 0
        scheduled = 0
        processing = 0
        canceling = 0
        reserved-units = 2
        new-job-every = "never"

        [[jobs]]
        name = "Full"
        state = "processing"
        ago = "1m"
        tasks = 1
        work = "10m"
        sticks-at = 100

        [[jobs]]
        name = "Idle"
        state = "processing"
        ago = "2m"
        tasks = 1
        work = "10m"
        sticks-at = 0

        [[jobs]]
        name = "Half"
        state = "processing"
        ago = "3m"
        tasks = 1
        work = "10m"
        sticks-at = 50

        [[jobs]]
        name = "Waiting"
        state = "queued"
        ago = "1m"
        '''.stripIndent())

    List<StuckJob> stuck(Map options = [:]) {
        client.ams.triage(options).stuck
    }

    def "after #minutes minutes, #names look stuck"() {
        when:
        client.clock.advance(Duration.ofMinutes(minutes))

        then:
        stuck()*.name().toSorted() == names

        where:
        minutes | names
        5       | []
        29      | []
        31      | ['Idle']
        62      | ['Full', 'Idle', 'Waiting']
        600     | ['Full', 'Idle', 'Waiting']
    }

    def "each says what it does, since when, and why that is suspicious"() {
        given:
        client.clock.advance(Duration.ofMinutes(90))

        when:
        def stuck = stuck().collectEntries { [it.name(), it] }

        then:
        stuck.Full.state() == PROCESSING
        stuck.Full.progress() == 100
        stuck.Full.reason() =~ /^is at 100 % after over 1 h.*, and not over$/
        stuck.Full.since() == client.ams.job(stuck.Full.id()).started
        stuck.Idle.progress() == 0
        stuck.Idle.reason() == 'has made no progress for over 30 min'
        stuck.Waiting.state() == QUEUED
        stuck.Waiting.reason() == 'waits longer than 1 h'
        stuck.Waiting.lasted() == Duration.ofMinutes(91)
    }

    def "how long is too long is for the user to say: #options"() {
        when:
        client.clock.advance(Duration.ofMinutes(20))

        then:
        stuck(options)*.name() == names

        where:
        options                                                        | names
        [:]                                                            | []
        [idleFor: Duration.ofMinutes(10)]                              | ['Idle']
        [queuedFor: Duration.ofMinutes(20)]                            | ['Waiting']
        [queuedFor: Duration.ofMinutes(22)]                            | []
    }

    def "a job that goes on being Canceling is stuck"() {
        given:
        def id = client.ams.jobs.named('Half').first().id()
        client.ams.job(id).cancel()

        when:
        client.clock.advance(Duration.ofMillis(1))

        then:
        stuck(cancelingFor: Duration.ZERO)*.state() == [CANCELING]
        stuck() == []
    }

    def "the tasks of all that work are one list, and no job is asked"() {
        given:
        client.clock.advance(Duration.ofMinutes(40))
        client.forget()

        when:
        stuck()

        then:
        client.requests.count { it.startsWith('Tasks()?$filter=State eq 2 and StartTime lt') } == 1
        client.requests.count { it ==~ /Jobs\('.*'\)\/Tasks/ } == 0
    }

    def "where a list of tasks does not tell of which job one is, the tasks of the jobs are read"() {
        given: 'two that began in the same moment'
        def twins = new SandboxedClient('''
            [account]
            jobs = 60
            queued = 0
            scheduled = 0
            processing = 0
            canceling = 0
            new-job-every = "never"

            [[jobs]]
            count = 12
            name = "Twin {n}"
            state = "processing"
            tasks = 1
            work = "10m"
            sticks-at = 100
            '''.stripIndent())
        twins.clock.advance(Duration.ofHours(2))
        twins.forget()

        when:
        def triage = twins.ams.triage()

        then:
        twins.requests.count { it ==~ /Jobs\('.*'\)\/Tasks/ } == 10
        triage.stuck.size() == 10
        !triage.complete
        triage.notes[0] == '2 more tasks have long been at work and stand at 0 or 100 %; of which jobs they are was not found.'

        cleanup:
        twins.close()
    }

    def "how long is too long at 100 % is what the user says, or what jobs usually take if that is longer"() {
        given:
        client.clock.advance(Duration.ofMinutes(10))

        expect:
        stuck(fullFor: Duration.ofMinutes(5))*.name() == ['Full']
        stuck() == []
        Limits.USUAL.fullFor(Duration.ofHours(3)) == Duration.ofHours(3)
        Limits.USUAL.fullFor(Duration.ofMinutes(3)) == Duration.ofHours(1)
    }
}
