package dev.amsshell.sandbox.sdk

import com.microsoft.aad.adal4j.AsymmetricKeyCredential
import com.microsoft.aad.adal4j.AuthenticationException
import com.microsoft.windowsazure.exception.ServiceException
import com.microsoft.windowsazure.services.media.authentication.AzureAdClientSymmetricKey
import com.microsoft.windowsazure.services.media.authentication.AzureAdClientUsernamePassword
import com.microsoft.windowsazure.services.media.authentication.AzureAdTokenCredentials
import com.microsoft.windowsazure.services.media.authentication.AzureAdTokenProvider
import com.microsoft.windowsazure.services.media.authentication.AzureEnvironment
import com.microsoft.windowsazure.services.media.models.Asset
import com.microsoft.windowsazure.services.media.models.Job
import dev.amsshell.sandbox.KeyPairFile
import dev.amsshell.sandbox.Sandbox
import dev.amsshell.sandbox.SandboxOptions
import dev.amsshell.sandbox.WireClient
import dev.amsshell.sandbox.scenario.Scenario
import dev.amsshell.sandbox.signin.TokenLifetimes
import dev.amsshell.testing.MutableClock
import java.security.KeyStore
import java.time.Duration
import java.time.Instant
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import javax.net.ssl.HttpsURLConnection
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLSocketFactory
import javax.net.ssl.TrustManagerFactory
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The official SDK signs in by its own means, which want TLS. */
class SdkSigninSpec extends Specification {

    static final String APPLICATION = '11111111-1111-1111-1111-111111111111'
    static final String WITHOUT_ROLE = '22222222-2222-2222-2222-222222222222'
    static final Duration LIFETIME = Duration.ofMinutes(1)

    @Shared SSLSocketFactory usual = HttpsURLConnection.defaultSSLSocketFactory
    @Shared KeyPairFile pair = new KeyPairFile()
    // The SDK dates what it signs by the machine's clock.
    @Shared MutableClock clock = new MutableClock(Instant.now().toString())
    @Shared @AutoCleanup Sandbox sandbox
    @Shared @AutoCleanup('shutdownNow') ExecutorService executor =
        Executors.newCachedThreadPool { new Thread(it, 'sign-in').tap { daemon = true } }

    def setupSpec() {
        def tls = tls(pair)
        // The SDK can be told whom to trust in no other way.
        HttpsURLConnection.defaultSSLSocketFactory = tls.socketFactory
        def ordinary = Scenario.standard()
        def scenario = new Scenario(ordinary.account(), ordinary.resource(), ordinary.nextLink(), ordinary.skew(), new TokenLifetimes(LIFETIME, null), ordinary.directory(), [])
        sandbox = Sandbox.start(SandboxOptions.defaults().with(scenario).secured(tls), clock)
    }

    def cleanupSpec() {
        HttpsURLConnection.defaultSSLSocketFactory = usual
    }

    /** One that shows this key, and trusts it. */
    static SSLContext tls(KeyPairFile pair) {
        def keys = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        keys.init(pair.store, KeyPairFile.PASSWORD.toCharArray())
        def trusted = KeyStore.getInstance('PKCS12')
        trusted.load(null, null)
        trusted.setCertificateEntry('sandbox', pair.certificate)
        def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        trust.init(trusted)
        SSLContext.getInstance('TLS').tap { init(keys.keyManagers, trust.trustManagers, null) }
    }

    AzureAdTokenProvider tokens(Object credential) {
        def directory = new URI(sandbox.endpoint().toString() - 'api/')
        def environment = new AzureEnvironment(directory, 'https://rest.media.azure.net',
            'd476653d-842c-4f52-862d-397463ada5e7', new URI('https://AzureMediaServicesNativeSDK'))
        new AzureAdTokenProvider(new AzureAdTokenCredentials('sandbox.onmicrosoft.com', credential, environment), executor)
    }

    static AzureAdClientSymmetricKey secret(String text = 'sandbox-secret', String application = APPLICATION) {
        new AzureAdClientSymmetricKey(application, text)
    }

    def "a secret signs in"() {
        expect:
        SdkClient.signingIn(sandbox, tokens(secret())).list(Job.list()).size() == 300
    }

    def "a certificate signs in"() {
        given:
        def certificate = AsymmetricKeyCredential.create(APPLICATION, pair.key, pair.certificate)

        expect:
        SdkClient.signingIn(sandbox, tokens(certificate)).get(Job.get(WireClient.EXAMPLE)).id == WireClient.EXAMPLE
    }

    def "a user signs in"() {
        given:
        def user = new AzureAdClientUsernamePassword('operator@sandbox.onmicrosoft.com', 'sandbox-password')

        expect:
        SdkClient.signingIn(sandbox, tokens(user)).get(Job.get(WireClient.EXAMPLE)).id == WireClient.EXAMPLE
    }

    def "a job is submitted in a batch"() {
        given:
        def ams = SdkClient.signingIn(sandbox, tokens(secret()))
        def example = ams.get(Job.get(WireClient.EXAMPLE))
        def asset = ams.list(Asset.list(example.inputAssetsLink))[0].id

        expect:
        ams.get(Job.get(ams.create(SdkJobs.ofOneTask(asset)).id)).name == 'of one task'
    }

    def "#what does not sign in"() {
        when:
        SdkClient.signingIn(sandbox, tokens(credential)).list(Job.list())

        then:
        ServiceException e = thrown()
        def causes = causes(e)
        causes.last() instanceof AuthenticationException
        causes.last().message.contains(text)

        where:
        what                     | credential                                                       | text
        'a wrong secret'         | secret('guessed')                                                | 'invalid_client'
        'an unknown application' | secret('sandbox-secret', '99999999-9999-9999-9999-999999999999') | 'unauthorized_client'
    }

    static List<Throwable> causes(Throwable e) {
        e == null ? [] : [e] + causes(e.cause)
    }

    def "an application without a role signs in, but may do nothing"() {
        when:
        SdkClient.signingIn(sandbox, tokens(secret('no-role', WITHOUT_ROLE))).list(Job.list())

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 401
    }

    def "when a token is over the SDK goes on with another"() {
        given:
        def signed = tokens(secret())
        def token = signed.acquireAccessToken().accessToken
        def renewing = SdkClient.signingIn(sandbox, signed)
        def keeping = SdkClient.withToken(sandbox, token)

        expect:
        keeping.get(Job.get(WireClient.EXAMPLE)).id == WireClient.EXAMPLE

        when:
        clock.advance(LIFETIME)

        then:
        renewing.get(Job.get(WireClient.EXAMPLE)).id == WireClient.EXAMPLE

        when:
        keeping.get(Job.get(WireClient.EXAMPLE))

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 401
    }
}
