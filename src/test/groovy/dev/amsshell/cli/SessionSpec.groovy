package dev.amsshell.cli

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.await.AwaitFailed
import dev.amsshell.base.Cancellation
import dev.amsshell.base.Failure
import dev.amsshell.base.Io
import dev.amsshell.base.Redactor
import dev.amsshell.dsl.Ams
import dev.amsshell.testing.ScriptedServer
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What a command shows, and what changes while it runs, against a real server. */
class SessionSpec extends Specification {
    static final TOKEN = 'xyzzy-secret'

    def out = new ByteArrayOutputStream()
    def err = new ByteArrayOutputStream()
    @AutoCleanup
    ScriptedServer server
    @AutoCleanup
    Session session

    void serve(String... answers) {
        server = new ScriptedServer(answers)
        session = session([AMS_ENDPOINT: server.root, AMS_TOKEN: TOKEN])
    }

    Session session(Map<String, String> environment, Settings options = options(sandbox: false)) {
        def streams = [out, err].collect { new PrintStream(it, true, StandardCharsets.UTF_8) }
        def io = new Io(InputStream.nullInputStream(), streams[0], streams[1], false, false, false)
        def process = new Process(io, new Display(streams[0], Terminals.NONE), environment, new Folders(Path.of('cache'), Path.of('state'), Path.of('config')),
            Clock.fixed(Instant.parse('2024-05-01T03:00:00Z'), ZoneOffset.UTC), new Redactor(), new Cancellation(), new Ending())
        return new Session(options, process, true)
    }

    static Settings options(Map with) {
        new Settings(with.sandbox as boolean, Optional.ofNullable(with.scenario as String), 42, 60, with.quiet as boolean, with.allowWrites as boolean,
            Optional.empty(), Optional.empty(), [], false, Preferences.USUAL)
    }

    Ams getAms() {
        session.words().ams as Ams
    }

    List<String> linesOf(ByteArrayOutputStream bytes) {
        bytes.toString(StandardCharsets.UTF_8).readLines()
    }

    /** The traced requests, which took whatever time. */
    List<String> getTraced() {
        linesOf(err).findAll { it.startsWith('GET') }*.replaceAll(/\d+ ms/, 'N ms')
    }

    def "while it is traced, each request has a line; otherwise none"() {
        given:
        serve(json('7'))

        when:
        ams.jobs.count()
        session.console().trace().turn(true)
        ams.jobs.failed.count()
        def whileOn = session.console().trace().on
        session.console().trace().turn(false)
        ams.jobs.count()

        then:
        whileOn
        !session.console().trace().on
        traced == ['GET Jobs()/$count?$filter=State eq 4  200  N ms  1 B']
    }

    def "retries and redirects have lines of their own, and no secret shows"() {
        given:
        def moved = new ScriptedServer(json('', 503), answer("$TOKEN is broken", 400, 'text/plain', "x-ms-request-id: $TOKEN"))
        serve(answer('', 301, 'text/plain', "Location: $moved.root"))
        session.console().trace().turn(true)

        when:
        ams.jobs.where(raw: "Name eq '$TOKEN'").count()

        then:
        thrown(Failure)
        traced == [
            "GET Jobs()/\$count?\$filter=(Name eq '***')  301  to $moved.root  N ms  0 B",
            "GET Jobs()/\$count?\$filter=(Name eq '***')  503  N ms  0 B",
            "GET Jobs()/\$count?\$filter=(Name eq '***')  400  attempt 2  N ms  22 B  request ***"]*.toString()
        !err.toString(StandardCharsets.UTF_8).contains(TOKEN)

        cleanup:
        moved.close()
    }

    def "even where notices are not wanted"() {
        given:
        server = new ScriptedServer(json('7'))
        session = session([AMS_ENDPOINT: server.root, AMS_TOKEN: TOKEN], options(quiet: true))

        when:
        session.console().trace().turn(true)
        ams.jobs.count()

        then:
        linesOf(err).size() == 1
    }

    def "a change of the settings counts at once"() {
        given:
        serve(json('7'))
        def printer = session.console().printer()
        def value = [at: Instant.parse('2024-05-01T03:00:00Z')]

        when:
        printer.print(value, session.console().io().out())
        session.console().notice('one')
        session.console().settings().set('timezone', 'Asia/Tokyo')
        printer.print(value, session.console().io().out())
        session.console().settings().set('output', 'json')
        printer.print(value, session.console().io().out())
        session.console().notice('two')
        session.console().settings().set('output', 'csv')
        session.console().notice('three')

        then:
        linesOf(out) == ['at  2024-05-01T03:00:00Z', 'at  2024-05-01T12:00:00+09:00', '{"at":"2024-05-01T03:00:00Z"}']
        linesOf(err) == ['ams-shell: one', 'ams-shell: three']
    }

    def "a wait goes by the timeout as it is when it begins"() {
        given:
        serve(json('{"value":[{"Id":"nb:jid:UUID:00000000-0000-0000-0000-000000000001","Name":"Job","State":2}]}'))
        def ams = ams

        when:
        session.console().settings().set('timeout', '0s')
        ams.await('00000000-0000-0000-0000-000000000001')

        then:
        def e = thrown(AwaitFailed)
        e.message.startsWith('not over after 0 s')
    }

    def "where ams leads is known without asking, and said without the token"() {
        given:
        def moved = new ScriptedServer(json('7'))
        serve(answer('', 301, 'text/plain', "Location: $moved.root"))

        when:
        def before = session.connection()
        session.accounts().main().service()
        then:
        before == [service: 'an account of Azure Media Services', source: 'AMS_ENDPOINT and AMS_TOKEN', endpoint: server.root,
                   apiVersion: '2.19', auth: 'token', readOnly: false]
        session.connection() == before
        server.requests.empty

        when:
        ams.jobs.count()
        then:
        session.connection() == before + [redirectedTo: moved.root]
        !session.connection().toString().contains(TOKEN)

        cleanup:
        moved.close()
    }

    def "a sandbox is described before it is started, and as it was asked for"() {
        given:
        session = session([:], options(sandbox: true, scenario: 'samples/scenarios/stuck-at-100.toml'))

        when:
        def before = session.connection()
        then:
        before == [service: 'the built-in sandbox', source: '--sandbox', endpoint: 'started by the first request', apiVersion: '2.19',
                   token: 'its own', scenario: 'samples/scenarios/stuck-at-100.toml', seed: 42, speed: 60d]

        when:
        session.accounts().main().service()
        then:
        session.connection() == before + [endpoint: session.accounts().main().service().describe()]
    }

    def "that nothing is configured is no error here"() {
        given:
        session = session([:])

        expect:
        session.connection() == [service: 'none', source: 'no profile, neither --sandbox nor AMS_ENDPOINT and AMS_TOKEN']
    }
}
