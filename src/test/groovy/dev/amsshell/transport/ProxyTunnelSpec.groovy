package dev.amsshell.transport

import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Cancellation
import dev.amsshell.config.Endpoint
import dev.amsshell.testing.CertificateAuthority
import dev.amsshell.testing.ConnectProxy
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Requests to a host that only the proxy knows. */
class ProxyTunnelSpec extends Specification {
    static final HOST = 'acc.restv2.westus.media.azure.net'

    @Shared
    def authority = new CertificateAuthority()
    @Shared
    def tls = authority.serverOf([HOST])

    @AutoCleanup
    RecordingServer server = new RecordingServer('127.0.0.1', tls, { json('{"ok":1}') })
    @AutoCleanup
    ConnectProxy proxy
    @AutoCleanup
    Network network
    List<Exchange> exchanges = []

    HttpTransport transport(Closure<?> way, String user = '') {
        proxy = new ConnectProxy(way)
        network = Networks.of(proxy.environment(user), authority.pem)
        def backoff = new Backoff(3, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        new HttpTransport(Endpoint.parse("https://$HOST/api/", 'x'), [] as Set, { 'a-token' }, network, backoff, { new Cancellation() }, exchanges.&add)
    }

    def "a tunnel is opened to the service, the token goes through it, and it is used again"() {
        given:
        def transport = transport { server.port }

        expect:
        transport.get('Jobs()', [], {}).text() == '{"ok":1}'
        transport.get('Jobs()', [], {}).text() == '{"ok":1}'
        proxy.requests.size() == 1
        proxy.requests[0].startsWith("CONNECT $HOST:443 HTTP/1.1\r\nHost: $HOST")
        !proxy.requests[0].contains('uthorization')
        server.requests.every { it.contains('Authorization: Bearer a-token') }
    }

    def "whoever the proxy wants to know is told to it alone"() {
        given:
        def transport = transport({ server.port }, 'me:s3c%40ret')

        expect:
        transport.get('Jobs()', [], {}).status() == 200
        proxy.requests[0].contains('Proxy-Authorization: Basic ' + 'me:s3c@ret'.bytes.encodeBase64() + '\r\n')
        !server.requests[0].contains('Proxy-')
        !exchanges.toString().contains('s3c')
    }

    def "what a proxy answers with #status is never taken for an answer of the service"() {
        given:
        def transport = transport({ "HTTP/1.1 $status Of its own\r\nContent-Length: 9\r\nLocation: https://$HOST/x/\r\n\r\n{\"no\":42}".toString() }, 'me:s3cret')

        when:
        transport.get('Jobs()', [], {})

        then:
        def e = thrown(Unreachable)
        e.message == "cannot reach $HOST: the proxy 127.0.0.1:$proxy.port $words Of its own) ($attempts)"
        e.advice().contains('HTTPS_PROXY')
        e.advice().contains('30 June 2024') == (attempts == '3 attempts')
        e.transient == (attempts == '3 attempts')
        exchanges.every { it.status() == 0 && it.answer().empty }
        server.connections == 0

        where:
        status | words                                          | attempts
        407    | 'wants to know who asks (407'                  | '1 attempt'
        403    | 'does not let requests through to it (403'     | '1 attempt'
        401    | 'does not let requests through to it (401'     | '1 attempt'
        204    | 'does not let requests through to it (204'     | '1 attempt'
        301    | 'does not let requests through to it (301'     | '1 attempt'
        502    | 'does not let requests through to it (502'     | '3 attempts'
        503    | 'does not let requests through to it (503'     | '3 attempts'
    }

    def "a proxy that answers #what is named"() {
        given:
        def transport = transport { said }

        when:
        transport.get('Jobs()', [], {})

        then:
        def e = thrown(Unreachable)
        e.message.contains(words.replace('PROXY', "the proxy 127.0.0.1:$proxy.port"))
        !e.message.contains('\u001b')
        exchanges.every { it.status() == 0 }

        where:
        what                | said                                                 || words
        'rubbish'           | 'SSH-2.0-OpenSSH\r\n\r\n'                            || 'PROXY fails: '
        'nothing'           | ''                                                   || 'PROXY fails: it closed the connection without an answer'
        'an escape'         | 'HTTP/1.1 403 \u001b[2Jx\r\nContent-Length: 0\r\n\r\n' || 'PROXY does not let requests through to it (403 '
        'a switch'          | 'HTTP/1.1 101 x\r\n\r\n'                             || 'PROXY fails: '
        'yes, and then not' | 'HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}' || 'the TLS connection broke'
    }

    def "a proxy that is not there is named"() {
        given:
        def dead = new ServerSocket(0).withCloseable { it.localPort }
        network = Networks.of([HTTPS_PROXY: "http://127.0.0.1:$dead".toString()])

        when:
        network.call(new Call('GET', URI.create("https://$HOST/"), [], new byte[0]), 1, new Cancellation(), {})

        then:
        def e = thrown(Unreachable)
        e.message == "cannot reach $HOST: the proxy 127.0.0.1:$dead fails: connection refused (1 attempt)"
        !e.advice().contains('30 June')
    }

    def "a write that a proxy refuses is tried again, since it never reached the service"() {
        given:
        def refusals = 2
        def transport = transport { refusals-- > 0 ? 'HTTP/1.1 503 x\r\nContent-Length: 0\r\n\r\n' : server.port }

        expect:
        transport.send('DELETE', 'Jobs(1)', [], new byte[0], {}).status() == 200
        server.requests.size() == 1
        proxy.requests.count { it.startsWith('CONNECT') } == 3
    }
}
