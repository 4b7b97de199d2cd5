package dev.amsshell.product

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.ScriptedServer
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Changes by scripts, of real processes. */
class HeadlessWritesSpec extends Specification {
    static final GUID = 'f3c43f94-327f-2347-90bb-000000000100'
    static final CANCEL = "ams.job('$GUID').cancel().state"

    @AutoCleanup
    LoggedSandbox sandbox
    @AutoCleanup
    ScriptedServer server

    AmsShellProcess shell(String faults = '') {
        sandbox = new LoggedSandbox(SandboxedClient.scenarioOf("""
            [account]
            new-job-every = "never"
            [[jobs]]
            id = "$GUID"
            name = "Nightly"
            state = "processing"
            work = "3h"
            $faults""".stripIndent()))
        new AmsShellProcess().with(sandbox.environment)
    }

    List<String> getChanges() {
        sandbox.allRequests.findAll { it.contains('CancelJob') }
    }

    def "without --allow-writes nothing is sent, wherever else the option stands"() {
        given:
        def shell = shell()

        when:
        def ended = shell.runWithInput(CANCEL, 'run', '-', '--allow-writes')

        then:
        ended.code == 2
        ended.err =~ /stdin:1:1: nothing was sent; without --allow-writes no script may cancel 1 job at http:.*\n  nb:jid:UUID:$GUID  Processing  'Nightly'\n/
        ended.err.endsWith('If that is what it should do, add --allow-writes to the command.\n')
        changes == []
    }

    def "a script cannot catch its way past the guard"() {
        given:
        def shell = shell()

        when:
        def ended = shell.run('eval', "try { $CANCEL } catch (Throwable e) { e.class.simpleName }")

        then:
        ended.out == 'WriteRefused\n'
        changes == []
    }

    def "with it all is told before it is sent, on stderr"() {
        given:
        def shell = shell()

        when:
        def ended = shell.run('eval', CANCEL, '--allow-writes')

        then:
        ended.code == 0
        ended.out == 'Canceling\n'
        ended.err =~ /\Aams-shell: cancel 1 job at http:.*\nams-shell:   nb:jid:UUID:$GUID  Processing  'Nightly'\nams-shell: done: cancel 1 job\n\z/
        changes.size() == 1
    }

    def "#options says nothing of what it does"() {
        given:
        def shell = shell()

        when:
        def ended = shell.run(*options, '--allow-writes', 'eval', CANCEL)

        then:
        ended.out == out
        ended.err == ''

        where:
        options              || out
        ['-q']               || 'Canceling\n'
        ['--output', 'json'] || '"Canceling"\n'
    }

    def "with --output json a refusal is one object"() {
        given:
        def shell = shell()

        when:
        def error = new ObjectMapper().readValue(shell.run('--output', 'json', 'eval', CANCEL).err, Map)

        then:
        error.error == 'usage'
        error.exitCode == 2
        error.message.contains("nb:jid:UUID:$GUID  Processing  'Nightly'")
    }

    def "a cancellation is found out or sent again: #kind, and it was done: #after"() {
        given:
        def shell = shell("""
            [[faults]]
            kind = "$kind"
            path = "/api/CancelJob"
            after = $after
            times = 1""")

        when:
        def ended = shell.run('--allow-writes', 'eval', CANCEL)

        then:
        ended.code == 0
        ended.out == 'Canceling\n'
        ended.err.contains('; looking whether it was done\n')
        ended.err.contains('it was not done; sending it again (2 of 3)') == !after
        changes.size() == (after ? 1 : 2)

        where:
        kind             | after
        'dropped'        | true
        'dropped'        | false
        'internal-error' | true
        'busy'           | false
    }

    def "Ctrl-C while it is sent says that it may have been done, and how to look"() {
        given:
        server = new ScriptedServer(ScriptedServer.json("""{"value":[{"Id":"nb:jid:UUID:$GUID","State":2}]}"""), 'HTTP/1.1 204 ')
        def process = new AmsShellProcess().with(AMS_ENDPOINT: server.root, AMS_TOKEN: 'a-token').start('--allow-writes', 'eval', CANCEL)

        when: 'the answer to the second request, which cancels, never ends'
        new PollingConditions(timeout: 30).eventually { assert server.requests.size() == 2 }
        ['kill', '-INT', "${process.pid()}"].execute().waitFor()
        def ended = AmsShellProcess.await(process, '')

        then:
        ended.code == 130
        ended.err.contains('ams-shell: interrupted; it may have been sent, and it is not known whether it was done: ' +
            "cancel job nb:jid:UUID:$GUID; to look: ams.job('nb:jid:UUID:$GUID').state\n")
    }
}
