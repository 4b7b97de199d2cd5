package dev.amsshell.transport

import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.config.Endpoint
import dev.amsshell.testing.CertificateAuthority
import dev.amsshell.testing.ConnectProxy
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingServer
import java.time.LocalDate
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ReachabilitySpec extends Specification {
    static final HOST = 'acc.restv2.westus.media.azure.net'

    @Shared
    def authority = new CertificateAuthority()
    @Shared
    def tls = authority.serverOf(['localhost', HOST])

    @AutoCleanup
    RecordingServer server
    @AutoCleanup
    ConnectProxy proxy
    @AutoCleanup
    Network network

    Reachability reachability(Map<String, String> environment = [:]) {
        network = Networks.of(environment, authority.pem)
        new Reachability(network)
    }

    static Endpoint at(String uri) {
        Endpoint.parse(uri, 'x')
    }

    def "a name is looked up"() {
        expect:
        reachability().resolve(at('https://localhost/')).contains('127.0.0.1')
    }

    def "a name that nobody knows is unreachable"() {
        when:
        reachability().resolve(at('https://no-such.invalid/'))

        then:
        def e = thrown(Unreachable)
        e.message == 'cannot reach no-such.invalid: there is no such host (1 attempt)'
    }

    def "where a proxy leads, the proxy looks it up"() {
        expect:
        reachability([https_proxy: 'http://localhost:3128']).resolve(at("https://$HOST/")) ==~ /left to the proxy localhost:3128, which is at .*127\.0\.0\.1.*/
    }

    def "a proxy that nobody knows is to blame"() {
        when:
        reachability([https_proxy: 'http://no-such.invalid:3128']).resolve(at("https://$HOST/"))

        then:
        def e = thrown(Unreachable)
        e.message.contains('the proxy no-such.invalid:3128 is not to be found: there is no such host')
    }

    def "a handshake tells whose certificate it is, and sends nothing"() {
        given:
        server = new RecordingServer('127.0.0.1', tls, { json('{}') })
        def day = LocalDate.now(ZoneOffset.UTC).plusDays(30)

        expect:
        reachability().handshake(at("https://localhost:$server.port/api/")) ==
            "TLSv1.3, certificate of CN=a server, signed by CN=Rehearsal CA, valid until $day"
        server.requests.findAll() == []
    }

    def "it goes through a proxy, too"() {
        given:
        server = new RecordingServer('127.0.0.1', tls, { json('{}') })
        proxy = new ConnectProxy({ server.port })

        expect:
        reachability(proxy.environment()).handshake(at("https://$HOST/api/")).endsWith(", through the proxy 127.0.0.1:$proxy.port")
        server.requests.findAll() == []
    }

    def "without TLS it is enough that somebody listens"() {
        given:
        server = new RecordingServer({ json('{}') })

        expect:
        reachability().handshake(at(server.root)) == 'plain http, which needs no TLS on this machine'
        server.requests.findAll() == []
    }

    def "a handshake that fails says why"() {
        given:
        server = new RecordingServer('127.0.0.1', tls, { json('{}') })

        when:
        reachability().handshake(at("https://127.0.0.1:$server.port/api/"))

        then:
        def e = thrown(Unreachable)
        e.message.contains('its certificate is for another name')
    }
}
