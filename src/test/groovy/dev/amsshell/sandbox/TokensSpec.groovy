package dev.amsshell.sandbox

import static dev.amsshell.sandbox.SigninClient.APPLICATION
import static dev.amsshell.sandbox.SigninClient.RESOURCE
import static dev.amsshell.sandbox.SigninClient.TENANT
import static dev.amsshell.sandbox.SigninClient.USER_CLIENT
import static dev.amsshell.sandbox.SigninClient.claims
import static dev.amsshell.sandbox.SigninClient.json

import spock.lang.Shared

class TokensSpec extends SandboxSpecification {
    static final Map BY_SECRET = [grant_type: 'client_credentials'] + APPLICATION
    static final Map BY_PASSWORD = [grant_type: 'password', client_id: USER_CLIENT,
                                    username: 'operator@sandbox.onmicrosoft.com', password: 'sandbox-password']

    @Shared SigninClient signin

    def setupSpec() {
        signin = new SigninClient(sandbox)
    }

    def "a secret at the v1 endpoint gives a token that opens the account, numbers as strings"() {
        when:
        def response = signin.v1(BY_SECRET)
        def answer = json(response)
        def now = clock.instant().epochSecond

        then:
        response.statusCode() == 200
        response.headers().firstValue('Cache-Control').get() == 'no-store'
        answer.token_type == 'Bearer'
        answer.expires_in == '3599'
        answer.expires_on == "${now + 3600}"
        answer.not_before == "$now"
        answer.resource == RESOURCE
        !answer.containsKey('refresh_token')
        signin.statusOf(answer.access_token) == 200
    }

    def "the token is a JSON web token with the claims of the documents"() {
        when:
        def read = claims(json(signin.v1(BY_SECRET)).access_token)

        then:
        read.aud == RESOURCE
        read.iss == "https://sts.windows.net/$read.tid/"
        read.appid == APPLICATION.client_id
        read.appidacr == '1'
        read.exp - read.iat == 3600
        read.nbf == read.iat
    }

    def "the v2.0 endpoint writes numbers as numbers and names the scope"() {
        when:
        def answer = json(signin.v2(BY_SECRET))

        then:
        answer.expires_in == 3599
        answer.scope == RESOURCE + '/.default'
        !answer.containsKey('resource')
        signin.statusOf(answer.access_token) == 200
    }

    def "the resource of every cloud is an audience: #resource"() {
        expect:
        claims(json(signin.v1(BY_SECRET + [resource: resource])).access_token).aud == resource - ~'/$'

        where:
        resource << [RESOURCE, RESOURCE + '/', 'https://rest.media.chinacloudapi.cn', 'https://rest.media.usgovcloudapi.net', 'https://rest.media.cloudapi.de']
    }

    def "#wrong is refused as #error, AADSTS#code"() {
        when:
        def response = signin.v1(BY_SECRET + form)
        def answer = json(response)

        then:
        response.statusCode() == status
        answer.error == error
        answer.error_codes == [code]
        answer.error_description.startsWith("AADSTS$code: ")
        answer.error_description.contains("Trace ID: $answer.trace_id Correlation ID: $answer.correlation_id Timestamp: 2015-02-11 01:46:14Z")
        answer.timestamp == '2015-02-11 01:46:14Z'
        answer.error_uri.endsWith("code=$code")
        !response.body().contains('not-the-secret')

        where:
        wrong                 | form                               || status | error                    | code
        'a wrong secret'      | [client_secret: 'not-the-secret']  || 401    | 'invalid_client'         | 7000215
        'no secret'           | [client_secret: '']                || 401    | 'invalid_client'         | 7000218
        'an unknown client'   | [client_id: 'nobody']              || 400    | 'unauthorized_client'    | 700016
        'an unknown resource' | [resource: 'https://example.org']  || 400    | 'invalid_resource'       | 500011
        'no resource'         | [resource: '']                     || 400    | 'invalid_request'        | 900144
        'no grant type'       | [grant_type: '']                   || 400    | 'invalid_request'        | 900144
        'another grant type'  | [grant_type: 'implicit']           || 400    | 'unsupported_grant_type' | 70003
        'a wrong password'    | BY_PASSWORD + [password: 'wrong']  || 400    | 'invalid_grant'          | 50126
        'a made-up refresh token' | [grant_type: 'refresh_token', refresh_token: '0.Ax'] || 400 | 'invalid_grant' | 70000
    }

    def "an application may ask to be told who it is beside the one permission, in any order"() {
        expect:
        signin.v2(BY_SECRET + [scope: "openid $RESOURCE/.default profile offline_access".toString()]).statusCode() == 200
    }

    def "a scope of #scope is refused as #error"() {
        expect:
        json(signin.v2(BY_SECRET + [scope: scope])).error == error

        where:
        scope                                 || error
        'https://example.org/.default'        || 'invalid_resource'
        'openid'                              || 'invalid_scope'
        RESOURCE + '/user_impersonation'      || 'invalid_scope'
    }

    def "a tenant is known by name and by GUID, another is not: #tenant"() {
        when:
        def response = signin.post("/$tenant/oauth2/token", BY_SECRET + [resource: RESOURCE])

        then:
        (response.statusCode() == 200 ? [] : json(response).error_codes) == codes

        where:
        tenant                                 || codes
        'sandbox.onmicrosoft.com'              || []
        '0a6ca2dd-5a4d-4c1e-9a1f-3d2b4c5e6f70' || []
        'unknown'                              || [90002]
        'common'                               || [50059]
    }

    def "only POST with a form is understood, and each field once"() {
        expect:
        json(signin.get(TENANT + '/token')).error_codes == [900561]
        json(signin.post(TENANT + '/token', BY_SECRET, 'application/json')).error_codes == [90013]
        json(signin.postText(TENANT + '/token', 'grant_type=a&grant_type=b')).error_codes == [90013]
        json(signin.postText(TENANT + '/token', 'grant_type=%zz')).error_codes == [90013]
    }

    def "a user signs in with a password at v1 alone"() {
        when:
        def answer = json(signin.v1(BY_PASSWORD))

        then:
        claims(answer.access_token).upn == BY_PASSWORD.username
        answer.scope == 'user_impersonation'
        signin.statusOf(answer.access_token) == 200
        json(signin.v2(BY_PASSWORD)).error == 'unsupported_grant_type'
    }

    def refresh(String token) {
        signin.v1([grant_type: 'refresh_token', client_id: USER_CLIENT, refresh_token: token])
    }

    def "a refresh token gives the next one and stays good, since the answer may get lost"() {
        given:
        def first = json(signin.v1(BY_PASSWORD)).refresh_token

        when:
        def second = json(refresh(first))

        then:
        signin.statusOf(second.access_token) == 200
        second.refresh_token != first
        refresh(first).statusCode() == 200
        refresh(second.refresh_token).statusCode() == 200
    }

    def "refresh tokens may be revoked: those there are, and no access token"() {
        given:
        def before = json(signin.v1(BY_PASSWORD))

        when:
        sandbox.revokeRefreshTokens()
        def refused = json(refresh(before.refresh_token))

        then:
        refused.error == 'invalid_grant'
        refused.suberror == 'bad_token'
        refused.error_description.startsWith('AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.')
        signin.statusOf(before.access_token) == 200
        refresh(json(signin.v1(BY_PASSWORD)).refresh_token).statusCode() == 200
    }

    def "a refresh token that lay idle for 90 days has expired"() {
        given:
        def token = json(signin.v1(BY_PASSWORD)).refresh_token

        when:
        clock.advance(java.time.Duration.ofDays(90))

        then:
        json(refresh(token)).error_codes == [700082]

        cleanup:
        clock.advance(java.time.Duration.ofDays(-90))
    }

    def "a token expires by the clock, and the API says so"() {
        given:
        def token = json(signin.v1(BY_SECRET)).access_token

        when:
        clock.advanceSeconds(3599)
        then:
        signin.statusOf(token) == 200

        when:
        clock.advanceSeconds(1)
        def refused = client.get('Jobs', [Authorization: 'Bearer ' + token])
        then:
        refused.statusCode() == 401
        WireClient.message(refused).contains('expired')
        refused.headers().firstValue('WWW-Authenticate').get() == 'Bearer'

        cleanup:
        clock.advanceSeconds(-3600)
    }

    def "who has no role on the account gets a token, and 401 with an empty body from the API"() {
        given:
        def token = json(signin.v1(BY_SECRET + [client_id: '22222222-2222-2222-2222-222222222222', client_secret: 'no-role'])).access_token

        when:
        def refused = client.get('Jobs', [Authorization: 'Bearer ' + token])

        then:
        refused.statusCode() == 401
        refused.body() == ''
        refused.headers().firstValue('Content-Type').empty
    }

    def "the old access control gives a simple web token for the account's key"() {
        when:
        def answer = json(signin.post('/v2/OAuth2-13', [grant_type: 'client_credentials', client_id: 'amsshell',
                                                        client_secret: 'c2FuZGJveC1hY2NvdW50LWtleQ==', scope: 'urn:WindowsAzureMediaServices']))

        then:
        answer.expires_in == '21600'
        answer.token_type.endsWith('swt-token-profile-1.0')
        answer.access_token.startsWith('http%3a%2f%2fschemas')
        answer.access_token =~ /&ExpiresOn=${clock.instant().epochSecond + 21600}&Issuer=[^&]+&HMACSHA256=[^&]+$/
        signin.statusOf(answer.access_token) == 200
        signin.statusOf(answer.access_token + 'x') == 401
    }

    def "the old access control refuses #wrong"() {
        when:
        def response = signin.post('/v2/OAuth2-13', [grant_type: 'client_credentials', client_id: 'amsshell',
                                                     client_secret: 'c2FuZGJveC1hY2NvdW50LWtleQ==', scope: 'urn:WindowsAzureMediaServices'] + wrong)

        then:
        response.statusCode() == status
        json(response).error == error

        where:
        wrong                   || status | error
        [client_secret: 'x']    || 401    | 'invalid_client'
        [client_id: 'x']        || 401    | 'invalid_client'
        [scope: 'urn:x']        || 400    | 'invalid_scope'
        [grant_type: 'x']       || 400    | 'unsupported_grant_type'
        [grant_type: '']        || 400    | 'invalid_request'
    }

    def "a machine's identity needs no secret, but the header"() {
        given:
        def path = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$RESOURCE"

        expect:
        json(signin.get(path)).error_description == 'Required metadata header not specified'
        signin.statusOf(json(signin.get(path, [Metadata: 'true'])).access_token) == 200
        signin.statusOf(json(signin.get(path + '&client_id=22222222-2222-2222-2222-222222222222', [Metadata: 'true'])).access_token) == 401
        signin.get(path + '&client_id=nobody', [Metadata: 'true']).statusCode() == 400
        signin.get(path.replace('2018', '2017'), [Metadata: 'true']).statusCode() == 400
    }

    def "App Service has an identity too"() {
        given:
        def path = "/msi/token?api-version=2019-08-01&resource=$RESOURCE"

        expect:
        signin.get(path).statusCode() == 403
        signin.statusOf(json(signin.get(path, ['X-IDENTITY-HEADER': 'sandbox'])).access_token) == 200
        json(signin.get(path + 'x', ['X-IDENTITY-HEADER': 'sandbox'])).statusCode == 400
    }

    def "libraries find their way by the discovery documents"() {
        when:
        def configuration = json(signin.get('/common/v2.0/.well-known/openid-configuration'))
        def instance = json(signin.get('/common/discovery/instance?api-version=1.1&authorization_endpoint=x'))

        then:
        configuration.token_endpoint == signin.root + '/common/oauth2/v2.0/token'
        configuration.device_authorization_endpoint == signin.root + '/common/oauth2/v2.0/devicecode'
        json(signin.get(configuration.jwks_uri - signin.root)).keys == []
        json(signin.get(instance.tenant_discovery_endpoint - signin.root)).issuer.startsWith(signin.root)
    }
}
