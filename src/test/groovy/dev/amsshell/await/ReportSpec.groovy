package dev.amsshell.await

import static dev.amsshell.await.Verdict.End.*

import dev.amsshell.base.Failure.Kind
import dev.amsshell.job.Fault
import dev.amsshell.job.Job
import dev.amsshell.job.JobId
import dev.amsshell.job.JobState
import dev.amsshell.job.Origin
import dev.amsshell.job.Retry
import dev.amsshell.testing.SampleJobs
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** The exact words that a person reads at the end of a wait that did not bring what was waited for. */
class ReportSpec extends Specification {
    static final NOW = SampleJobs.START + Duration.ofMinutes(90)
    static final ENDED = SampleJobs.START + Duration.ofSeconds(61)
    static final ID = 'nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000001'

    static AwaitFailed report(List<Verdict> verdicts, Goal goal = Goal.END) {
        new Report(goal, NOW - Duration.ofMinutes(30), NOW, 'https://here/api/').of(verdicts)
    }

    static Job job(Map with = [:]) {
        SampleJobs.job([name: 'Night', started: SampleJobs.START, tasks: []] + with)
    }

    static Job failed(Map with = [:], Fault... faults) {
        job([state: JobState.ERROR, ended: ENDED, tasks: [SampleJobs.task(errors: faults as List)]] + with)
    }

    static Fault fault(String message, Retry retry = Retry.NO) {
        new Fault('UserInput', message, retry, Origin.UNKNOWN, 'Encode')
    }

    static Verdict verdict(Job job, Verdict.End end, String id = ID) {
        new Verdict(new JobId(job?.id() ?: id), job, end)
    }

    def "#end of one job"() {
        when:
        def e = report([verdict(job, end)], goal)

        then:
        e.message == text
        e.advice() == advice
        e.kind() == kind

        where:
        end      | goal                                  | job
        FAILED   | Goal.END                              | failed(fault('No such codec.'))
        FAILED   | Goal.END                              | failed([tasks: null])
        CANCELED | Goal.END                              | job(state: JobState.CANCELED, ended: ENDED)
        MISSED   | new Goal.Reached(JobState.ERROR)      | job(state: JobState.FINISHED, ended: ENDED)
        MISSED   | new Goal.Holds({ false })             | job(state: JobState.FINISHED, ended: ENDED, name: null)
        GONE     | Goal.END                              | null
        GONE     | Goal.END                              | job(state: JobState.QUEUED, started: null)
        LATE     | Goal.END                              | job(tasks: [SampleJobs.task(state: JobState.PROCESSING, errors: [])])
        LATE     | new Goal.Reached(JobState.PROCESSING) | job(state: JobState.QUEUED)
        LATE     | new Goal.Holds({ false })             | job()
        LATE     | Goal.END                              | null
        and:
        text << [
            "job $ID 'Night' ended in Error after 1 min 1 s\n  task 'Encode': UserInput: No such codec. (retry: no)",
            "job $ID 'Night' ended in Error after 1 min 1 s",
            "job $ID 'Night' was Canceled after 1 min 1 s",
            "job $ID 'Night' Finished after 1 min 1 s without Error",
            "job $ID Finished after 1 min 1 s without what 'until' asks for",
            "no such job: $ID at https://here/api/",
            "job $ID 'Night' vanished while it was awaited; it was last seen at 2015-02-11 03:16:16 UTC (Queued)",
            "not over after 30 min 0 s: job $ID 'Night': Processing, 42.5 %",
            "not Processing after 30 min 0 s: job $ID 'Night': Queued",
            "'until' did not come true after 30 min 0 s: job $ID 'Night': Processing",
            "not over after 30 min 0 s: job $ID, never seen",
        ]*.toString()
        kind << [Kind.JOB_FAILED, Kind.JOB_FAILED, Kind.JOB_CANCELED, Kind.STATE_MISSED, Kind.STATE_MISSED, Kind.NO_SUCH_JOB,
                 Kind.NO_SUCH_JOB, Kind.DEADLINE, Kind.DEADLINE, Kind.DEADLINE, Kind.DEADLINE]
        advice << [
            'Retry: no. Mend the input or the configuration first.',
            'Retry: maybe. The message above is all that is known.',
            'Somebody canceled it; submit it again if that was not meant.',
            'It will not change any more.',
            'It will not change any more.',
            'Check the id and the account; records are purged after 90 days.',
            'Somebody deleted it, or its record was purged; what came of it is not known.',
        ] + ['It goes on. Wait for it again, or longer: await(timeout: 2.hours), --timeout 2h.'] * 3 +
            ['It was never seen: is the id right? Give it longer with timeout: or --timeout.']
    }

    def "of many the worst comes first, and decides"() {
        when:
        def e = report([
            verdict(job(number: 1, state: JobState.FINISHED, ended: ENDED), REACHED),
            verdict(job(number: 2), LATE),
            verdict(failed(number: 3, fault('No such codec.'), fault('Nor this.')), FAILED),
            verdict(null, GONE),
        ])

        then:
        e.kind() == Kind.NO_SUCH_JOB
        e.message == """\
            of 4 jobs, 1 gone, 1 in Error, 1 not over in time; 1 Finished
              job $ID: gone
              job nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000003 'Night': Error, task 'Encode': UserInput: No such codec. (retry: no)
              job nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000002 'Night': Processing""".stripIndent()
        e.jobs*.id()*.getAt(-1) == ['2', '3']
        e.reached*.id()*.getAt(-1) == ['1']
        e.errors.size() == 2
    }

    def "the worst of #ends is #kind"() {
        expect:
        report(ends.collect { verdict(job(), it) }).kind() == kind

        where:
        ends                             || kind
        [REACHED, MISSED]                || Kind.STATE_MISSED
        [MISSED, LATE]                   || Kind.DEADLINE
        [LATE, CANCELED, MISSED]         || Kind.JOB_CANCELED
        [CANCELED, FAILED, LATE]         || Kind.JOB_FAILED
        [FAILED, GONE, CANCELED, MISSED] || Kind.NO_SUCH_JOB
    }

    def "of very many, ten are named"() {
        when:
        def lines = report((1..500).collect { verdict(failed(number: it, fault('No.')), FAILED) }).message.readLines()

        then:
        lines.size() == 12
        lines.first() == 'of 500 jobs, 500 in Error; 0 Finished'
        lines.last() == '  ... and 490 more'
    }

    def "hostile text stays on its line and harmless, and long text is cut"() {
        given:
        def hostile = 'a\u001b[2J\r\nb\u202ec'
        def long_ = '\ud83c\udfac' * 400

        when:
        def message = report([verdict(failed([name: hostile],
            new Fault(hostile, hostile, Retry.MAYBE, Origin.UNKNOWN, hostile), fault('x' + long_)), FAILED)]).message

        then:
        message.readLines().size() == 3
        !(message =~ /[\u001b\r\u202e]/)
        message.contains("'a\\u001b[2J\\r\\nb\\u202ec'")
        message.length() < 1100
        message == new String(message.getBytes('UTF-8'), 'UTF-8')
    }

    def "a job that was last seen long ago is said to be"() {
        given:
        def old = new Report(Goal.END, NOW, NOW + Duration.ofHours(1), 'here').of([verdict(job(), LATE)])

        expect:
        old.message.endsWith("Processing, last seen at 2015-02-11 03:16:16 UTC")
    }

    def "retries are #retry when of the faults #retries"() {
        expect:
        AwaitFailed.retry(retries.collect { fault('m', it) }) == retry

        where:
        retries                  || retry
        []                       || Retry.MAYBE
        [Retry.YES]              || Retry.YES
        [Retry.YES, Retry.MAYBE] || Retry.MAYBE
        [Retry.YES, Retry.NO]    || Retry.NO
    }
}
