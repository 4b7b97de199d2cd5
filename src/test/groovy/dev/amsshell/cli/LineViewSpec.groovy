package dev.amsshell.cli

import static dev.amsshell.testing.SampleJobs.task
import static dev.amsshell.testing.SampleProgress.at
import static dev.amsshell.testing.SampleProgress.of
import static dev.amsshell.testing.SampleProgress.one

import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.render.ProgressLog
import dev.amsshell.testing.SampleJobs
import java.time.Duration
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Specification

class LineViewSpec extends Specification {
    static final WHO = "job f3c43f94-327f-2347-90bb-000000000001 'X'"

    def lines = []
    def view = new LineView(new ProgressLog({ it }, ZoneOffset.UTC), { lines << it })

    /** As it was so many seconds after the wait began, at 03:11:53. */
    static Job job(Map with = [:], JobState state, int after) {
        def job = SampleJobs.job([name: 'X', state: state] + with)
        return new Job(job.id(), job.name(), state, 0, null, null, null, null, Duration.ZERO, null, [], at(after), with.tasks as List)
    }

    def "each change of a job has its line"() {
        given:
        def queued = job(JobState.QUEUED, 0)
        def working = job(JobState.PROCESSING, 12)
        def done = job(JobState.FINISHED, 42)

        when:
        view.changed(queued, null)
        view.show(one(queued, after: 0))
        view.show(one(queued, after: 1))
        view.changed(working, JobState.QUEUED)
        view.show(one(working, after: 12))
        view.changed(done, JobState.PROCESSING)
        view.close()

        then:
        lines == ["03:11:53Z $WHO: Queued", "03:12:05Z $WHO: Processing after 12 s, was Queued",
                  "03:12:35Z $WHO: Finished after 42 s, was Processing"]*.toString()
    }

    def "lines begin with the time on the clock that was chosen"() {
        given:
        def local = new LineView(new ProgressLog({ it }, ZoneId.of('Europe/Berlin')), { lines << it })

        when:
        local.changed(job(JobState.QUEUED, 0), null)
        local.show(one(job(JobState.QUEUED, 0), after: 0))

        then:
        lines == ["04:11:53+01:00 $WHO: Queued".toString()]
    }

    def "a job that is quiet for a minute gives a sign of life"() {
        given:
        def working = job(JobState.PROCESSING, 12)
        def further = job(JobState.PROCESSING, 72, tasks: [task(progress: 42)])

        when:
        view.changed(working, JobState.QUEUED)
        view.show(one(working, after: 12))
        view.show(one(working, after: 71))
        view.show(one(further, after: 72))
        view.show(one(further, after: 73))
        view.show(one(working, after: 132, missedSince: 130, deadline: 140))

        then:
        lines.drop(1) == ["03:13:05Z $WHO: still Processing, 42.0 %, 1 min 12 s",
                          "03:14:05Z $WHO: still Processing, 2 min 12 s, gives up in 8 s, no answer for 2 s"]*.toString()
    }

    def "tasks are worth reading only shortly before that"() {
        when:
        view.show(one(job(JobState.PROCESSING, 0), after: 0))

        then:
        !view.wantsTasks(at(24))
        view.wantsTasks(at(40))
        view.wantsTasks(at(60))
        !new LineView(new ProgressLog({ it }, ZoneOffset.UTC), {}).wantsTasks(at(60))
    }

    def "a wait that learns nothing says so after a minute"() {
        when:
        view.show(of(total: 1, after: 0, missedSince: 0))
        view.show(of(total: 1, after: 60, missedSince: 0))

        then:
        lines == ['03:12:53Z looking ..., 1 min 0 s, no answer for 1 min 0 s']
    }

    def "an error comes with its reason, harmless and on the same line"() {
        when:
        view.changed(job(JobState.ERROR, 42, name: 'a\nb\u001b[2J', tasks: [task()]), JobState.unknown('\u001b[2J'))
        view.show(of(total: 2))

        then:
        lines == ["03:12:35Z job f3c43f94-327f-2347-90bb-000000000001 'a\\nb\\u001b[2J': Error after 42 s, was Unknown(\\u001b[2J): " +
                      'UserInput: bad \\u001b[31mcodec']
    }

    def "of many jobs only what went wrong has a line, and the others are counted"() {
        given:
        def states = [(JobState.PROCESSING): 20, (JobState.QUEUED): 5]

        when: 'the first look'
        25.times { view.changed(job(JobState.QUEUED, 0), null) }
        view.show(of(total: 25, after: 0, counts: states))
        then:
        lines == ['03:11:53Z 0 of 25 done, 20 Processing, 5 Queued']

        when: 'changes of both kinds'
        view.changed(job(JobState.PROCESSING, 5), JobState.QUEUED)
        view.changed(job(JobState.CANCELED, 5), JobState.QUEUED)
        view.changed(job(JobState.FINISHED, 5), JobState.PROCESSING)
        view.show(of(total: 25, after: 5, counts: states))
        then:
        lines.drop(1) == ["03:11:58Z $WHO: Canceled after 5 s, was Queued"]*.toString()

        when: 'nothing for a minute, and the end'
        view.show(of(total: 25, after: 64, counts: states))
        view.show(of(total: 25, after: 65, counts: states))
        view.show(of(total: 25, after: 70, counts: [(JobState.FINISHED): 20, (JobState.ERROR): 3, (JobState.CANCELED): 2]))
        view.close()
        then:
        lines.drop(2) == ['03:12:58Z 0 of 25 done, 20 Processing, 5 Queued', '03:13:03Z 25 of 25 done, 3 failed, 2 canceled']
    }

    def "the same counts are not told twice at the end"() {
        when:
        2.times { view.show(of(total: 25, after: it, counts: [(JobState.FINISHED): 25])) }
        view.close()

        then:
        lines == ['03:11:53Z 25 of 25 done']
    }

    def "what else is told stands as it is"() {
        when:
        view.tell('trying again')

        then:
        lines == ['trying again']
    }
}
