package dev.amsshell.sandbox

import static dev.amsshell.sandbox.SigninClient.APPLICATION
import static dev.amsshell.sandbox.SigninClient.RESOURCE
import static dev.amsshell.sandbox.SigninClient.USER_CLIENT
import static dev.amsshell.sandbox.SigninClient.json

import java.time.Duration
import spock.lang.Shared

class ResourceManagerSpec extends SandboxSpecification {
    static final String SUBSCRIPTION = '/subscriptions/44444444-4444-4444-4444-444444444444'
    static final String LIST = "$SUBSCRIPTION/providers/Microsoft.Media/mediaservices"
    static final String ACCOUNT = "$SUBSCRIPTION/resourceGroups/sandbox/providers/microsoft.media/mediaservices/amssandbox"
    static final String VERSION = '?api-version=2015-10-01'
    static final Map BY_SECRET = [grant_type: 'client_credentials'] + APPLICATION

    @Shared SigninClient signin
    @Shared String token

    def setupSpec() {
        signin = new SigninClient(sandbox)
        token = tokenFor('https://management.azure.com')
    }

    String tokenFor(String resource, Map form = BY_SECRET) {
        def response = signin.v1(form + [resource: resource])
        assert response.statusCode() == 200: response.body()
        json(response).access_token
    }

    def ask(String path, String bearer = token) {
        signin.get(path, bearer == null ? [:] : [Authorization: 'Bearer ' + bearer])
    }

    Map resource() {
        [id: "$SUBSCRIPTION/resourceGroups/sandbox/providers/Microsoft.Media/mediaservices/amssandbox".toString(),
         name: 'amssandbox', type: 'Microsoft.Media/mediaservices', location: 'West US',
         properties: [apiEndpoints: [[endpoint: sandbox.endpoint().toString(), majorVersion: '2']], storageAccounts: []]]
    }

    def "the accounts of a subscription are listed, and each says where its API is"() {
        when:
        def response = ask(LIST + VERSION)

        then:
        response.statusCode() == 200
        response.headers().firstValue('Content-Type').get() == 'application/json; charset=utf-8'
        json(response) == [value: [resource()]]
        json(ask("$SUBSCRIPTION/resourceGroups/sandbox/providers/Microsoft.Media/mediaservices$VERSION")) == [value: [resource()]]
    }

    def "an account is known by its name, in any letter case: #path"() {
        expect:
        json(ask(path + VERSION)) == resource()

        where:
        path << [ACCOUNT, ACCOUNT.toUpperCase(), ACCOUNT.toLowerCase(), ACCOUNT + '/']
    }

    def "#path is #status #code"() {
        when:
        def response = ask(path)

        then:
        response.statusCode() == status
        json(response).error.code == code
        json(response).error.message

        where:
        path                                                              || status | code
        LIST                                                              || 400    | 'MissingApiVersionParameter'
        LIST + '?api-version=2018-07-01'                                  || 400    | 'NoRegisteredProviderFound'
        LIST + VERSION + '&api-version=2015-10-01'                        || 400    | 'InvalidRequestUri'
        LIST.replace('4444-4', '4444-5') + VERSION                        || 404    | 'SubscriptionNotFound'
        ACCOUNT.replace('4444-4', '4444-5') + VERSION                     || 404    | 'SubscriptionNotFound'
        ACCOUNT.replace('/sandbox/', '/other/') + VERSION                 || 404    | 'ResourceGroupNotFound'
        ACCOUNT + 'x' + VERSION                                           || 404    | 'ResourceNotFound'
        LIST + '/amssandbox' + VERSION                                    || 404    | 'InvalidResourceType'
        SUBSCRIPTION + '/providers/Microsoft.Web/sites' + VERSION         || 404    | 'InvalidResourceType'
    }

    def "nothing can be changed"() {
        expect:
        def response = client.send('DELETE', ACCOUNT + VERSION, [Authorization: 'Bearer ' + token])
        response.statusCode() == 405
        json(response).error.code == 'MethodNotAllowed'
    }

    def "the resource of every cloud is an audience, with a slash behind or without: #resource"() {
        expect:
        [resource, resource + '/'].every { ask(LIST + VERSION, tokenFor(it)).statusCode() == 200 }
        [resource, resource + '/'].every {
            ask(LIST + VERSION, json(signin.v2(BY_SECRET + [scope: it + '/.default'])).access_token as String).statusCode() == 200
        }

        where:
        resource << ['https://management.azure.com', 'https://management.core.windows.net', 'https://management.chinacloudapi.cn',
                     'https://management.usgovcloudapi.net', 'https://management.microsoftazure.de']
    }

    def "#wrong is refused with 401 and #code"() {
        when:
        def response = ask(LIST + VERSION, bearer(this))

        then:
        response.statusCode() == 401
        response.headers().firstValue('WWW-Authenticate').get().startsWith('Bearer')
        json(response).error.code == code

        where:
        wrong                      | bearer                        || code
        'no token'                 | { null }                      || 'AuthenticationFailed'
        'a made-up token'          | { 'x' }                       || 'InvalidAuthenticationToken'
        'a token of the API'       | { it.tokenFor(RESOURCE) }     || 'InvalidAuthenticationTokenAudience'
        'the fixed token'          | { TOKEN }                     || 'InvalidAuthenticationTokenAudience'
    }

    def "the API refuses a token that is not its own"() {
        when:
        def response = client.get('Jobs', [Authorization: 'Bearer ' + token])

        then:
        response.statusCode() == 401
        WireClient.message(response).contains('for another audience')
    }

    def "an expired token is refused"() {
        given:
        def old = tokenFor('https://management.azure.com')
        clock.advance(Duration.ofHours(1))

        expect:
        json(ask(LIST + VERSION, old)).error.code == 'ExpiredAuthenticationToken'

        cleanup:
        clock.advance(Duration.ofHours(-1))
    }

    def "who has no role on the account may not read it"() {
        given:
        def outsider = tokenFor('https://management.azure.com', BY_SECRET + [client_id: '22222222-2222-2222-2222-222222222222', client_secret: 'no-role'])

        expect:
        def response = ask(LIST + VERSION, outsider)
        response.statusCode() == 403
        json(response).error.code == 'AuthorizationFailed'
    }

    def "a user's refresh token gives tokens for either"() {
        given:
        def signedIn = json(signin.v1(TokensSpec.BY_PASSWORD))

        when:
        def token = tokenFor('https://management.azure.com', [grant_type: 'refresh_token', client_id: USER_CLIENT, refresh_token: signedIn.refresh_token])

        then:
        ask(LIST + VERSION, token).statusCode() == 200
        signin.statusOf(signedIn.access_token) == 200
    }

    def "a machine gets such a token, too"() {
        expect:
        ask(LIST + VERSION, json(signin.get('/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://management.azure.com/',
            [Metadata: 'true'])).access_token as String).statusCode() == 200
    }
}
