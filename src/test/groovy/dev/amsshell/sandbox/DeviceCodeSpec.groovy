package dev.amsshell.sandbox

import static dev.amsshell.sandbox.SigninClient.RESOURCE
import static dev.amsshell.sandbox.SigninClient.TENANT
import static dev.amsshell.sandbox.SigninClient.USER_CLIENT
import static dev.amsshell.sandbox.SigninClient.claims
import static dev.amsshell.sandbox.SigninClient.json

import spock.lang.Shared

class DeviceCodeSpec extends SandboxSpecification {
    @Shared SigninClient signin
    String scope = RESOURCE + '/.default offline_access openid profile'

    def setupSpec() {
        signin = new SigninClient(sandbox)
    }

    Map begin() {
        json(signin.post(TENANT + '/v2.0/devicecode', [client_id: USER_CLIENT, scope: scope]))
    }

    Map poll(Map code, Map more = [:]) {
        json(signin.post(TENANT + '/v2.0/token', [grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: USER_CLIENT,
                                                  device_code: code.device_code] + more))
    }

    def "the user is told where to go with which code"() {
        when:
        def code = begin()

        then:
        code.verification_uri == signin.root + '/devicelogin'
        code.user_code ==~ /[A-Z2-9]{9}/
        code.expires_in == 900
        code.interval == 5
        code.message.contains(code.user_code) && code.message.contains(code.verification_uri)
    }

    def "the sign-in is pending until the user has signed in; then it gives tokens once"() {
        given:
        def code = begin()

        expect:
        poll(code).error == 'authorization_pending'

        when:
        def page = signin.get('/devicelogin?user_code=' + code.user_code.toLowerCase())
        def answer = poll(code)

        then:
        page.statusCode() == 200
        page.body().contains('You have signed in')
        signin.statusOf(answer.access_token) == 200
        claims(answer.access_token).upn == 'operator@sandbox.onmicrosoft.com'
        claims(answer.id_token).aud == USER_CLIENT
        answer.client_info
        answer.refresh_token
        poll(code).error == 'bad_verification_code'
    }

    def "the official library calls the grant by its old name"() {
        given:
        def code = begin()

        when:
        signin.get('/devicelogin?user_code=' + code.user_code)

        then:
        poll(code, [grant_type: 'device_code']).access_token
    }

    def "without offline_access there is no refresh token, without openid no id token"() {
        given:
        scope = RESOURCE + '/.default'
        def code = begin()

        when:
        signin.get('/devicelogin?user_code=' + code.user_code)

        then:
        poll(code).keySet() == ['token_type', 'expires_in', 'ext_expires_in', 'scope', 'access_token'] as Set
    }

    def "who declines is not signed in"() {
        given:
        def code = begin()

        when:
        signin.get("/devicelogin?user_code=$code.user_code&action=decline")

        then:
        poll(code).error == 'authorization_declined'
    }

    def "who asks faster than the interval is told to slow down"() {
        given:
        def code = begin()

        expect:
        poll(code).error == 'authorization_pending'
        poll(code).error == 'slow_down'

        when:
        clock.advanceSeconds(5)
        then:
        poll(code).error == 'authorization_pending'
    }

    def "a code expires after fifteen minutes"() {
        given:
        def code = begin()

        when:
        clock.advanceSeconds(900)

        then:
        poll(code).error == 'expired_token'
        signin.get('/devicelogin?user_code=' + code.user_code).statusCode() == 404
    }

    def "a code belongs to its application"() {
        expect:
        poll(begin(), [client_id: '11111111-1111-1111-1111-111111111111']).error == 'bad_verification_code'
        poll([device_code: 'made-up']).error == 'bad_verification_code'
    }

    def "the v1 endpoint has the same in its own words"() {
        when:
        def code = json(signin.post(TENANT + '/devicecode', [client_id: USER_CLIENT, resource: RESOURCE]))
        signin.get('/devicelogin?user_code=' + code.user_code)
        def answer = json(signin.v1([grant_type: 'device_code', client_id: USER_CLIENT, code: code.device_code]))

        then:
        code.verification_url == signin.root + '/devicelogin'
        code.expires_in == '900'
        answer.expires_in == '3599'
        answer.refresh_token
        signin.statusOf(answer.access_token) == 200
    }

    def "the page asks for a code when none is given, and knows #query"() {
        expect:
        def page = signin.get('/devicelogin' + query)
        page.statusCode() == status
        page.body().contains('<form>') == form

        where:
        query                          || status | form
        ''                             || 200    | true
        '?user_code=NOSUCHCODE'        || 404    | true
        '?user_code=a&user=nobody'     || 404    | false
        '?user_code=a&user_code=b'     || 400    | false
    }
}
