package dev.amsshell.check

import dev.amsshell.base.Cancellation
import dev.amsshell.script.Outcome
import dev.amsshell.script.ScriptEngine
import dev.amsshell.script.Source
import dev.amsshell.testing.CheckedRun
import dev.amsshell.testing.SampleJobs
import dev.amsshell.testing.SandboxedClient
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Which jobs a check shows that does not hold. */
class JobsConcernedSpec extends Specification {
    static final JOBS = (1..14).collect {
        """
        [[jobs]]
        id = "f3c43f94-327f-2347-90bb-0000000001${String.format('%02d', it)}"
        name = "night $it"
        state = "${it <= 12 ? 'error' : 'queued'}"
        """
    }.join('')

    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient("[account]\njobs = 0\nnew-job-every = \"never\"\n$JOBS")

    CheckResult result(String text) {
        def outcome = new ScriptEngine([ams: client.ams, samples: [SampleJobs.job(name: 'one'), SampleJobs.job(name: 'two')]], CheckedRun.IO, Optional.empty())
            .run(new Source('a', text, null), [], new Cancellation(), { it })
        assert outcome instanceof Outcome.Value: outcome
        return client.checks.results().last()
    }

    def "#call is about #shown jobs and #more more"() {
        when:
        def result = result(call)

        then:
        result.jobs().size() == shown
        result.moreJobs() == more

        where:
        call                                                                               || shown | more
        "check('a') { ams.jobs.failed.since(1.day).count() == 0 }"                         || 10    | 2
        "check('a', warn: true) { ams.jobs.failed.size() == 0 }"                           || 10    | 2
        "check('a') { ams.jobs.failed.empty }"                                             || 10    | 2
        "check('a') { !ams.jobs.failed }"                                                  || 10    | 2
        "check('a') { !ams.jobs.failed.any { it.name == 'night 1' } }"                     || 10    | 2
        "check('a') { ams.jobs.named('night 1?').failed.count() == 0 }"                     || 3     | 0
        "check('a') { ams.jobs.failed.filter { it.name }.count() == 0 }"                   || 10    | null
        "check('a') { ams.jobs.count() > 0; ams.jobs.named('night 13').count() == 0 }"     || 1     | 0
        "check('a') { ams.jobs.failed.first() == null }"                                   || 1     | 0
        "check('a') { ams.jobs.failed.newest(3).count() == 0 }"                            || 3     | 0
        "check('a') { ams.jobs.named('nobody').count() == 1 }"                             || 0     | 0
        "check('a') { ams.processors.count() == 0 }"                                       || 0     | 0
        "check('a') { 1 == 2 }"                                                            || 0     | 0
        "check('a') { ams.jobs.failed.count() == 12 }"                                     || 0     | 0
        "check('a') { ams.jobs.failed.count(); nobody }"                                   || 0     | 0
        "expect('a', max: 5) { ams.jobs.failed.count() }"                                  || 10    | 2
        "expect('a', ams.jobs.failed.count(), max: 5)"                                     || 0     | 0
        "expect('a', ams.jobs.failed.count(), max: 5, jobs: ams.jobs.failed)"              || 10    | 2
        "expect('a', max: 5, jobs: ams.jobs.failed) { it.count() }"                        || 10    | 2
        "check('a', jobs: ams.jobs.named('night 1?').failed) { it.count() == 0 }"                            || 3     | 0
        "check('a', jobs: ams.jobs.named('night 1?').failed) { jobs -> jobs.count() == 0 }"                  || 3     | 0
        "check('a', jobs: ams.jobs.named('night 1?').failed) { -> ams.jobs.failed.count() == 0 }"            || 3     | 0
        "check('a', jobs: samples) { it.empty }"                                           || 2     | 0
        "check('a', jobs: samples * 6) { it.empty }"                                       || 10    | 2
        "check('a', jobs: [ams.job('f3c43f94-327f-2347-90bb-000000000101')]) { it.empty }" || 1     | 0
    }

    def "what is no job is an error of the check, also where it would never end: #jobs"() {
        when:
        def result = result("check('a', jobs: $jobs) { false }")

        then:
        result.outcome() == CheckOutcome.ERROR
        result.message().contains("jobs: takes jobs, not $other")
        result.jobs() == []

        where:
        jobs                                       || other
        '[1, null]'                                || '1'
        '[null]'                                   || 'null'
        "samples + 'x'"                            || "'x'"
        'java.util.stream.Stream.iterate(1, { it + 1 })::iterator as Iterable' || '1'
        'ams.processors'                           || ''
    }

    def "they are told by id, state, name and times"() {
        when:
        def job = result("check('a') { ams.jobs.named('night 3').count() == 0 }").jobs()[0]

        then:
        job.id() == 'nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000103'
        job.state().name() == 'Error'
        job.name() == 'night 3'
        job.created() && job.ended()
    }

    def "what is read for them is one page and one count"() {
        given:
        client.forget()

        when:
        result("check('a') { ams.jobs.failed.count() == 0 }")

        then:
        client.requests.size() <= 4
        client.requests.count { it.contains('$count') } == 2
    }

    def "a check that does not hold stays one when they cannot be read"() {
        expect:
        result('''
            def broken = new Object() { int n; Iterator iterator() { throw new IllegalStateException('gone') } } as Iterable
            check('a', jobs: broken) { false }''').outcome() == CheckOutcome.FAILED
    }
}
