package dev.amsshell.dsl

import dev.amsshell.job.Change
import dev.amsshell.job.JobState
import dev.amsshell.testing.SampleJobs
import spock.lang.Specification

/** What somebody reads who is to permit a change. */
class ChangePlanSpec extends Specification {
    static final CANCEL = new Change.Cancel()

    static String summary(Map plan) {
        new ChangePlan(plan.change as Change ?: CANCEL, 'https://h.example/api/', plan.jobs as List, (plan.leftOut ?: []) as List).summary()
    }

    static ChangePlan.LeftOut leftOut(String reason, int number = 1) {
        new ChangePlan.LeftOut(SampleJobs.job(number: number), reason)
    }

    def "it says what is done, where, and to which jobs, a line for each"() {
        expect:
        summary(jobs: [SampleJobs.job(number: 1, name: 'Night'), SampleJobs.job(number: 2, state: JobState.QUEUED)]) == '''\
            cancel 2 jobs at https://h.example/api/:
              nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000001  Processing  'Night'
              nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000002  Queued      (no name)'''.stripIndent()
    }

    def "each change has its words: #text"() {
        expect:
        summary(change: change, jobs: jobs).readLines()[0] == text

        where:
        change                  | jobs                || text
        CANCEL                  | [SampleJobs.job()]  || 'cancel 1 job at https://h.example/api/:'
        new Change.Delete()     | [SampleJobs.job()]  || 'delete 1 job at https://h.example/api/:'
        new Change.Priority(10) | [SampleJobs.job()]  || 'set the priority of 1 job to 10 at https://h.example/api/:'
        CANCEL                  | []                  || 'cancel no jobs at https://h.example/api/'
    }

    def "of many jobs twenty are shown, and the rest is counted: #count"() {
        given:
        def lines = summary(jobs: (1..count).collect { SampleJobs.job(number: it) }).readLines()

        expect:
        lines.size() == size
        lines.last() =~ last

        where:
        count || size | last
        20    || 21   | /000000000020 /
        21    || 22   | /^  and 1 more$/
        37    || 22   | /^  and 17 more$/
    }

    def "what is left out is counted by its reasons"() {
        expect:
        summary(jobs: [SampleJobs.job()], leftOut: [leftOut('it is Finished', 2), leftOut('it is Error', 3), leftOut('it is Finished', 4)]).readLines().drop(2) ==
            ['left out, 2 jobs: it is Finished', 'left out, 1 job: it is Error']
    }

    def "names neither obey nor hide anything"() {
        given:
        def lines = summary(jobs: SampleJobs.ofAllKinds() + [SampleJobs.job(name: 'x' * 4000, state: JobState.unknown('\u001b[2J'))]).readLines()

        expect:
        lines.size() == 9
        lines.every { it.size() < 200 }
        lines.every { it ==~ /[^\p{Cntrl}\u202e]*/ }
        lines[8].endsWith("'${'x' * 59}...'")
    }

    def "a name is not cut within a character"() {
        expect:
        summary(jobs: [SampleJobs.job(name: 'x' * 58 + '\ud83c\udfac' * 9)]).endsWith('xx...\'')
    }
}
