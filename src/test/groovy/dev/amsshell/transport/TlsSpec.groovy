package dev.amsshell.transport

import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Cancellation
import dev.amsshell.config.ConfigurationProblem
import dev.amsshell.testing.CertificateAuthority
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingServer
import dev.amsshell.testing.TemporaryFolder
import java.nio.file.Files
import java.nio.file.Path
import javax.net.ssl.SSLServerSocket
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Who is trusted, and what is said of those who are not. */
class TlsSpec extends Specification {
    static final NAMES = ['localhost', '127.0.0.1']

    @Shared
    def authority = new CertificateAuthority()
    @Shared
    def tls = authority.serverOf(NAMES)

    @AutoCleanup
    RecordingServer server
    @AutoCleanup
    Network network

    Answer ask(Path caFile, int port = server.port) {
        network = Networks.of([:], caFile)
        network.call(new Call('GET', URI.create("https://127.0.0.1:$port/"), [], new byte[0]), 1, new Cancellation(), {})
    }

    static Path file(String text) {
        Files.writeString(TemporaryFolder.named('pem').resolve('ca.pem'), text)
    }

    def "a server whose certificate an authority of the CA file has signed is trusted"() {
        given:
        server = new RecordingServer('127.0.0.1', tls, { json('{}') })

        expect:
        ask(authority.pem).status() == 200
    }

    def "the file may hold several certificates, and words between them"() {
        given:
        server = new RecordingServer('127.0.0.1', tls, { json('{}') })
        def others = Files.readString(new CertificateAuthority('Another CA').pem)

        expect:
        ask(file("# ours\n$others\nand theirs\r\n" + Files.readString(authority.pem).replace('\n', '\r\n'))).status() == 200
    }

    def "those whom Java trusts are still trusted"() {
        given:
        def usual = javax.net.ssl.TrustManagerFactory.getInstance('PKIX').tap { init(null as java.security.KeyStore) }.trustManagers[0].acceptedIssuers
        def all = CaFile.trustedWithUsual(authority.pem)[0].acceptedIssuers

        expect:
        usual.length > 10
        all.toList().containsAll(usual.toList())
        all.length == usual.length + 1
    }

    def "a certificate #what is refused in words, and nothing is sent"() {
        given:
        def context = what == 'of a stranger' ? new CertificateAuthority('Stranger').serverOf(NAMES) : authority.serverOf(names, from, until)
        server = new RecordingServer('127.0.0.1', context, { json('{}') })

        when:
        ask(authority.pem)

        then:
        def e = thrown(Unreachable)
        e.message == "cannot reach 127.0.0.1:$server.port: $words (1 attempt)"
        !e.transient
        server.requests.findAll() == []

        where:
        what               | names           | from | until || words
        'of a stranger'    | NAMES           | -1   | 30    || 'nobody this machine trusts has signed its certificate; if it is your own, name its CA in ca-file'
        'that has expired' | NAMES           | -9   | -3    || 'its certificate has expired'
        'of the future'    | NAMES           | 3    | 9     || 'its certificate is not valid yet; is the clock of this machine right?'
        'of another name'  | ['localhost']   | -1   | 30    || 'its certificate is for another name'
        'of a neighbour'   | ['127.0.0.2']   | -1   | 30    || 'its certificate is for another name'
    }

    def "TLS older than 1.2 is refused: #said"() {
        given:
        def old = new ServerSocket(0, 5, InetAddress.getByName('127.0.0.1'))
        Thread.startDaemon {
            old.accept().withCloseable {
                it.inputStream.read()
                it.outputStream << said.decodeHex()
                it.inputStream.readAllBytes()
            }
        }

        when:
        ask(authority.pem, old.localPort)

        then:
        def e = thrown(Unreachable)
        e.message.contains('it speaks no TLS as new as 1.2')

        cleanup:
        old.close()

        where:
        said << ['15030200020246', '160302002a' + '02000026' + '0302' + '11' * 32 + '00' + 'c013' + '00']
    }

    def "what does not speak TLS is told so"() {
        given:
        def plain = new ServerSocket(0, 5, InetAddress.getByName('127.0.0.1'))
        Thread.startDaemon { plain.accept().withCloseable { it.outputStream << 'SSH-2.0-OpenSSH_9.2 and so on and on'; it.inputStream.read() } }

        when:
        ask(authority.pem, plain.localPort)

        then:
        def e = thrown(Unreachable)
        e.message.contains('it does not speak TLS')

        cleanup:
        plain.close()
    }

    def "a CA file that #what is refused by name before anything is sent"() {
        given:
        server = new RecordingServer('127.0.0.1', tls, { json('{}') })
        def path = content == null ? TemporaryFolder.named('pem').resolve('none.pem') : content == '/' ? TemporaryFolder.named('pem') : file(content)

        when:
        ask(path)

        then:
        def e = thrown(ConfigurationProblem)
        e.message == "the CA file $path $what"
        server.connections == 0

        where:
        what                                  | content
        'does not exist'                      | null
        'cannot be read'                      | '/'
        'holds no certificate'                | ''
        'holds no certificate'                | '\u0000\u0001garbage'
        'holds no certificate'                | '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----'
        'holds a certificate that is broken'  | '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
    }
}
