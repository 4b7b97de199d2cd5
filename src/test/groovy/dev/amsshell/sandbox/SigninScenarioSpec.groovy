package dev.amsshell.sandbox

import static dev.amsshell.sandbox.SigninClient.TENANT
import static dev.amsshell.sandbox.SigninClient.USER_CLIENT
import static dev.amsshell.sandbox.SigninClient.json

import dev.amsshell.sandbox.scenario.Scenario
import dev.amsshell.testing.MutableClock
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What scenarios do to who signs in. */
class SigninScenarioSpec extends Specification {
    @TempDir
    Path folder

    @Shared KeyPairFile pair = new KeyPairFile()

    MutableClock clock = new MutableClock('2015-02-11T01:46:14Z')

    @AutoCleanup
    Sandbox sandbox

    SigninClient signin

    void start(String text) {
        def scenario = Scenario.read(Files.writeString(folder.resolve('s.toml'), text))
        sandbox = Sandbox.start(new SandboxOptions(0, 7, 60, 'fixed-token').with(scenario), clock)
        signin = new SigninClient(sandbox)
    }

    /** Signs in with a certificate, by a clock that is right. */
    def withCertificate() {
        def now = clock.instant().epochSecond
        def id = TokensSpec.BY_SECRET.client_id
        def assertion = pair.jwt([alg: 'RS256', x5t: Base64.encoder.encodeToString(pair.thumbprint())],
            [aud: signin.root + TENANT + '/token', iss: id, sub: id, nbf: now, exp: now + 600])
        signin.v1([grant_type: 'client_credentials', client_id: id, client_assertion: assertion,
                   client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'])
    }

    def "a user whose refresh tokens are revoked signs in, and again"() {
        given:
        start("""[[principals]]
            id = "33333333-3333-3333-3333-333333333333"
            user = "operator@sandbox.onmicrosoft.com"
            password = "sandbox-password"
            revoked = true""")

        when:
        def answer = json(signin.v1(TokensSpec.BY_PASSWORD))
        def refused = signin.v1([grant_type: 'refresh_token', client_id: USER_CLIENT, refresh_token: answer.refresh_token])

        then:
        signin.statusOf(answer.access_token) == 200
        refused.statusCode() == 400
        json(refused).with { [error, suberror, error_codes] } == ['invalid_grant', 'bad_token', [50173]]
        json(signin.v1(TokensSpec.BY_PASSWORD)).refresh_token
    }

    def "an assertion of a right clock is judged by the directory's, which is #skew off: #codes"() {
        given:
        start("[clock]\nskew = '$skew'")

        when:
        def response = withCertificate()

        then:
        (response.statusCode() == 200 ? [] : json(response).error_codes) == codes

        where:
        skew    || codes
        '0s'    || []
        '4m'    || []
        '-4m'   || []
        '-10m'  || [700024]
        '16m'   || [700024]
    }

    def "the refusal says what time it is there"() {
        given:
        start('[clock]\nskew = "-10m"')

        when:
        def refused = json(withCertificate())

        then:
        refused.error_description.contains('Current time: 2015-02-11T01:36:14Z, assertion valid from 2015-02-11T01:46:14Z, ')
        refused.timestamp == '2015-02-11 01:36:14Z'
    }

    def "tokens are dated and judged by the directory's clock, so that they live as long as ever"() {
        given:
        start("[clock]\nskew = '$skew'\n[tokens]\nfixed-lifetime = '1h'")
        def answer = json(signin.v1(TokensSpec.BY_SECRET))

        expect:
        SigninClient.claims(answer.access_token).iat == clock.instant().epochSecond + offset
        answer.expires_on == "${clock.instant().epochSecond + offset + 3600}"
        signin.statusOf(answer.access_token) == 200

        when:
        clock.advanceSeconds(3599)
        then:
        [answer.access_token, 'fixed-token'].collect { signin.statusOf(it) } == [200, 200]

        when:
        clock.advanceSeconds(1)
        then:
        [answer.access_token, 'fixed-token'].collect { signin.statusOf(it) } == [401, 401]

        where:
        skew   || offset
        '10m'  || 600
        '-10m' || -600
    }

    def "jobs live by the clock that is right"() {
        given:
        start('[clock]\nskew = "2h"')

        expect:
        new WireClient(sandbox).rows('Jobs?$top=1&$orderby=Created%20desc')[0].Created <= '2015-02-11T01:46:14'
    }

    def "the account has the name and the subscription of the scenario"() {
        given:
        start('[account]\nname = "other1"\nsubscription = "5555555A-5555-5555-5555-555555555555"')
        def token = json(signin.v1(TokensSpec.BY_SECRET + [resource: 'https://management.azure.com'])).access_token
        def ask = { String path -> json(signin.get("$path?api-version=2015-10-01", [Authorization: 'Bearer ' + token])) }

        expect:
        ask('/subscriptions/5555555a-5555-5555-5555-555555555555/providers/Microsoft.Media/mediaservices').value*.name == ['other1']
        ask(ResourceManagerSpec.LIST).error.code == 'SubscriptionNotFound'
    }

    def "the directory may fail like anything else: #fault"() {
        given:
        start("[[faults]]\npath = '*/oauth2/*'\ntimes = 1\n$fault")

        when:
        def outcome
        try {
            outcome = signin.v2(TokensSpec.BY_SECRET).statusCode()
        } catch (IOException e) {
            outcome = 'nothing'
        }

        then:
        outcome == expected
        signin.v2(TokensSpec.BY_SECRET).statusCode() == 200

        where:
        fault                                   || expected
        'kind = "busy"'                         || 503
        'kind = "too-many-requests"'            || 429
        'kind = "internal-error"'               || 500
        'kind = "gateway-timeout"'              || 504
        'kind = "html"'                         || 200
        'kind = "html"\nstatus = 503'           || 503
        'kind = "outage"'                       || 'nothing'
        'kind = "outage"\nstatus = 503'         || 503
        'kind = "half-sent"'                    || 'nothing'
    }

    def "a directory in trouble says so in its own form: #kind is AADSTS#code"() {
        given:
        start("[[faults]]\npath = '*/oauth2/*'\nkind = '$kind'\n$more")

        when:
        def answer = json(signin.v2(TokensSpec.BY_SECRET))

        then:
        answer.error == 'temporarily_unavailable'
        answer.error_codes == [code]
        answer.error_description.startsWith("AADSTS$code: $text")

        where:
        kind                | more                || code  | text
        'busy'              | ''                  || 90033 | 'A transient error has occurred. Please try again.'
        'internal-error'    | 'text = "Sorry."'   || 90033 | 'Sorry.'
        'too-many-requests' | ''                  || 90055 | 'There are too many incoming requests.'
    }

    def "other places of the sandbox fail by their paths: #path"() {
        given:
        start("[[faults]]\nkind = 'busy'\npath = '$path'")

        expect:
        signin.get(asked).statusCode() == 503
        signin.v2(TokensSpec.BY_SECRET).statusCode() == 200

        where:
        path               | asked
        '/subscriptions/*' | ResourceManagerSpec.LIST
        '/metadata/*'      | '/metadata/identity/oauth2/token'
        '/devicelogin'     | '/devicelogin'
        '*/authorize'      | TENANT + '/v2.0/authorize'
    }
}
