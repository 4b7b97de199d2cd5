package dev.amsshell.sandbox

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.security.KeyStore
import java.time.Clock
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/** The sandbox as a server: many clients, bad ones, and https. */
class ServerSpec extends SandboxSpecification {

    private Socket connect() {
        def socket = new Socket('127.0.0.1', sandbox.endpoint().port)
        socket.soTimeout = 20_000
        socket
    }

    private static String head(String line) {
        "$line\r\nHost: 127.0.0.1\r\nAuthorization: Bearer $TOKEN\r\nx-ms-version: 2.19\r\nAccept: application/json\r\n"
    }

    def "a thousand connections at once are all answered"() {
        given:
        def sockets = (1..1000).collect { connect() }

        when:
        sockets.each { it.outputStream << head("GET /api/Jobs('${WireClient.EXAMPLE}')/State HTTP/1.1") + '\r\n' }
        def firstLines = sockets.collect { new BufferedReader(new InputStreamReader(it.inputStream)).readLine() }

        then:
        firstLines.every { it == 'HTTP/1.1 200 OK' }

        cleanup:
        sockets*.close()
    }

    def "clients that stop in the middle of a request do not keep others waiting"() {
        given:
        def stalled = (1..50).collect {
            def socket = connect()
            socket.outputStream << 'POST /api/Jobs HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{'
            socket
        }

        expect:
        client.get('Jobs?$top=1').statusCode() == 200

        cleanup:
        stalled*.close()
    }

    def "what is no request is refused and closed: #line"() {
        given:
        def socket = connect()
        socket.outputStream << line + '\r\n\r\n'
        socket.shutdownOutput()

        expect:
        socket.inputStream.getText('UTF-8') ==~ /(?s)(HTTP\/1\.1 400 .*)?/
        client.get('Jobs?$top=1').statusCode() == 200

        cleanup:
        socket.close()

        where:
        line << ['GET', 'GET /api/Jobs', 'GET ::: HTTP/1.1', '\u0000\u0001\u0002', 'GET /%zz HTTP/1.1']
    }

    def "https is served, and the address says so"() {
        given:
        def pair = new KeyPairFile()
        def secure = Sandbox.start(SandboxOptions.defaults().secured(context(pair)), Clock.systemUTC())
        def http = HttpClient.newBuilder().sslContext(context(pair)).build()
        def ask = { URI uri ->
            def request = HttpRequest.newBuilder(uri).header('Authorization', 'Bearer ' + secure.token())
                .header('x-ms-version', '2.19').header('Accept', 'application/json')
            http.send(request.build(), HttpResponse.BodyHandlers.ofString())
        }

        expect:
        secure.endpoint().toString() ==~ 'https://localhost:\\d+/api/'
        WireClient.decode(ask(secure.endpoint().resolve('Jobs?$top=1')).body())['odata.metadata'].startsWith(secure.endpoint().toString())
        ask(secure.endpoint().resolve('/')).headers().firstValue('Location').get() == secure.endpoint().toString()
        WireClient.decode(ask(secure.endpoint().resolve('/common/v2.0/.well-known/openid-configuration')).body()).token_endpoint.startsWith('https://localhost:')

        cleanup:
        secure.close()
    }

    /** Serves with the key and trusts its certificate. */
    private static SSLContext context(KeyPairFile pair) {
        def keys = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        keys.init(pair.store, KeyPairFile.PASSWORD.toCharArray())
        def trusted = KeyStore.getInstance('PKCS12')
        trusted.load(null, null)
        trusted.setCertificateEntry('sandbox', pair.certificate)
        def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        trust.init(trusted)
        def context = SSLContext.getInstance('TLS')
        context.init(keys.keyManagers, trust.trustManagers, null)
        context
    }
}
