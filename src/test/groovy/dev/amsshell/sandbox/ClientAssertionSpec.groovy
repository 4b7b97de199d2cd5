package dev.amsshell.sandbox

import static dev.amsshell.sandbox.SigninClient.APPLICATION
import static dev.amsshell.sandbox.SigninClient.TENANT
import static dev.amsshell.sandbox.SigninClient.claims
import static dev.amsshell.sandbox.SigninClient.json

import spock.lang.Shared

class ClientAssertionSpec extends SandboxSpecification {
    @Shared SigninClient signin
    @Shared KeyPairFile pair = new KeyPairFile()

    def setupSpec() {
        signin = new SigninClient(sandbox)
    }

    String assertion(Map claims = [:], Map header = [:]) {
        def now = clock.instant().epochSecond
        def id = APPLICATION.client_id
        def thumbprint = Base64.urlEncoder.encodeToString(pair.thumbprint())
        def body = [aud: signin.root + TENANT + '/token', iss: id, sub: id, nbf: now - 60, exp: now + 520] + claims
        def head = ([typ: 'JWT', alg: 'RS256', x5t: thumbprint, x5c: [Base64.encoder.encodeToString(pair.certificate.encoded)]] + header)
            .findAll { it.value != null }
        pair.jwt(head, body)
    }

    Map ask(String assertion) {
        json(signin.v1([grant_type: 'client_credentials', client_id: APPLICATION.client_id, client_assertion: assertion,
                        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer']))
    }

    def "an assertion signed with a certificate gives a token"() {
        when:
        def answer = ask(assertion())

        then:
        claims(answer.access_token).appidacr == '2'
        signin.statusOf(answer.access_token) == 200
    }

    def "it may be #what"() {
        expect:
        ask(assertion(stated(this), named(this))).containsKey('access_token')

        where:
        what                                | stated                                                                                     | named
        'without the certificate'           | { [:] }                                                                                    | { [x5c: null] }
        'timed with strings'                | { [nbf: "${it.clock.instant().epochSecond}".toString(), exp: "${it.clock.instant().epochSecond + 9}".toString()] } | { [:] }
        'five minutes late'                 | { [exp: it.clock.instant().epochSecond - 300] }                                            | { [:] }
        'signed and named the newer way'    | { [:] }                                                                                    | { [alg: 'PS256', x5t: null, 'x5t#S256': KeyPairFile.part(it.pair.thumbprint('SHA-256'))] }
    }

    def "it is refused with AADSTS#code when #what"() {
        expect:
        ask(assertion(stated(this), named(this))).error_codes == [code]

        where:
        what                                   | stated                                           | named                                   || code
        'it is for another address'            | { [aud: 'https://example.org/token'] }           | { [:] }                                  || 700023
        'another application wrote it'         | { [iss: 'x'] }                                   | { [:] }                                  || 700021
        'it is about another application'      | { [sub: 'x'] }                                   | { [:] }                                  || 700021
        'it is over'                           | { [exp: it.clock.instant().epochSecond - 301] }  | { [:] }                                  || 700024
        'its time is to come'                  | { [nbf: it.clock.instant().epochSecond + 301] }  | { [:] }                                  || 700024
        'it has no end'                        | { [exp: null] }                                  | { [:] }                                  || 50027
        'its thumbprint is missing'            | { [:] }                                          | { [x5t: null, x5c: null] }               || 700027
        'its thumbprint is another\'s'         | { [:] }                                          | { [x5t: KeyPairFile.part(new byte[20])] }            || 700027
        'it is not signed'                     | { [:] }                                          | { [alg: 'none'] }                        || 700027
        'its certificate is none'              | { [:] }                                          | { [x5c: ['AAAA']] }                      || 700027
    }

    def "a signature that was tampered with is noticed when the certificate is there"() {
        given:
        def parts = assertion().split('\\.')

        expect:
        ask(parts[0] + '.' + parts[1] + '.' + KeyPairFile.part(new byte[256])).error_codes == [700027]
    }

    def "#text is no assertion"() {
        expect:
        ask(text).error_codes == [50027]

        where:
        text << ['x', 'a.b', 'a.b.c', 'bnVsbA.bnVsbA.', '****.e30.x', 'W10.W10.']
    }
}
