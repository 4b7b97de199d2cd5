package dev.amsshell.transport

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import dev.amsshell.config.Endpoint
import dev.amsshell.testing.Networks
import dev.amsshell.testing.ScriptedServer
import java.time.Duration
import java.util.concurrent.CompletableFuture
import spock.lang.AutoCleanup
import spock.lang.Specification

class HttpTransportSpec extends Specification {
    def notices = []
    def cancellation = new Cancellation()
    List<Exchange> exchanges = []
    @AutoCleanup
    Network network = Networks.direct()
    HttpTransport transport
    @AutoCleanup
    ScriptedServer server

    def serve(String... answers) {
        server = new ScriptedServer(answers)
        transport = transportTo(server.root)
    }

    def transportTo(String root, TokenSource tokens = { 'a-token' }) {
        def backoff = new Backoff(3, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        return new HttpTransport(Endpoint.parse(root, 'root'), [] as Set, tokens, network, backoff, { cancellation }, exchanges.&add)
    }

    def "one connection serves request after request"() {
        given:
        serve(json('{}'))

        when:
        3.times { transport.get('Jobs()', [], notices.&add) }

        then:
        server.requests.size() == 3
        server.connections == 1
    }

    def "#status is tried again until it passes, with a notice and a fresh request id each time"() {
        given:
        serve(json('', status), json('', status), json('{"ok":1}'))

        expect:
        transport.get('Jobs()', [], notices.&add).text() == '{"ok":1}'
        server.requests.collect { (it =~ /(?i)x-ms-client-request-id: (\S+)/)[0][1] }.unique().size() == 3
        notices.size() == 2
        notices[0].contains("answered $status; trying again (2 of 3)")

        where:
        status << [408, 429, 500, 502, 503, 504]
    }

    def "#status is an answer, not a reason to try again"() {
        given:
        serve(json('', status))

        expect:
        transport.get('Jobs()', [], notices.&add).status() == status
        server.requests.size() == 1

        where:
        status << [200, 204, 400, 403, 404, 409, 501]
    }

    def "a token that is refused is renewed, once"() {
        given:
        server = new ScriptedServer(json('', 401), json('', answer))
        transport = transportTo(server.root, new TokenSource() {
            String token() { 'old' }
            String renewed(String refused) { "newer than $refused" }
        })

        expect:
        transport.get('Jobs()', [], notices.&add).status() == answer
        server.requests.collect { (it =~ /Authorization: Bearer (.*)/)[0][1] } == ['old', 'newer than old']
        notices.empty

        where:
        answer << [200, 401]
    }

    def "a token that cannot be renewed is sent once more"() {
        given:
        serve(json('', 401), json('{}'))

        expect:
        transport.get('Jobs()', [], notices.&add).status() == 200
        server.requests.size() == 2
    }

    def "when the budget is spent the last answer stands"() {
        given:
        serve(json('busy', 503))

        expect:
        transport.get('Jobs()', [], notices.&add).status() == 503
        server.requests.size() == 3
    }

    def "a connection that #trouble is tried again, then reported with the host"() {
        given:
        serve(raw)

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        def e = thrown(Unreachable)
        e.message.contains("127.0.0.1:${server.port}: $words (3 attempts)")
        e.advice().contains(server.root)

        where:
        trouble              | raw                                                                       || words
        'closes at once'     | ''                                                                        || 'it closed the connection without an answer'
        'breaks off midway'  | 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{"v' || 'the answer broke off'
    }

    def "a port where nobody listens is reported with the host"() {
        given:
        def dead = new ServerSocket(0).withCloseable { it.localPort }
        transport = transportTo("http://127.0.0.1:$dead/api/")

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        def e = thrown(Unreachable)
        e.message == "cannot reach 127.0.0.1:$dead: connection refused (3 attempts)"
    }

    def "what does not speak HTTP is reported at once"() {
        given:
        serve('SSH-2.0-OpenSSH_9.2\r\nConnection: close\r\n\r\n')

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        def e = thrown(Unreachable)
        e.message.contains("127.0.0.1:${server.port}")
    }

    def "what a server says cannot command a terminal through a notice"() {
        given:
        serve('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n\u001b]0;PWNED\u0007\r\n')

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        def e = thrown(Unreachable)
        !(e.message + notices).contains('\u001b')
    }

    def "a status that is none is no reason to fall over"() {
        given:
        serve('HTTP/1.1 000 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        thrown(Unreachable)
    }

    def "a new root is adopted for good, and the path appended to it"() {
        given:
        def moved = new ScriptedServer(json('{"moved":1}'))
        serve(answer('moved', 301, 'text/html', "Location: http://127.0.0.1:${moved.port}/other/api/"))

        expect:
        transport.get('Jobs()?$top=1', [], notices.&add).text() == '{"moved":1}'
        transport.get('Jobs()?$top=2', [], notices.&add).text() == '{"moved":1}'
        server.requestLines == ['GET /api/Jobs()?$top=1 HTTP/1.1']
        moved.requestLines == ['GET /other/api/Jobs()?$top=1 HTTP/1.1', 'GET /other/api/Jobs()?$top=2 HTTP/1.1']
        moved.requests.every { it.contains('Authorization: Bearer a-token') }

        cleanup:
        moved.close()
    }

    def "a redirect to a stranger is refused, and nothing is sent there"() {
        given:
        def stranger = new ScriptedServer(json('{}'))
        serve(answer('', 301, 'text/html', "Location: http://localhost:${stranger.port}/api/"))

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        def e = thrown(RedirectRefused)
        e.message.contains('localhost')
        stranger.connections == 0

        cleanup:
        stranger.close()
    }

    def "a redirect in circles ends"() {
        given:
        server = new ScriptedServer(answer('', 301, 'text/html', 'Location: /api/'))
        transport = transportTo(server.root)

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        def e = thrown(RedirectRefused)
        e.message.contains('circles')
        server.requests.size() < 10
    }

    def "an answer without an end is given up"() {
        given:
        def endless = new ServerSocket(0, 5, InetAddress.getByName('127.0.0.1'))
        Thread.startDaemon {
            def connection = endless.accept()
            connection.outputStream << 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n'
            def block = new byte[1 << 20]
            try {
                while (true) {
                    connection.outputStream.write(block)
                }
            } catch (IOException ignored) {
                // given up
            }
        }
        transport = transportTo("http://127.0.0.1:${endless.localPort}/")

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        def e = thrown(Unreachable)
        e.message.contains('larger than 64 MiB')

        cleanup:
        endless.close()
    }

    def "a request in flight ends when the work is cancelled"() {
        given:
        def silent = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))
        transport = transportTo("http://127.0.0.1:${silent.localPort}/")
        def outcome = new CompletableFuture()
        Thread.startDaemon {
            try {
                outcome.complete(transport.get('Jobs()', [], notices.&add))
            } catch (Throwable e) {
                outcome.complete(e)
            }
        }

        when:
        def connection = silent.accept()
        cancellation.cancel()

        then:
        outcome.get() instanceof Cancelled

        cleanup:
        connection?.close()
        silent.close()
    }

    def "each request is told of with what became of it: retries"() {
        given:
        serve(answer('busy', 503, 'text/plain', 'x-ms-request-id: 1-2-3'), json('{"ok":1}'))

        when:
        transport.get('Jobs()?$top=1', [], notices.&add)

        then:
        exchanges*.attempt() == [1, 2]
        exchanges*.status() == [503, 200]
        exchanges*.bytes() == [4L, 8L]
        exchanges*.requestId() == ['1-2-3', '']
        exchanges*.success == [false, true]
        exchanges.every { it.method() == 'GET' && it.call().uri().toString() == server.root + 'Jobs()?$top=1' && it.path() == 'Jobs()?$top=1' && it.trouble() == '' && it.duration() > Duration.ZERO }
    }

    def "each request is told of with what became of it: redirects"() {
        given:
        def moved = new ScriptedServer(json('{}'))
        serve(answer('', 301, 'text/plain', "Location: $moved.root"))

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        exchanges.collect { [it.call().uri().toString(), it.status(), it.location(), it.attempt()] } ==
            [[server.root + 'Jobs()', 301, moved.root, 1], [moved.root + 'Jobs()', 200, '', 1]]

        cleanup:
        moved.close()
    }

    def "each request is told of with what became of it: a redirect that is refused, and a token that is renewed"() {
        given:
        serve(json('', 401), answer('', 302, 'text/plain', 'Location: https://elsewhere.example/'))

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        thrown(RedirectRefused)
        exchanges*.status() == [401, 302]
    }

    def "each request is told of with what became of it: no answer"() {
        given:
        serve('')

        when:
        transport.get('Jobs()', [], notices.&add)

        then:
        thrown(Unreachable)
        exchanges.collect { [it.attempt(), it.status(), it.trouble()] } == (1..3).collect { [it, 0, 'it closed the connection without an answer'] }
    }
}
