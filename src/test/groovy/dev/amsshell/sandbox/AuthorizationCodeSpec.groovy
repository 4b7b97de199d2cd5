package dev.amsshell.sandbox

import static dev.amsshell.sandbox.SigninClient.RESOURCE
import static dev.amsshell.sandbox.SigninClient.TENANT
import static dev.amsshell.sandbox.SigninClient.USER_CLIENT
import static dev.amsshell.sandbox.SigninClient.claims
import static dev.amsshell.sandbox.SigninClient.json

import java.security.MessageDigest
import spock.lang.Shared

class AuthorizationCodeSpec extends SandboxSpecification {
    static final String VERIFIER = 'a-verifier-of-43-characters-at-the-very-least'
    static final String CHALLENGE = Base64.urlEncoder.withoutPadding()
        .encodeToString(MessageDigest.getInstance('SHA-256').digest(VERIFIER.bytes))
    static final String REDIRECT = 'http://localhost:54321/'
    static final Map ASKED = [response_type: 'code', client_id: USER_CLIENT, redirect_uri: REDIRECT, state: 'a &state',
                              scope: RESOURCE + '/.default offline_access openid profile',
                              code_challenge: CHALLENGE, code_challenge_method: 'S256']

    @Shared SigninClient signin

    def setupSpec() {
        signin = new SigninClient(sandbox)
    }

    def authorize(Map more = [:], String tenant = TENANT) {
        def query = (ASKED + more).findAll { it.value != null }.collect { name, value -> name + '=' + WireClient.encode(value) }.join('&')
        signin.get("$tenant/v2.0/authorize?$query")
    }

    /** What the application is told in the address the browser is sent to. */
    static Map told(response) {
        assert response.statusCode() == 302: response.body()
        URI.create(response.headers().firstValue('Location').get()).rawQuery.split('&').collectEntries {
            it.split('=', 2).collect { URLDecoder.decode(it, 'UTF-8') }
        }
    }

    def redeem(String code, Map more = [:]) {
        signin.v2([grant_type: 'authorization_code', client_id: USER_CLIENT, redirect_uri: REDIRECT,
                   code: code, code_verifier: VERIFIER] + more)
    }

    def "the browser is sent back with a code and the state, and the code gives what a user gets"() {
        when:
        def sent = authorize()
        def answer = json(redeem(told(sent).code))

        then:
        sent.headers().firstValue('Location').get().startsWith(REDIRECT + '?')
        sent.headers().firstValue('Cache-Control').get() == 'no-store'
        told(sent).keySet() == ['code', 'state'] as Set
        told(sent).state == ASKED.state
        signin.statusOf(answer.access_token) == 200
        claims(answer.access_token).upn == 'operator@sandbox.onmicrosoft.com'
        claims(answer.id_token).aud == USER_CLIENT
        answer.client_info
        answer.refresh_token
    }

    def "an application that wants its answer posted gets a form that sends itself"() {
        when:
        def page = authorize(response_mode: 'form_post', state: '"<&')

        then:
        page.statusCode() == 200
        page.headers().firstValue('Content-Type').get().startsWith('text/html')
        page.body().contains("<form method=\"POST\" name=\"hiddenform\" action=\"$REDIRECT\">")
        page.body().contains('name="state" value="&quot;&lt;&amp;"')
        page.body().contains('document.forms[0].submit()')
        redeem((page.body() =~ /name="code" value="([^"]+)"/)[0][1] as String).statusCode() == 200
    }

    def "the v1 endpoint has the same in its own words"() {
        when:
        def query = (ASKED + [resource: RESOURCE]).findAll { it.key != 'scope' }.collect { name, value -> name + '=' + WireClient.encode(value) }
        def code = told(signin.get("$TENANT/authorize?${query.join('&')}")).code
        def answer = json(signin.v1([grant_type: 'authorization_code', client_id: USER_CLIENT, redirect_uri: REDIRECT,
                                     code: code, code_verifier: VERIFIER]))

        then:
        answer.expires_in == '3599'
        answer.refresh_token
        signin.statusOf(answer.access_token) == 200
    }

    def "#redirect is an address of this machine"() {
        expect:
        authorize(redirect_uri: redirect).headers().firstValue('Location').get().startsWith(begin)

        where:
        redirect                           || begin
        'http://localhost'                 || 'http://localhost?code='
        'http://localhost:1234'            || 'http://localhost:1234?code='
        'http://127.0.0.1:1234/back'       || 'http://127.0.0.1:1234/back?code='
        'http://localhost:1234/back?a=b'   || 'http://localhost:1234/back?a=b&code='
        'http://localhost/\u00e9'          || 'http://localhost/%C3%A9?code='
    }

    def "with #wrong nobody is sent anywhere, and the user is told AADSTS#code"() {
        when:
        def page = authorize(form)

        then:
        page.statusCode() == 400
        page.headers().firstValue('Location').empty
        page.body().contains("AADSTS$code: ")
        !page.body().contains('<b>')

        where:
        wrong                     | form                                          || code
        'no client'               | [client_id: null]                             || 900144
        'an unknown client'       | [client_id: '<b>']                            || 700016
        'no address'              | [redirect_uri: null]                          || 900144
        'another host'            | [redirect_uri: 'http://example.org/']         || 50011
        'a look-alike host'       | [redirect_uri: 'http://localhost.example.org/'] || 50011
        'a user in the address'   | [redirect_uri: 'http://localhost@example.org/'] || 50011
        'https'                   | [redirect_uri: 'https://localhost/']          || 50011
        'a fragment'              | [redirect_uri: 'http://localhost/#a']         || 50011
        'what is no address'      | [redirect_uri: 'http://localhost/%zz|']       || 50011
    }

    def "another tenant and another method are refused"() {
        expect:
        authorize([:], '/unknown/oauth2').body().contains('AADSTS90002: ')
        signin.post(TENANT + '/v2.0/authorize', ASKED).body().contains('AADSTS900561: ')
        signin.get(TENANT + '/v2.0/authorize?a=b&a=c').statusCode() == 400
    }

    def "#wrong is told to the application as #error, AADSTS#code"() {
        when:
        def fields = told(authorize(form))

        then:
        fields.keySet() == ['error', 'error_description', 'state'] as Set
        fields.error == error
        fields.error_description.startsWith("AADSTS$code: ")
        fields.state == ASKED.state

        where:
        wrong                      | form                                   || error                       | code
        'a user who declines'      | [action: 'decline']                    || 'access_denied'             | 65004
        'a token asked for'        | [response_type: 'token']               || 'unsupported_response_type' | 70005
        'another way to answer'    | [response_mode: 'fragment']            || 'invalid_request'           | 70007
        'no challenge'             | [code_challenge: null]                 || 'invalid_request'           | 900144
        'a short challenge'        | [code_challenge: 'abc']                || 'invalid_request'           | 501491
        'a plain challenge'        | [code_challenge_method: null]          || 'invalid_request'           | 501492
        'no scope'                 | [scope: null]                          || 'invalid_request'           | 900144
        'a scope of nothing'       | [scope: 'openid']                      || 'invalid_scope'             | 70011
        'an unknown resource'      | [scope: 'https://example.org/.default'] || 'invalid_resource'         | 500011
    }

    def "the user is the one of the hint"() {
        expect:
        claims(json(redeem(told(authorize([login_hint: 'OPERATOR@sandbox.onmicrosoft.com'])).code)).access_token).upn == 'operator@sandbox.onmicrosoft.com'
        authorize(user: 'nobody').statusCode() == 404
        authorize(login_hint: 'nobody').statusCode() == 404
    }

    def "a code is refused with #wrong, AADSTS#code, and is still good for its owner"() {
        given:
        def issued = told(authorize()).code

        when:
        def refused = json(redeem(issued, form))

        then:
        refused.error_codes == [code]
        redeem(issued).statusCode() == 200

        where:
        wrong                 | form                                                || code
        'another verifier'    | [code_verifier: VERIFIER + 'x']                     || 501481
        'no verifier'         | [code_verifier: '']                                 || 900144
        'another address'     | [redirect_uri: 'http://localhost:1/']               || 500112
        'no address'          | [redirect_uri: '']                                  || 900144
        'another application' | [client_id: '11111111-1111-1111-1111-111111111111'] || 70000
        'another code'        | [code: 'made-up']                                   || 70000
    }

    def "a code is good once"() {
        given:
        def code = told(authorize()).code

        expect:
        redeem(code).statusCode() == 200
        json(redeem(code)).with { [error, error_codes] } == ['invalid_grant', [54005]]
    }

    def "a code is good for ten minutes"() {
        given:
        def code = told(authorize()).code

        when:
        clock.advanceSeconds(600)

        then:
        json(redeem(code)).error_codes == [70008]
    }
}
