package dev.amsshell.transport

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import dev.amsshell.config.Endpoint
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What all requests of a process share. */
class NetworkSpec extends Specification {
    @AutoCleanup
    Network network = Networks.direct()
    @AutoCleanup
    RecordingServer server
    List<Exchange> exchanges = []
    def notices = []

    HttpTransport transport(String root = server.root, Cancellation wish = new Cancellation()) {
        def backoff = new Backoff(3, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        new HttpTransport(Endpoint.parse(root, 'x'), [] as Set, { 'a-token' }, network, backoff, { wish }, exchanges.&add)
    }

    def call(Cancellation wish = new Cancellation(), String uri = server.root + 'token') {
        network.call(new Call('POST', URI.create(uri), [new Header('secret', 'x'), new Header('Cookie', 'y')], 'a=b'.bytes), 1, wish, exchanges.&add)
    }

    /** Whoever would have to wait for a turn is told at once, since the wish is to stop; who has a turn sends something. */
    boolean wouldWait(String uri) {
        exchanges.clear()
        try {
            call(new Cancellation().tap { cancel() }, uri)
        } catch (Cancelled ignored) {
            // either way
        }
        exchanges.empty
    }

    def "a call is made as it is: its redirect is not followed, its refusal is not repeated"() {
        given:
        server = new RecordingServer({ answer('busy', status, 'text/plain', 'Location: /other') })

        expect:
        call().status() == status
        server.requests.size() == 1
        server.requests[0].startsWith('POST /api/token HTTP/1.1\r\n')
        server.requests[0].endsWith('\r\n\r\na=b')
        !server.requests[0].contains('uthorization')
        exchanges*.path() == [server.root + 'token']
        exchanges[0].call().headers()*.value().take(2) == ['***', '***']

        where:
        status << [200, 301, 302, 401, 500]
    }

    def "a call that gets no answer is unreachable"() {
        given:
        server = new RecordingServer({ null })

        when:
        call()

        then:
        def e = thrown(Unreachable)
        e.message == "cannot reach 127.0.0.1:$server.port: it closed the connection without an answer (1 attempt)"
        exchanges*.trouble() == ['it closed the connection without an answer']
    }

    def "connections are shared by all that goes to a host"() {
        given:
        server = new RecordingServer({ json('{}') })

        when:
        transport().get('Jobs()', [], {})
        transport().get('Jobs()', [], {})
        call()

        then:
        server.connections == 1
        server.requests.size() == 3
    }

    def "a host that asks for a pause is left alone by all, and other hosts are not"() {
        given:
        server = new RecordingServer({ answer('busy', 503, 'text/plain', "Retry-After: $wait") })
        def other = new RecordingServer({ json('{}') })

        when:
        call()

        then:
        wouldWait(server.root) == pauses
        !wouldWait(other.root)

        cleanup:
        other.close()

        where:
        wait                            | pauses
        '50'                            | true
        'Wed, 01 May 2024 03:00:50 GMT' | true
        '0'                             | false
        '61'                            | false
        'Wed, 01 May 2024 02:00:00 GMT' | false
        'soon'                          | false
    }

    def "a read waits for as long as the service asks, which is told, and can be cancelled"() {
        given:
        server = new RecordingServer({ answer('busy', 429, 'text/plain', 'Retry-After: 50') })
        def wish = new Cancellation()

        when:
        transport(server.root, wish).get('Jobs()', []) { notices << it; wish.cancel() }

        then:
        thrown(Cancelled)
        server.requests.size() == 1
        notices == ["127.0.0.1:$server.port: answered 429; trying again (2 of 3)"]
    }

    def "a service that asks for longer is not asked again, and the answer says for how long"() {
        given:
        server = new RecordingServer({ answer('busy', 503, 'text/plain', "Retry-After: $wait") })

        when:
        def answer = transport().get('Jobs()', [], notices.&add)

        then:
        answer.status() == 503
        answer.retryAfter().get() == Duration.ofSeconds(seconds)
        server.requests.size() == 1
        notices.empty

        where:
        wait                            || seconds
        '61'                            || 61
        'Wed, 01 May 2024 05:00:00 GMT' || 7200
    }

    def "an AMS host where nobody is, #trouble.class.simpleName, is told to be retired: #host"() {
        expect:
        Unreachable.at(URI.create("https://$host/api/"), 1, trouble).advice().startsWith('This is an AMS v2 host; the service was retired on 30 June 2024. ') == retired

        where:
        host                                              | trouble                                      || retired
        'acc.restv2.westus.media.azure.net'               | new UnknownHostException()                   || true
        'acc.restv2.westus.media.azure.net'               | new ConnectException()                       || true
        'acc.restv2.chinanorth.media.chinacloudapi.cn'    | new UnknownHostException()                   || true
        'media.windows.net'                               | new UnknownHostException()                   || true
        'acc.restv2.westus.media.azure.net'               | new SocketTimeoutException()                 || false
        'media.azure.net.example'                         | new UnknownHostException()                   || false
    }
}
