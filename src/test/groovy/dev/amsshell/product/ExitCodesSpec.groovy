package dev.amsshell.product

import dev.amsshell.cli.ExitCode
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.ScriptedServer
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** Every documented exit code, of real processes. */
class ExitCodesSpec extends Specification {
    static final KNOWN = 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1")'
    static final UNKNOWN = 'ams.job("00000000-327f-2347-90bb-3bf79f8559f1")'
    static final ENDPOINT = [AMS_ENDPOINT: 'http://127.0.0.1:1/api/', AMS_TOKEN: 'a-token']

    @Shared
    def shell = new AmsShellProcess()

    def "#code: #what"() {
        when:
        def ended = shell.runWithInput(input, *args)

        then:
        ended.code == code
        ended.out == out
        ended.err.contains(err)
        !ended.err.contains('at dev.amsshell')
        !ended.err.contains('at java.')

        where:
        code | what                              | args                                         | input                               || out            | err
        0    | 'a value'                         | ['eval', '1 + 1']                            | ''                                  || '2\n'          | ''
        0    | 'nothing to say'                  | ['eval', 'null']                             | ''                                  || ''             | ''
        0    | 'null in JSON'                    | ['eval', '--output', 'json', 'null']         | ''                                  || 'null\n'       | ''
        0    | 'a state'                         | ['run', '--sandbox', '-']                    | "println ${KNOWN}.state"            || 'Processing\n' | ''
        0    | 'a state that is compared'        | ['--sandbox', 'eval', "${KNOWN}.state == 'processing'"] | ''                       || 'true\n'       | ''
        0    | 'a script that ends'              | ['run', '-']                                 | '42'                                || ''             | ''
        0    | 'a script from stdin by itself'   | []                                           | 'println 1'                         || '1\n'          | ''
        0    | 'a script that compiles'          | ['run', '--compile-only', '-']               | 'println 1'                         || ''             | ''
        1    | 'a value that cannot be shown'    | ['eval', 'new Object() { String toString() { 1 / 0 } }'] | ''                      || ''             | 'Division by zero'
        0    | 'a list that contains itself'     | ['eval', 'def l = [1]; l << l; l.size()']    | ''                                  || '2\n'          | ''
        2    | 'a parameter too many'            | ['sandbox', 'x']                             | ''                                  || ''             | 'takes no parameters'
        7    | 'a code of the script'            | ['run', '-', 'a']                            | 'println args; exit(7)'             || '[a]\n'        | ''
        1    | 'an exception'                    | ['run', '-']                                 | 'throw new Exception("oh")'         || ''             | 'stdin:1:1: Exception: oh'
        1    | 'an assertion'                    | ['run', '-']                                 | 'assert 1 == 2'                     || ''             | 'assert 1 == 2\n         |\n         false'
        1    | 'a state that does not exist'     | ['run', '--sandbox', '-']                    | "${KNOWN}.state == 'Finsihed'"      || ''             | "no state 'Finsihed'; there are Queued"
        1    | 'a check that failed'             | ['run', '-']                                 | 'check("a") { 1 > 2 }; exit(0)'     || 'FAIL  a\n      1 > 2\n        |\n        false\n1 check: 1 failed\n' | ''
        2    | 'an unknown option'               | ['run', '--bogus', '-']                      | ''                                  || ''             | 'unknown option: --bogus'
        2    | 'an unknown command'              | ['rnu']                                      | ''                                  || ''             | "there is no command 'rnu'"
        2    | 'a script named as a command'     | ['samples/check.groovy']                     | ''                                  || ''             | 'ams-shell run samples/check.groovy'
        2    | 'no such file'                    | ['run', 'no-such-file.groovy']               | ''                                  || ''             | "cannot read the script 'no-such-file.groovy': there is no such file"
        2    | 'a folder'                        | ['run', 'samples']                           | ''                                  || ''             | "cannot read the script 'samples'"
        2    | 'a malformed job id'              | ['eval', '--sandbox', 'ams.job("zz")']       | ''                                  || ''             | "not a job id: 'zz'"
        2    | 'nothing configured'              | ['eval', KNOWN]                              | ''                                  || ''             | 'add --sandbox to the command'
        2    | 'two expressions'                 | ['eval', '1', '+']                           | ''                                  || ''             | 'Quote it'
        2    | 'a prompt without a terminal'     | ['repl']                                     | ''                                  || ''             | 'needs a terminal'
        2    | 'a value of no option'            | ['--output', 'xml', 'eval', '1']             | ''                                  || ''             | "--output cannot be 'xml'"
        3    | 'a script that does not compile'  | ['run', '-']                                 | 'def x = 1\nprintln x + }'          || ''             | 'stdin:2:'
        3    | 'the same, only checked'          | ['run', '--compile-only', '-']               | 'println ('                         || ''             | 'stdin:1:'
        0    | 'a job that finishes'             | ['eval', '-q', '--sandbox', "${KNOWN}.await().state"] | ''                         || 'Finished\n'   | ''
        1    | 'a job that is over without it'   | ['eval', '--sandbox', 'ams.jobs.finished.newest(1).await(until: CANCELING)'] | ''  || ''             | 'without Canceling'
        1    | 'an option of await that is none' | ['eval', '--sandbox', "${KNOWN}.await(timout: 3.minutes)"] | ''                    || ''             | "no option 'timout'"
        6    | 'a job that ends in Error'        | ['eval', '--sandbox', 'ams.jobs.failed.newest(1).await()'] | ''                    || ''             | 'ended in Error'
        7    | 'a job that is Canceled'          | ['run', '--sandbox', '-']                    | 'ams.await(ams.jobs.canceled.first())' || ''          | 'was Canceled'
        124  | 'a deadline'                      | ['--timeout', '1s', 'eval', '--sandbox', "${KNOWN}.await(until: CANCELED)"] | ''   || ''             | 'not Canceled after 1 s'
        2    | 'a timeout that is none'          | ['--timeout', '30', 'eval', '1']             | ''                                  || ''             | 'It is a duration such as 90s'
        8    | 'no such job awaited'             | ['eval', '--sandbox', "${UNKNOWN}.await()"]  | ''                                  || ''             | 'no such job: nb:jid:UUID:00000000'
        6    | 'the worst of several'            | ['eval', '--sandbox', 'ams.await([ams.jobs.finished.first(), ams.jobs.canceled.first(), ams.jobs.failed.first()])'] | '' || '' | 'of 3 jobs, 1 in Error, 1 Canceled; 1 Finished'
        8    | 'no such job'                     | ['eval', '--sandbox', "${UNKNOWN}.state"]    | ''                                  || ''             | 'no such job: nb:jid:UUID:00000000'
        2    | 'a change that is not allowed'    | ['eval', '--sandbox', "${KNOWN}.cancel()"]   | ''                                  || ''             | 'without --allow-writes no script may cancel 1 job at http'
        0    | 'a change that is allowed'        | ['--allow-writes', 'eval', '--sandbox', "${KNOWN}.cancel().state"] | ''            || 'Canceling\n'  | 'ams-shell: cancel 1 job at http'
        5    | 'a change of a job that is over'  | ['eval', '--sandbox', '--allow-writes', 'ams.job(ams.jobs.finished.first()).cancel()'] | '' || ''      | 'can be canceled, and it is Finished'
        8    | 'a change of no such job'         | ['eval', '--sandbox', '--allow-writes', "${UNKNOWN}.cancel()"] | ''                || ''             | 'no such job: nb:jid:UUID:00000000'
        7    | 'an awaited job it has canceled'  | ['run', '--sandbox', '--allow-writes', '-']  | "${KNOWN}.cancel(); ${KNOWN}.await()" || ''           | 'was Canceled'
        1    | 'a priority that is none'         | ['eval', '--sandbox', '--allow-writes', "${KNOWN}.priority = -1"] | ''             || ''             | 'a priority is a whole number from 0'
        8    | 'no such job, wrapped'            | ['run', '--sandbox', '-']                    | "try { ${UNKNOWN}.state } catch (e) { throw new RuntimeException('outer', e) }" || '' | 'caused by: no such job'
    }

    def "a token is not shown, also where it is not used"() {
        when:
        def ended = new AmsShellProcess().with(AMS_ENDPOINT: 'https://h.example/api/?k=top-s3cret', AMS_TOKEN: 'top-s3cret').run(*args)

        then:
        ended.code in [1, 2]
        !(ended.out + ended.err).contains('s3cret')

        where:
        args << [['eval', '1'], ['eval', '--sandbox', 'throw new Exception(System.getenv("AMS_TOKEN"))']]
    }

    def "2: half a configuration, before anything runs"() {
        when:
        def ended = new AmsShellProcess().with(AMS_TOKEN: 'a-token').run('eval', '1')

        then:
        ended.code == 2
        ended.err.contains('AMS_TOKEN is set, but AMS_ENDPOINT is not')
    }

    def "2: a token that would travel in the clear"() {
        when:
        def ended = new AmsShellProcess().with(AMS_ENDPOINT: 'http://media.windows.net/', AMS_TOKEN: 'a-token').run('eval', KNOWN)

        then:
        ended.code == 2
        ended.err.contains('unencrypted to media.windows.net')
    }

    def "4: a wrong token"() {
        given:
        def server = new ScriptedServer(ScriptedServer.json('', 401))

        when:
        def ended = new AmsShellProcess().with(AMS_ENDPOINT: server.root, AMS_TOKEN: 'a-s3cret-token').run('eval', "${KNOWN}.state")

        then:
        ended.code == 4
        ended.err.contains('did not accept the token (401)')
        !(ended.out + ended.err).contains('s3cret')

        cleanup:
        server.close()
    }

    def "5: a dead port, and which host it is"() {
        when:
        def ended = new AmsShellProcess().with(ENDPOINT).run('eval', "${KNOWN}.state")

        then:
        ended.code == 5
        ended.err.contains('cannot reach 127.0.0.1:1: connection refused (5 attempts)')
    }

    def "5: #what"() {
        given:
        def server = new ScriptedServer(answer)

        when:
        def ended = new AmsShellProcess().with(AMS_ENDPOINT: server.root, AMS_TOKEN: 'a-token').run('eval', "${KNOWN}.state")

        then:
        ended.code == 5
        ended.err.contains(err)

        cleanup:
        server.close()

        where:
        what                 | answer                                                                   || err
        'a proxy'            | ScriptedServer.answer('<html>Login</html>', 200, 'text/html')            || 'an HTML page'
        'half an answer'     | ScriptedServer.json('{"value":[{"Id')                                    || 'broken or cut off'
        'a refusal'          | ScriptedServer.json('{"odata.error":{"message":{"value":"bad \\u001b[1m"}}}', 400) || 'bad \\u001b[1m'
        'a foreign redirect' | ScriptedServer.answer('', 301, 'text/html', 'Location: https://evil.example/') || 'https://evil.example'
    }

    def "#code: a signal, and what the script has to say in its finally"() {
        given:
        def script = Files.writeString(shell.home.resolve('loop.groovy'),
            'println "ready"; try { while (true) sleep 10 } finally { println "bye" }')

        when:
        def process = shell.start('run', script.toString())
        def reader = process.inputReader()
        assert reader.readLine() == 'ready'
        ['kill', "-$signal", "${process.pid()}"].execute().waitFor()

        then:
        reader.readLine() == 'bye'
        process.waitFor() == code

        where:
        signal | code
        'INT'  | 130
        'TERM' | 143
    }

    def "141: a pipe that is closed ends an endless script"() {
        when:
        def ended = shell.shell('''printf 'int i = 0; while (true) println i++' | ams-shell run - | head -n 2; echo "code ${PIPESTATUS[1]}"''')

        then:
        ended.out == '0\n1\ncode 141\n'
        ended.err == ''
    }

    def "a full disk is told, not taken for a closed pipe"() {
        when:
        def ended = shell.shell('ams-shell eval 1 > /dev/full')

        then:
        ended.code == 1
        ended.err.contains('cannot write the output')
        shell.shell('ams-shell --output json eval 1 > /dev/full').err.startsWith('{"error":"output","exitCode":1,')
    }

    def "--help and the README list the codes there are"() {
        given:
        def help = shell.run('--help')
        def readme = Path.of('README.md').toFile().text

        expect:
        help.code == 0
        ExitCode.values().every { help.out.contains(it.meaning()) && readme.contains("| ${it.code()} | ${it.meaning()} |") }
    }
}
