package dev.amsshell.auth

import dev.amsshell.base.Cancellation
import dev.amsshell.config.ConfigurationProblem
import dev.amsshell.config.Profiles
import dev.amsshell.config.SecretSource
import dev.amsshell.testing.MutableClock
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class GivenTokenSpec extends Specification {
    static final NOW = '2026-11-25T03:00:00Z'
    static final EXPIRED = 1795566600
    static final LATER = 1795662000

    @TempDir
    Path folder
    List<String> secrets = []

    GivenToken given(SecretSource source) {
        new GivenToken(source, secrets.&add, new MutableClock(NOW), { new Cancellation() })
    }

    static String jwt(String claims) {
        'eyJ0eXAiOiJKV1QifQ.' + Base64.urlEncoder.withoutPadding().encodeToString(claims.bytes) + '.c2ln'
    }

    def "it is sent as it is, and known as a secret"() {
        given:
        def token = given(SecretSource.of('http%3a%2f%2fschemas.xmlsoap.org%2fa-token', 'AMS_TOKEN'))

        expect:
        token.token() == 'http%3a%2f%2fschemas.xmlsoap.org%2fa-token'
        secrets == ['http%3a%2f%2fschemas.xmlsoap.org%2fa-token']
        token.toString() == 'GivenToken'
    }

    def "when it is refused, a person is told whether it has expired: #what"() {
        given:
        def given = given(SecretSource.of(token, 'AMS_TOKEN'))
        given.token()

        expect:
        given.whenRefused() == advice

        where:
        what                    | token                                                                    || advice
        'a JWT that has'        | jwt("{\"aud\":\"x\",\"exp\":$EXPIRED}")                                  || 'It expired at 2026-11-25T00:30:00Z. Get a fresh one for AMS_TOKEN.'
        'a JWT of another kind' | jwt("{\"exp\":\"$EXPIRED\"}")                                            || 'It expired at 2026-11-25T00:30:00Z. Get a fresh one for AMS_TOKEN.'
        'an SWT that has'       | "Audience=x&ExpiresOn=$EXPIRED&HMACSHA256=y"                             || 'It expired at 2026-11-25T00:30:00Z. Get a fresh one for AMS_TOKEN.'
        'an encoded SWT'        | "http%3a%2f%2fschemas%26ExpiresOn%3d$EXPIRED%26HMACSHA256%3dy"           || 'It expired at 2026-11-25T00:30:00Z. Get a fresh one for AMS_TOKEN.'
        'a JWT that has not'    | jwt("{\"exp\":$LATER}")                                                  || 'It may belong to another account, or have been withdrawn. Get a fresh one for AMS_TOKEN.'
        'a JWT without a time'  | jwt('{"exp":99999999999999999999}')                                      || 'It may belong to another account, or have been withdrawn. Get a fresh one for AMS_TOKEN.'
        'what tells nothing'    | 'opaque.!!!.token'                                                       || 'It may belong to another account, or have been withdrawn. Get a fresh one for AMS_TOKEN.'
    }

    def "a token that was refused is looked for once more, where it comes from"() {
        given:
        def file = Files.writeString(folder.resolve('token'), 'first-token\n')
        Files.writeString(folder.resolve('profiles.toml'), "[p]\nendpoint = 'https://h.example/'\ntoken = 'file:token'")
        def token = given(Profiles.read(folder.resolve('profiles.toml'), [:]).named('p').signIn().source())

        expect:
        token.token() == 'first-token'

        when:
        Files.writeString(file, 'second-token')

        then:
        token.token() == 'first-token'
        token.renewed('first-token') == 'second-token'
        token.renewed('first-token') == 'second-token'
        token.token() == 'second-token'
        secrets == ['first-token', 'second-token']
    }

    def "what no header can carry is refused without being quoted"() {
        when:
        given(SecretSource.of('Bearer s3cret', 'token')).token()

        then:
        def e = thrown(ConfigurationProblem)
        e.message.startsWith('token has characters that no bearer token has')
        !(e.message + e.advice()).contains('s3cret')
    }
}
