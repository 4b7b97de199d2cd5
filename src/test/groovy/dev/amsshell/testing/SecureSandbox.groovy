package dev.amsshell.testing

import dev.amsshell.sandbox.KeyPairFile
import dev.amsshell.sandbox.Sandbox
import dev.amsshell.sandbox.SandboxOptions
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import java.time.Clock
import java.util.concurrent.CopyOnWriteArrayList
import javax.net.ssl.HttpsURLConnection
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/** A sandbox over TLS, with a certificate that nobody trusts but who is given its file. */
final class SecureSandbox implements Closeable {
    final KeyPairFile pair
    final Sandbox sandbox

    /** Names the certificate, for whoever is to trust it. */
    final Path caFile

    /** What it was asked, a line a request. */
    final List<String> log = new CopyOnWriteArrayList<>()

    SecureSandbox(KeyPairFile pair, Clock clock, String scenario = null) {
        this.pair = pair
        caFile = Files.writeString(TemporaryFolder.named('ca').resolve('ca.pem'), pem('CERTIFICATE', pair.certificate.encoded))
        def keys = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        keys.init(pair.store, KeyPairFile.PASSWORD.toCharArray())
        def tls = SSLContext.getInstance('TLS')
        tls.init(keys.keyManagers, null, null)
        def options = SandboxOptions.defaults().secured(tls).logging(log.&add)
        sandbox = Sandbox.start(scenario == null ? options : options.with(SandboxedClient.scenarioOf(scenario)), clock)
    }

    /** Without the path of the API. */
    String getRoot() {
        sandbox.endpoint().toString() - '/api/'
    }

    /** What a profile needs to sign in here. */
    String getDirectory() {
        """endpoint = "${sandbox.endpoint()}"
           authority = "$root"
           tenant = "sandbox.onmicrosoft.com"
           ca-file = "$caFile"
        """
    }

    /** A user's own way here. */
    HttpsURLConnection open(String address) {
        def store = KeyStore.getInstance('PKCS12')
        store.load(null, null)
        store.setCertificateEntry('ca', pair.certificate)
        def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        trust.init(store)
        def tls = SSLContext.getInstance('TLS')
        tls.init(null, trust.trustManagers, null)
        def connection = new URL(address).openConnection() as HttpsURLConnection
        connection.SSLSocketFactory = tls.socketFactory
        return connection
    }

    /** Types a code at the page for that, or declines there. */
    void typeCode(String code, String action = '') {
        assert open("$root/devicelogin?user_code=$code$action").responseCode == 200
    }

    /** What a browser does at the page of a sign-in: it posts the form, by itself, to where it leads. */
    void signInAt(String address) {
        def page = open(address).inputStream.getText('UTF-8')
        def back = new URL((page =~ /action="([^"]+)"/)[0][1]).openConnection() as HttpURLConnection
        def fields = (page =~ /name="([^"]+)" value="([^"]*)"/).collect { it[1] + '=' + URLEncoder.encode(it[2].replace('&amp;', '&'), 'UTF-8') }
        back.doOutput = true
        back.outputStream << fields.join('&')
        assert back.responseCode == 200
    }

    static String pem(String label, byte[] der) {
        "-----BEGIN $label-----\n${Base64.getMimeEncoder(64, '\n'.bytes).encodeToString(der)}\n-----END $label-----\n"
    }

    @Override
    void close() {
        sandbox.close()
    }
}
