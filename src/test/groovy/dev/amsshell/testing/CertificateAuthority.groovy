package dev.amsshell.testing

import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.KeyStore
import java.security.PrivateKey
import java.security.PublicKey
import java.security.Signature
import java.security.cert.CertificateFactory
import java.security.cert.X509Certificate
import java.time.Instant
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext

/** Signs certificates for any name with a key that nobody trusts unless told to; byte by byte, which is faster than keytool. */
final class CertificateAuthority {
    private static final byte[] ECDSA = seq(der(6, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
    private static final byte[] COMMON_NAME = der(6, 0x55, 0x04, 0x03)
    private static final byte[] ALTERNATIVE_NAMES = der(6, 0x55, 0x1d, 0x11)
    private static final byte[] BASIC_CONSTRAINTS = der(6, 0x55, 0x1d, 0x13)
    private static final byte[] TRUE = der(1, 0xff)
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern('yyyyMMddHHmmss').withZone(ZoneOffset.UTC)

    private final String name
    private final KeyPair keys = newKeys()
    private final X509Certificate own
    private int signed

    /** The certificate of the authority itself, in a file. */
    final Path pem = TemporaryFolder.named('ca').resolve('ca.pem')

    CertificateAuthority(String name = 'Rehearsal CA') {
        this.name = name
        own = certificate(name, keys.public, seq(BASIC_CONSTRAINTS, TRUE, der(4, seq(TRUE))), -1, 30)
        Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n${own.encoded.encodeBase64(true)}-----END CERTIFICATE-----\n")
    }

    /**
     * What a server needs that has these names.
     *
     * @param names host names and IPv4 addresses
     * @param from since when it is valid, in days from now
     * @param until in days from now
     */
    SSLContext serverOf(List<String> names, int from = -1, int until = 30) {
        def pair = newKeys()
        def alternatives = names.collect { it ==~ /[\d.]+/ ? der(0x87, InetAddress.getByName(it).address) : der(0x82, it.getBytes('US-ASCII')) }
        def leaf = certificate('a server', pair.public, seq(ALTERNATIVE_NAMES, der(4, seq(*alternatives))), from, until)
        def store = KeyStore.getInstance('PKCS12').tap { load(null, null) }
        store.setKeyEntry('key', pair.private as PrivateKey, 'x'.toCharArray(), [leaf, own] as X509Certificate[])
        def factory = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm).tap { init(store, 'x'.toCharArray()) }
        SSLContext.getInstance('TLS').tap { init(factory.keyManagers, null, null) }
    }

    private X509Certificate certificate(String subject, PublicKey key, byte[] extension, int from, int until) {
        def body = seq(
            der(0xa0, der(2, 2)), der(2, ++signed), ECDSA, nameOf(name), seq(time(from), time(until)), nameOf(subject), key.encoded,
            der(0xa3, seq(extension)))
        def signature = Signature.getInstance('SHA256withECDSA').tap { initSign(keys.private); update(body) }.sign()
        def whole = seq(body, ECDSA, der(3, [0] as byte[], signature))
        CertificateFactory.getInstance('X.509').generateCertificate(new ByteArrayInputStream(whole)) as X509Certificate
    }

    private static KeyPair newKeys() {
        KeyPairGenerator.getInstance('EC').tap { initialize(256) }.generateKeyPair()
    }

    private static byte[] nameOf(String text) {
        seq(der(0x31, seq(COMMON_NAME, der(0x0c, text.getBytes('UTF-8')))))
    }

    private static byte[] time(int days) {
        der(0x18, (TIME.format(Instant.now().plusSeconds(days * 86_400L)) + 'Z').getBytes('US-ASCII'))
    }

    private static byte[] seq(byte[]... parts) {
        der(0x30, parts)
    }

    private static byte[] der(int tag, int... content) {
        der(tag, content.collect { it as byte } as byte[])
    }

    private static byte[] der(int tag, byte[]... parts) {
        def content = new ByteArrayOutputStream()
        parts.each { content.write(it) }
        def size = content.size()
        def whole = new ByteArrayOutputStream()
        def head = size < 128 ? [tag, size] : size < 256 ? [tag, 0x81, size] : [tag, 0x82, size >> 8, size & 0xff]
        head.each { whole.write(it) }
        content.writeTo(whole)
        whole.toByteArray()
    }
}
