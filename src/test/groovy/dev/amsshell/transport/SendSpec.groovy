package dev.amsshell.transport

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Cancellation
import dev.amsshell.config.Endpoint
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Requests that change something: what may have been done is never done twice. */
class SendSpec extends Specification {
    static final BODY = '{"Priority":7}'

    @AutoCleanup
    Network network = Networks.direct()
    @AutoCleanup
    RecordingServer server
    List<Exchange> exchanges = []
    def notices = []

    Answer send(List<String> answers, TokenSource tokens = { 'a-token' }) {
        server = new RecordingServer({ answers.size() > 1 ? answers.remove(0) : answers[0] })
        sendTo(server.root, tokens)
    }

    Answer sendTo(String root, TokenSource tokens = { 'a-token' }) {
        def backoff = new Backoff(3, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        new HttpTransport(Endpoint.parse(root, 'x'), [] as Set, tokens, network, backoff, { new Cancellation() }, exchanges.&add)
            .send('MERGE', 'Jobs(1)', [new Header('Content-Type', 'application/json')], BODY.bytes, notices.&add)
    }

    def "#status is returned as it is, and the request is not repeated"() {
        expect:
        send([json('busy', status), json('{}')]).status() == status
        server.requests.size() == 1
        notices.empty

        where:
        status << [200, 204, 302, 303, 400, 403, 404, 408, 409, 429, 500, 502, 503, 504]
    }

    def "an answer that #what leaves the outcome unknown"() {
        when:
        send(said)

        then:
        def e = thrown(OutcomeUnknown)
        e.message == "127.0.0.1:$server.port: $words, after the request was sent"
        e.advice().contains('Look whether')
        server.requests.size() == 1

        where:
        what           | said                                                                    || words
        'never comes'  | [null]                                                                  || 'it closed the connection without an answer'
        'breaks off'   | ['HTTP/1.1 204 x\r\nContent-Length: 9\r\nConnection: close\r\n\r\n'.replace('204', '200')] || 'the answer broke off'
        'is no HTTP'   | ['HTTP/1.1 000 x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'] || 'it does not speak HTTP'
    }

    def "where nobody listens it is tried again, since nothing was sent"() {
        given:
        def dead = new ServerSocket(0).withCloseable { it.localPort }

        when:
        sendTo("http://127.0.0.1:$dead/api/")

        then:
        def e = thrown(Unreachable)
        e.message.contains('connection refused (3 attempts)')
        notices.size() == 2
    }

    def "with #status verb and body go to the new root"() {
        given:
        def moved = new RecordingServer({ json('', 204) })

        expect:
        send([answer('', status, 'text/html', "Location: $moved.root")]).status() == 204
        moved.requests.size() == 1
        moved.requests[0].startsWith('MERGE /api/Jobs(1) HTTP/1.1\r\n')
        moved.requests[0].endsWith("\r\n\r\n$BODY")
        moved.requests[0].contains('Authorization: Bearer a-token')

        cleanup:
        moved.close()

        where:
        status << [301, 307, 308]
    }

    def "a token that is refused is renewed, once"() {
        expect:
        send([json('', 401), json('', status)], new TokenSource() {
            String token() { 'old' }
            String renewed(String refused) { 'new' }
        }).status() == status
        server.requests.collect { (it =~ /Bearer (.*)/)[0][1] } == ['old', 'new']
        server.requests.every { it.endsWith(BODY) }

        where:
        status << [204, 401]
    }

    def "after a redirect, too, an answer that never comes leaves the outcome unknown"() {
        given:
        def moved = new RecordingServer({ null })

        when:
        send([answer('', 301, 'text/html', "Location: $moved.root")])

        then:
        thrown(OutcomeUnknown)
        moved.requests.size() == 1

        cleanup:
        moved.close()
    }

    def "what was sent is told of without the token"() {
        when:
        send([json('{"done":1}')])

        then:
        def exchange = exchanges.first()
        exchanges.size() == 1
        exchange.method() == 'MERGE'
        new String(exchange.call().body()) == BODY
        exchange.call().headers().contains(new Header('Authorization', 'Bearer ***'))
        exchange.answer().get().text() == '{"done":1}'
        exchange.answer().get().reason() == 'X'
        exchange.answer().get().header('CONTENT-LENGTH').get() == '10'
        !exchange.toString().contains('a-token')
    }
}
