package dev.amsshell.product

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.ScriptedServer
import java.nio.file.Files
import java.util.concurrent.Executors
import java.util.concurrent.Future
import spock.lang.Shared
import spock.lang.Specification

/** Each end of a wait and each fault on the way there, as a scheduler and a person see them: real processes, a few at a time. */
class AwaitProcessSpec extends Specification {
    static final GUID = 'f3c43f94-327f-2347-90bb-000000000001'
    static final AWAIT = "ams.job('$GUID').await().state"
    static final QUICK = 'work = "150s"'
    static final LONG = 'work = "3h"'
    static final JOB = /job nb:jid:UUID:$GUID 'One'/
    static final SINCE = /(?s).*: Processing\n.*/

    /** What it is, the exit code, the expression, the job, the fault, what stdout is, and what stderr is like. */
    static final CASES = [
        ['Finished', 0, AWAIT, QUICK, '', 'Finished\n', /(?s)ams-shell: \S+Z job $GUID 'One': Processing\nams-shell: \S+Z job $GUID 'One': Finished after \d s, was Processing\n/],
        ['Error', 6, AWAIT, QUICK + '\nerror = { code = "TransientError", message = "Out of luck" }', '', '',
         /(?s).*eval:1:1: $JOB ended in Error after .*\n  task '.*': TransientError: Out of luck \(retry: yes\)\n  1 \| .*\n    \| \^\nRetry: yes\. .*\n/],
        ['Canceled', 7, 'ams.await(ams.jobs.canceled.first())', QUICK, '', '', /(?s).* was Canceled.*/],
        ['any final state, settled', 0, "ams.job('$GUID').settle().state", QUICK + '\nerror = { code = "UserInput", message = "Bad" }', '', 'Error\n', /(?s).*Error after .*: UserInput: Bad\n/],
        ['never there', 8, "ams.job('00000000-327f-2347-90bb-000000000001').await()", LONG, '', '', /(?s).*no such job: nb:jid:UUID:00000000-.*records are purged after 90 days\.\n/],
        ['purged meanwhile', 8, AWAIT, LONG + '\nvanishes-after = "2s"', '', '', /(?s).*$JOB vanished while it was awaited; it was last seen at .* UTC \(Processing\)\n.*/],
        ['a deadline', 124, "ams.job('$GUID').await(timeout: 1.second)", LONG, '', '', /(?s).*not over after 1 s: $JOB: Processing\n.*It goes on\..*/],
        ['a goal that is missed', 1, "ams.job('$GUID').await(until: CANCELING)", QUICK, '', '', /(?s).*$JOB Finished after .* without Canceling\n.*/],
        ['no job that appears', 8, "ams.jobs.named('none*').await(appear: 1.second)", LONG, '', '', /(?s).*no job appeared within 1 s\n.*/],
        ['an empty query', 0, "ams.jobs.named('none*').await()", LONG, '', '', /ams-shell: the query gives no jobs, so that there are none to wait for\nams-shell: no rows\n/],
        ['refused credentials', 4, AWAIT, LONG, 'kind = "unauthorized-empty"\nfrom = "1s"', '', /(?s).*did not accept the token \(401\).*/],
        ['a request that is refused as wrong', 5, AWAIT, LONG, 'kind = "html"\nstatus = 400\nfrom = "1s"', '', /(?s).*refused the request \(400\).*/],
        ['a service that is never there', 5, AWAIT, QUICK, 'kind = "outage"', '', /(?s).*cannot reach 127\.0\.0\.1:\d+: it closed the connection without an answer \(5 attempts\).*/],
        ['an outage', 0, AWAIT, 'work = "5m"', 'kind = "outage"\nfrom = "3s"\nuntil = "9s"', 'Finished\n',
         /(?s).*ams-shell: cannot look at present, and goes on waiting: cannot reach .*\nams-shell: can look again, after \d+ s\n.*/],
        ['an account that moves', 0, AWAIT, QUICK, 'kind = "moved"\nfrom = "1s"\ntimes = 1', 'Finished\n', SINCE],
        ['a redirect to where it is', 0, AWAIT, QUICK, 'kind = "redirect"\nevery = 2', 'Finished\n', SINCE],
        ['a token that expires', 0, AWAIT, QUICK, 'kind = "token-expired"\nevery = 3', 'Finished\n', SINCE],
        ['slow answers', 0, AWAIT, QUICK, 'kind = "slow"\nover = "300ms"\nevery = 2', 'Finished\n', SINCE],
    ] + ['busy', 'too-many-requests', 'internal-error', 'bad-gateway', 'gateway-timeout', 'dropped', 'half-sent', 'truncated-json', 'html'].collect {
        ["$it now and then".toString(), 0, AWAIT, QUICK, "kind = \"$it\"\nevery = 2", 'Finished\n', SINCE]
    }

    @Shared
    def threads = Executors.newFixedThreadPool(4)

    @Shared
    Map<String, Future<AmsShellProcess.Ended>> ended = CASES.collectEntries { row ->
        [row[0], threads.submit({ run(row) } as java.util.concurrent.Callable)]
    }

    static AmsShellProcess.Ended run(List row) {
        def (what, code, expression, job, fault) = row
        def shell = new AmsShellProcess()
        def scenario = Files.writeString(shell.home.resolve('scenario.toml'), """
            [account]
            new-job-every = "never"
            [[jobs]]
            id = "$GUID"
            name = "One"
            tasks = 1
            state = "processing"
            ago = "1m"
            $job
            ${fault ? '[[faults]]' : ''}
            $fault
        """.stripIndent())
        shell.run('eval', '--sandbox', '--timeout', '1m', '--scenario', scenario.toString(), expression)
    }

    def cleanupSpec() {
        threads.shutdownNow()
    }

    def "#code: #what"() {
        when:
        def run = ended[what].get()

        then:
        run.code == code
        run.out == out
        run.err ==~ err
        !run.err.contains('at dev.amsshell')

        where:
        [what, code, expression, job, fault, out, err] << CASES
    }

    def "with --output json what a wait came to is one object, and nothing else is on stderr"() {
        when:
        def run = new AmsShellProcess().run('eval', '--sandbox', '--output', 'json', 'ams.await([ams.jobs.failed.first(), ams.jobs.finished.first()])')
        def error = new ObjectMapper().readValue(run.err, Map)

        then:
        run.code == 6
        error.error == 'job-failed'
        error.exitCode == 6
        error.retry in ['yes', 'no', 'maybe']
        error.reached == 1
        error.jobs.size() == 1
        error.jobs[0].with { [end, state] } == ['failed', 'Error']
        error.jobs[0].errors[0].keySet().containsAll(['code', 'message', 'retry'])
    }

    def "5: a service that points to a stranger while a job is awaited"() {
        given:
        def row = '{"value":[{"Id":"nb:jid:UUID:' + GUID + '","Name":"One","State":2,"Created":"2024-05-01T02:59:00"}]}'
        def server = new ScriptedServer(ScriptedServer.json(row), ScriptedServer.answer('', 301, 'text/html', 'Location: https://evil.example/'))

        when:
        def run = new AmsShellProcess().with(AMS_ENDPOINT: server.root, AMS_TOKEN: 'a-s3cret-token').run('eval', AWAIT)

        then:
        run.code == 5
        run.err.contains('https://evil.example')
        !run.err.contains('s3cret')

        cleanup:
        server.close()
    }
}
