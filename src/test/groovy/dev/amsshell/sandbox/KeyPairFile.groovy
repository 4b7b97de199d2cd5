package dev.amsshell.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.testing.TemporaryFolder
import java.nio.file.Path
import java.security.KeyStore
import java.security.MessageDigest
import java.security.PrivateKey
import java.security.Signature
import java.security.cert.X509Certificate
import java.security.spec.MGF1ParameterSpec
import java.security.spec.PSSParameterSpec

/** A key with a self-signed certificate for localhost in a PKCS#12 file, made by the JDK's keytool. */
class KeyPairFile {
    static final String PASSWORD = 'rehearsal'

    final Path file = TemporaryFolder.named('keys').resolve('key.p12')
    final KeyStore store

    KeyPairFile() {
        def command = ["${System.getProperty('java.home')}/bin/keytool", '-genkeypair', '-alias', 'key', '-keyalg', 'RSA',
                       '-keysize', '2048', '-validity', '30', '-dname', 'CN=localhost', '-ext', 'san=dns:localhost,ip:127.0.0.1',
                       '-storetype', 'PKCS12', '-keystore', "$file", '-storepass', PASSWORD]*.toString()
        def process = new ProcessBuilder(command).redirectErrorStream(true).start()
        def said = process.inputStream.text
        assert process.waitFor() == 0: said
        store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray())
    }

    PrivateKey getKey() {
        store.getKey('key', PASSWORD.toCharArray()) as PrivateKey
    }

    X509Certificate getCertificate() {
        store.getCertificate('key') as X509Certificate
    }

    /** A JSON web token that is signed with the key. */
    String jwt(Map header, Map claims) {
        def text = part(header) + '.' + part(claims)
        def signer = Signature.getInstance(header.alg == 'PS256' ? 'RSASSA-PSS' : 'SHA256withRSA')
        if (header.alg == 'PS256') {
            signer.parameter = new PSSParameterSpec('SHA-256', 'MGF1', MGF1ParameterSpec.SHA256, 32, 1)
        }
        signer.initSign(key)
        signer.update(text.bytes)
        text + '.' + part(signer.sign())
    }

    static String part(Object value) {
        Base64.urlEncoder.withoutPadding().encodeToString(value instanceof byte[] ? value : new ObjectMapper().writeValueAsBytes(value))
    }

    byte[] thumbprint(String digest = 'SHA-1') {
        MessageDigest.getInstance(digest).digest(certificate.encoded)
    }
}
