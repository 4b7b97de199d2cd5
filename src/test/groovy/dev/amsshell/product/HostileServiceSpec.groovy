package dev.amsshell.product

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.ScriptedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What a service says is data: on a real terminal none of it is obeyed, in a spreadsheet none computed. */
class HostileServiceSpec extends Specification {
    static final ID = 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'
    static final EVIL = '=cmd|x\u001b]0;OWNED\u0007\u001b[2J\u009b31m\u202egnp.exe\u2066\u061c\u0000\b\r\nnext'

    /** What a terminal may be sent: text, and the ends of lines. */
    static final RAW = ~/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\r(?!\n)/

    /** An entity that is a job and a task at once, so that one answer serves both. */
    static final ENTITY = new ObjectMapper().writeValueAsString([value: [[
        Id: ID, Name: EVIL, State: 4, Created: '2024-05-01T03:00:00', Priority: 0, RunningDuration: 0.0, TemplateId: EVIL, Progress: 50.0,
        Configuration: EVIL, TaskBody: EVIL, MediaProcessorId: EVIL, PerfMessage: EVIL, EncryptionScheme: EVIL,
        ErrorDetails: [[Code: EVIL, Message: EVIL]], HistoricalEvents: [[Code: EVIL, Message: EVIL, TimeStamp: '2024-05-01T03:00:00']]]]])

    static final HEADERS = ["x-ms-request-id: 1\u001b[2J\u0085\u202e", "Content-Language: \u001b[2J"] as String[]

    @AutoCleanup
    ScriptedServer server
    @Shared
    def shell = new AmsShellProcess()

    /** What a terminal is sent by a command that thinks it has one. */
    AmsShellProcess.Ended onTerminal(String... args) {
        def command = ([AmsShellProcess.LAUNCHER] + (args as List)).collect { "'" + it.replace("'", "'\\''") + "'" }.join(' ')
        def process = shell.with(AMS_ENDPOINT: server.root, AMS_TOKEN: 'a-token', TERM: 'xterm', LC_ALL: 'C.UTF-8')
            .startCommand('script', '-qefc', "stty cols 120; $command", '/dev/null')
        AmsShellProcess.await(process, '')
    }

    def "a terminal obeys nothing that comes as #output"() {
        given:
        server = new ScriptedServer(answer(ENTITY, 200, 'application/json', HEADERS))

        when:
        def ended = onTerminal('-v', '--color', 'never', '--output', output, 'eval', "[ams.job('$ID').snapshot, ams.job('$ID').tasks]")

        then:
        ended.code == 0
        ended.out.contains('gnp.exe')
        !(ended.out =~ RAW)

        where:
        output << ['table', 'json', 'ndjson', 'csv']
    }

    def "a terminal obeys no error: #what, told as #output"() {
        given:
        server = new ScriptedServer(raw)

        when:
        def ended = onTerminal('-v', '--color', 'never', '--output', output, 'eval', "ams.job('$ID').state")

        then:
        ended.code == code
        !(ended.out =~ RAW)

        where:
        [what, raw, code, output] << [
            ['a refusal', json(new ObjectMapper().writeValueAsString(['odata.error': [message: [value: EVIL]]]), 400), 5],
            ['a refused token', answer("<m:error><m:message>$EVIL</m:message></m:error>", 401, "x/\u001b[2J", HEADERS), 4],
            ['a page', answer(EVIL, 200, 'text/html', HEADERS), 5],
            ['a redirect', answer('', 301, 'text/html', "Location: https://evil.example/\u001b[2J\u202e"), 5],
            ['a redirect to a strange host', answer('', 301, 'text/html', 'Location: https://\u001b[2J.example/'), 5],
            ['a status line', "HTTP/1.1 418 \u001b[2J\u202e\r\nContent-Length: 0\r\nx-ms-request-id: \u001b[2J\r\n\r\n", 5],
        ].collectMany { row -> ['table', 'json'].collect { row + it } }
    }

    def "a spreadsheet computes nothing of it"() {
        given:
        server = new ScriptedServer(answer(ENTITY, 200, 'application/json', HEADERS))

        when:
        def ended = shell.with(AMS_ENDPOINT: server.root, AMS_TOKEN: 'a-token').run('--output', 'csv', 'eval', "[[name: ams.job('$ID').name]]")

        then:
        ended.out.readLines()[1] =~ /^"?'=cmd/
    }
}
