package dev.amsshell.auth

import dev.amsshell.config.ConfigurationProblem
import dev.amsshell.sandbox.KeyPairFile
import dev.amsshell.testing.SecureSandbox
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class ClientCertificateSpec extends Specification {
    @Shared
    KeyPairFile pair = new KeyPairFile()
    @TempDir
    Path folder

    /** The key as OpenSSL encrypts it. */
    String encrypted(String password) {
        def plain = Files.writeString(folder.resolve('plain.pem'), SecureSandbox.pem('PRIVATE KEY', pair.key.encoded))
        ['openssl', 'pkcs8', '-topk8', '-in', "$plain", '-passout', "pass:$password"]*.toString().execute().text
    }

    ClientCertificate read(String key, String password = '') {
        def file = Files.writeString(folder.resolve('app.pem'), "words between\n" + SecureSandbox.pem('CERTIFICATE', pair.certificate.encoded) + key)
        ClientCertificate.read(file, password)
    }

    def "a key is read from PEM as #form"() {
        when:
        def certificate = read(SecureSandbox.pem(label, Arrays.copyOfRange(pair.key.encoded, from, pair.key.encoded.length)))

        then:
        certificate.key() == pair.key
        certificate.chain() == [pair.certificate]
        !certificate.toString().contains('RSAPrivate')

        where:
        form     | label             | from
        'PKCS#8' | 'PRIVATE KEY'     | 0
        'PKCS#1' | 'RSA PRIVATE KEY' | 26
    }

    @Requires({ new File('/usr/bin/openssl').exists() })
    def "a key that OpenSSL has encrypted is read with its password"() {
        expect:
        read(encrypted('p4ss'), 'p4ss').key() == pair.key
    }

    @Requires({ new File('/usr/bin/openssl').exists() })
    def "a password that does not open it is told of without being quoted"() {
        when:
        read(encrypted('p4ss'), 'wr0ng-password')

        then:
        def e = thrown(ConfigurationProblem)
        e.message.endsWith('certificate-password is wrong')
        !(e.message + e.advice()).contains('wr0ng')
    }
}
