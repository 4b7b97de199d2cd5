package dev.amsshell.auth

import dev.amsshell.base.CancellableThread
import dev.amsshell.base.Failure
import dev.amsshell.config.Profile
import dev.amsshell.config.Profiles
import dev.amsshell.sandbox.KeyPairFile
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.SecureSandbox
import dev.amsshell.testing.TemporaryFolder
import dev.amsshell.transport.Backoff
import dev.amsshell.transport.Exchange
import dev.amsshell.transport.Network
import dev.amsshell.transport.NetworkSettings
import dev.amsshell.transport.TokenSource
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Every way to sign in, with the real library, at the sandbox's own directory over real TLS. */
class SignInSpec extends Specification {
    static final APPLICATION = '11111111-1111-1111-1111-111111111111'
    static final SECRET = "client-id = '$APPLICATION'\nclient-secret = 'env:SECRET'"

    static final PEOPLE = ['alice', 'bob'].collect { """
        [[principals]]
        id = "$it"
        user = "$it@sandbox.onmicrosoft.com"
        password = "x"
        """ }.join('')

    @Shared
    KeyPairFile pair = new KeyPairFile()
    @AutoCleanup
    SecureSandbox service
    List<Network> networks = []
    List<String> secrets = []
    List<String> notices = []
    List<Exchange> exchanges = []
    Map<String, String> environment = [SECRET: 'sandbox-secret', NO_ROLE: 'no-role', PASSWORD: 'p4ss w\u00f6rd']
    Path folder = TemporaryFolder.named('tokens')

    def cleanup() {
        networks*.close()
    }

    void serve(String scenario = null, Clock clock = Clock.systemUTC()) {
        service = new SecureSandbox(pair, clock, scenario)
    }

    Profile profile(String keys) {
        def file = Files.writeString(folder.resolve('profiles.toml'), "[p]\n${service.directory}\n$keys")
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))
        return Profiles.read(file, environment).named('p')
    }

    SignIns signIns(String keys, Clock clock = Clock.systemUTC()) {
        signIns(profile(keys), clock)
    }

    SignIns signIns(Profile profile, Clock clock = Clock.systemUTC()) {
        def network = new Network(NetworkSettings.of([:], profile.caFile()), clock)
        networks << network
        def backoff = new Backoff(3, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        return new SignIns(profile, network, backoff, clock, secrets.&add, { CancellableThread.current() }, folder.resolve('kept'), exchanges.&add, notices.&add)
    }

    /** The status the service gives to a token. */
    int statusOf(String token) {
        def connection = service.open(service.sandbox.endpoint().toString() + 'Jobs?$top=1')
        connection.setRequestProperty('Authorization', 'Bearer ' + token)
        connection.setRequestProperty('x-ms-version', '2.19')
        connection.responseCode
    }

    /** Whom a token is for. */
    static String bearerOf(String token) {
        (new String(Base64.urlDecoder.decode(token.tokenize('.')[1])) =~ /"upn":"([^"]+)"/)[0][1]
    }

    /** A user who does at once what is asked for, unless told otherwise. */
    class User implements Interaction {
        String action = ''
        List<String> seen = []

        void showCode(String message) {
            seen << message
            def code = (message =~ /enter the code (\S+)/)[0][1]
            service.typeCode(code, action)
        }

        void open(String address) {
            seen << address
            Thread.startDaemon { service.signInAt(address + action) }
        }

        void tell(String notice) {
            seen << notice
        }
    }

    def "an application signs in by #way"() {
        given:
        serve()
        def file = folder.resolve('app.pem')
        def key = pair.key.encoded
        def certificate = SecureSandbox.pem('CERTIFICATE', pair.certificate.encoded)
        Files.writeString(file, SecureSandbox.pem('PRIVATE KEY', key) + certificate)
        Files.write(folder.resolve('app.p12'), Files.readAllBytes(pair.file))

        when:
        def token = signIns(keys).tokens().token()

        then:
        statusOf(token) == 200
        secrets.contains(token)

        where:
        way                        | keys
        'its secret'               | SECRET
        'a certificate in PEM'     | "client-id = '$APPLICATION'\ncertificate = 'app.pem'"
        'a certificate in PKCS#12' | "client-id = '$APPLICATION'\ncertificate = 'app.p12'\ncertificate-password = 'cmd:printf ${KeyPairFile.PASSWORD}'"
    }

    def "the assertion of a certificate carries its chain"() {
        given:
        serve()
        Files.writeString(folder.resolve('app.pem'), SecureSandbox.pem('PRIVATE KEY', pair.key.encoded) + SecureSandbox.pem('CERTIFICATE', pair.certificate.encoded))
        signIns("client-id = '$APPLICATION'\ncertificate = 'app.pem'").tokens().token()

        expect:
        def form = new String(exchanges.find { it.method() == "POST" }.call().body())
        def assertion = (form =~ /client_assertion=([^&]+)/)[0][1]
        new String(Base64.urlDecoder.decode(assertion.tokenize('.')[0])).contains('"x5c":["' + Base64.encoder.encodeToString(pair.certificate.encoded))
    }

    def "a user signs in by #way, and runs that follow need nobody"() {
        given:
        serve()
        def user = new User()

        when:
        def identity = signIns("auth = '$way'").signIn(user)

        then:
        identity.bearer() == 'operator@sandbox.onmicrosoft.com'
        user.seen.any { it.contains(seen) }

        and: 'another run'
        statusOf(signIns("auth = '$way'").tokens().token()) == 200

        and: 'nobody else can read what is kept'
        folder.resolve('kept').toFile().listFiles().every { PosixFilePermissions.toString(Files.getPosixFilePermissions(it.toPath())) == 'rw-------' }
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve('kept'))) == 'rwx------'

        when:
        def wasSignedIn = signIns("auth = '$way'").signOut()
        signIns("auth = '$way'").tokens().token()

        then:
        wasSignedIn
        def e = thrown(SignInRefused)
        e.message == "nobody is signed in for profile 'p'"
        e.advice() == 'Sign in once: ams-shell login --profile p'
        !signIns("auth = '$way'").signOut()

        where:
        way           || seen
        'device-code' || 'enter the code'
        'browser'     || '/oauth2/v2.0/authorize'
    }

    def "who signs in takes the place of whoever did before"() {
        given:
        serve(PEOPLE)
        def signIns = signIns("auth = 'device-code'")

        expect:
        ['alice', 'bob', 'alice'].every { name ->
            signIns.signIn(new User(action: "&user=$name@sandbox.onmicrosoft.com")).bearer() == "$name@sandbox.onmicrosoft.com" &&
                bearerOf(this.signIns("auth = 'device-code'").tokens().token()) == "$name@sandbox.onmicrosoft.com"
        }
    }

    def "a kept sign-in that is damaged is told of without what it says, and can be forgotten"() {
        given:
        serve()
        signIns("auth = 'device-code'").signIn(new User())
        folder.resolve('kept/p.tokens').toFile().text = '{"RefreshToken": {"s3cret'

        when:
        signIns("auth = 'device-code'").tokens().token()

        then:
        def e = thrown(Failure)
        e.kind() == Failure.Kind.USAGE
        e.message.contains("p.tokens cannot be read")
        e.advice().contains('ams-shell logout')
        !(e.message + e.cause).contains('s3cret')

        and:
        signIns("auth = 'device-code'").signOut()
        signIns("auth = 'device-code'").signIn(new User())
    }

    def "a user who declines by #way is believed"() {
        given:
        serve()

        when:
        signIns("auth = '$way'").signIn(new User(action: '&action=decline'))

        then:
        def e = thrown(SignInRefused)
        e.message.contains('declined')

        where:
        way << ['device-code', 'browser']
    }

    def "a token is renewed ahead of its end, and until then shared"() {
        given:
        def clock = new MutableClock(Clock.systemUTC().instant().toString())
        serve('[tokens]\nlifetime = "1h"', clock)
        def tokens = signIns(SECRET, clock).tokens()
        def first = tokens.token()

        expect:
        tokens.token() == first

        when:
        clock.advance(Duration.ofMinutes(50))

        then:
        tokens.token() == first

        when: 'it is time, it is renewed beside the work'
        clock.advance(Duration.ofMinutes(6))

        then:
        tokens.token() == first
        new PollingConditions(timeout: 20).eventually { assert tokens.token() != first }
        statusOf(tokens.token()) == 200
    }

    def "a token that was refused is renewed once, whoever asks"() {
        given:
        serve()
        def tokens = signIns(SECRET).tokens()
        def refused = tokens.token()

        when:
        def fresh = (1..3).collect { tokens.renewed(refused) }

        then:
        fresh.unique().size() == 1
        fresh[0] != refused
        statusOf(fresh[0]) == 200
    }

    def "of a user, too"() {
        given:
        serve()
        signIns("auth = 'device-code'").signIn(new User())
        def tokens = signIns("auth = 'device-code'").tokens()
        def refused = tokens.token()

        expect:
        tokens.renewed(refused) != refused
        statusOf(tokens.token()) == 200
    }

    def "while a token is good, a directory that is down is no reason to fail"() {
        given:
        def clock = new MutableClock(Clock.systemUTC().instant().toString())
        serve('[tokens]\nlifetime = "1h"', clock)
        def tokens = signIns(SECRET, clock).tokens()
        def first = tokens.token()
        service.close()
        clock.advance(Duration.ofMinutes(58))

        expect:
        tokens.token() == first

        when:
        clock.advance(Duration.ofMinutes(3))
        tokens.token()

        then:
        def e = thrown(Failure)
        e.kind() == Failure.Kind.SERVICE
        e.message.contains('cannot reach')
    }

    def "what an application is refused for is said in words: #message"() {
        given:
        serve(scenario)

        when:
        signIns(keys).tokens().token()

        then:
        def e = thrown(SignInRefused)
        e.kind() == Failure.Kind.AUTHENTICATION
        e.message.startsWith("${URI.create(service.root).authority} gives no token: ")
        e.message.contains(message)
        e.message =~ /\(trace id [0-9a-f-]{36}\)$/
        e.advice().contains(advice)
        secrets.findAll { it }.every { !(e.message + e.advice()).contains(it) }

        where:
        keys                                                                             | scenario || message                                                   | advice
        "client-id = '$APPLICATION'\nclient-secret = 'wr0ng-secret'"                     | null     || "the client secret of application $APPLICATION is wrong"   | 'the value of the secret'
        "client-id = '99999999-9999-9999-9999-999999999999'\nclient-secret = 'env:SECRET'" | null   || 'there is no application 99999999-9999-9999-9999-999999999999 in tenant sandbox.onmicrosoft.com' | 'client-id'
        SECRET + "\nresource = 'https://rest.example'"                                   | null     || 'knows no service https://rest.example'                   | 'resource'
    }

    def "a tenant that does not exist"() {
        given:
        serve()
        def wrong = Files.writeString(folder.resolve('q.toml'), "[p]\n${service.directory.replace('sandbox.onmicrosoft', 'contoso')}\n$SECRET")

        when:
        signIns(Profiles.read(wrong, environment).named('p')).tokens().token()

        then:
        def e = thrown(SignInRefused)
        e.message.contains("there is no tenant 'contoso.com'")
    }

    def "a clock that is wrong is found out when it matters (#skew)"() {
        given:
        serve(null, Clock.offset(Clock.systemUTC(), Duration.parse(skew)))
        Files.writeString(folder.resolve('app.pem'), SecureSandbox.pem('PRIVATE KEY', pair.key.encoded) + SecureSandbox.pem('CERTIFICATE', pair.certificate.encoded))

        when:
        signIns("client-id = '$APPLICATION'\ncertificate = 'app.pem'").tokens().token()

        then:
        def e = thrown(SignInRefused)
        e.message.contains("this machine's clock is $where the directory's")
        e.advice() == 'Set the clock of this machine right.'

        and: 'who proves itself otherwise does not depend on it'
        signIns(SECRET).tokens().token()

        where:
        skew     || where
        'PT20M'  || '20 min behind'
        'PT-10M' || '10 min ahead of'
    }

    def "a user's sign-in that was revoked"() {
        given:
        serve()
        signIns("auth = 'device-code'").signIn(new User())
        service.sandbox.revokeRefreshTokens()

        when:
        signIns("auth = 'device-code'").tokens().renewed('refused')

        then:
        def e = thrown(SignInRefused)
        e.message.contains('the sign-in has expired or was revoked')
        e.advice() == 'Sign in again: ams-shell login --profile p'
    }

    def "a certificate that cannot be used is told of before anybody is asked: #message"() {
        given:
        serve()
        def key = SecureSandbox.pem('PRIVATE KEY', pair.key.encoded)
        def certificate = SecureSandbox.pem('CERTIFICATE', pair.certificate.encoded)
        def other = SecureSandbox.pem('CERTIFICATE', new KeyPairFile().certificate.encoded)
        Files.writeString(folder.resolve('key-only.pem'), key)
        Files.writeString(folder.resolve('certificate-only.pem'), certificate)
        Files.writeString(folder.resolve('mixed.pem'), key + other)
        Files.writeString(folder.resolve('garbage.pem'), '-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n' + key)
        Files.writeString(folder.resolve('text.txt'), 'hello')
        Files.write(folder.resolve('app.p12'), Files.readAllBytes(pair.file))

        when:
        signIns("client-id = '$APPLICATION'\n$keys").tokens().token()

        then:
        def e = thrown(Failure)
        e.kind() == Failure.Kind.USAGE
        e.message.contains(message)
        exchanges.empty

        where:
        keys                                                              || message
        "certificate = 'none.pem'"                                        || 'there is no such file'
        "certificate = 'key-only.pem'"                                    || 'there is no certificate in it'
        "certificate = 'certificate-only.pem'"                            || 'there is no private key in it'
        "certificate = 'mixed.pem'"                                       || 'its certificate does not belong to its key'
        "certificate = 'garbage.pem'"                                     || 'cannot be used'
        "certificate = 'text.txt'"                                        || 'it is neither PEM nor PKCS#12'
        "certificate = 'app.p12'"                                         || 'it has a password, and certificate-password is not set'
        "certificate = 'app.p12'\ncertificate-password = 'cmd:echo no'"   || 'certificate-password is wrong'
    }

    def "a directory in trouble is asked again"() {
        given:
        serve('[[faults]]\nkind = "busy"\npath = "*/oauth2/*"\ntimes = 2')

        expect:
        signIns(SECRET).tokens().token()
        notices.size() == 2
        notices[0].contains('trying again (2 of 3)')
    }
}
