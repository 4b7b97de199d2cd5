package dev.amsshell.testing

/** Requests of all known forms (wire sheet 1, 5 and 6), as clients send them. */
final class RequestCorpus {

    static final String JOB = 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'
    private static final String UNKNOWN = 'nb:jid:UUID:00000000-0000-0000-0000-000000000001'
    private static final String MINIMAL = 'application/json'
    private static final String VERBOSE = 'application/json;odata=verbose'
    private static final String ATOM = 'application/atom+xml,application/xml'
    private static final String FORM = 'application/x-www-form-urlencoded'

    private static final String SUBSCRIPTION = '/subscriptions/44444444-4444-4444-4444-444444444444'
    private static final String AUTHORIZE = 'client_id=d476653d-842c-4f52-862d-397463ada5e7&response_type=code&state=1&scope=' +
        'https%3A%2F%2Frest.media.azure.net%2F.default+openid&redirect_uri=http%3A%2F%2Flocalhost%3A1234%2F&code_challenge_method=S256' +
        '&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

    private final RequestBodies bodies
    private final String token
    private final String queued
    private final String account

    /**
     * @param ids of an asset, a processor, a queued job and the account, that requests may succeed
     */
    RequestCorpus(URI root, String token, Map<String, String> ids) {
        this.bodies = new RequestBodies(root, ids.asset, ids.processor)
        this.token = token
        this.queued = ids.queued
        this.account = ids.account
    }

    List<RawRequest> requests() {
        reads() + writes() + batches() + signIns()
    }

    private List<RawRequest> reads() {
        def accepts = [MINIMAL, VERBOSE, ATOM, 'application/json;odata=minimalmetadata', '*/*']
        def targets = [
            '/api/', '/api/$metadata', '/api/Jobs?$top=3', '/api/Jobs()?$skip=2&$top=3', '/API//Jobs?$top=2&$orderby=Created%20desc,State',
            "/api/Jobs('$JOB')", "/api/Jobs('${JOB.replace(':', '%3A')}')", "/api/Jobs('$JOB')/Tasks()", "/api/Jobs('$JOB')/State",
            "/api/Jobs%28%27$JOB%27%29", "/api/Jobs('$UNKNOWN')", "/api/Jobs('$JOB')/InputMediaAssets", "/api/Jobs('$JOB')/OutputMediaAssets",
            "/api/Jobs('$JOB')/\$links/Tasks", "/api/Jobs('$JOB')?\$select=Id,State", '/api/Jobs/$count',
            '/api/Jobs()/$count?$filter=State%20eq%202', '/api/Jobs?$top=2&$filter=State+eq+4+and+Priority+ge+0',
            '/api/Jobs?$top=2&$filter=startswith(Name,%27Enc%27)%20and%20not%20(length(Name)%20gt%20300)',
            "/api/Jobs?\$top=2&\$filter=Created%20gt%20datetime'2015-02-10T00:00:00.0000000Z'%20or%20EndTime%20eq%20null",
            "/api/Jobs()?\$filter=Id%20eq%20'$JOB'&\$top=1", "/api/Jobs?\$top=2&\$filter=substringof('%E6%9D%B1%E4%BA%AC',Name)%20eq%20true",
            '/api/Tasks?$top=3&$filter=Progress%20lt%20100.0', '/api/MediaProcessors()?$filter=Name%20eq%20%27Media%20Encoder%20Standard%27',
            '/api/Assets?$top=2', '/api/Files?$top=2', '/api/NotificationEndPoints', '/api/JobTemplates', '/api/TaskTemplates',
            '/api/EncodingReservedUnitTypes', '/api/None', '/api/Jobs?$top=1&api-version=2.19', '/', '/Jobs', '/devicelogin',
            "$SUBSCRIPTION/providers/Microsoft.Media/mediaservices?api-version=2015-10-01",
            "$SUBSCRIPTION/resourceGroups/sandbox/providers/microsoft.media/mediaservices/amssandbox?api-version=2015-10-01",
            "/common/oauth2/v2.0/authorize?$AUTHORIZE", "/common/oauth2/v2.0/authorize?$AUTHORIZE&response_mode=form_post"]
        targets.withIndex().collect { target, i -> request('GET', target, accepts[i % accepts.size()]) } +
            request('HEAD', "/api/Jobs('$JOB')", MINIMAL) + request('GET', '/api/Jobs', MINIMAL)
    }

    private List<RawRequest> writes() {
        [
            create(bodies.verboseJob(), VERBOSE), create(bodies.minimalJob(), MINIMAL),
            create(bodies.atomJob(), 'application/atom+xml;type=entry'),
            request('MERGE', "/api/Jobs('$JOB')", VERBOSE, '{"Priority":10}', VERBOSE),
            request('PATCH', "/api/Jobs('$queued')", MINIMAL, '{"Priority":2147483647}', MINIMAL),
            request('POST', "/api/Jobs('$queued')", ATOM, bodies.atomPriority(), 'application/atom+xml').with('X-HTTP-METHOD', 'MERGE'),
            request('POST', "/api/Jobs('$UNKNOWN')", MINIMAL).with('X-HTTP-Method', 'DELETE'),
            request('DELETE', "/api/Jobs('$JOB')", MINIMAL),
            request('GET', "/api/CancelJob?jobid='${JOB.replace(':', '%3a')}'", MINIMAL),
            request('GET', "/api/CancelJob?jobId=%27$UNKNOWN%27", ATOM),
            request('POST', '/api/NotificationEndPoints', MINIMAL, bodies.endPoint(), MINIMAL),
            request('PUT', "/api/EncodingReservedUnitTypes(guid'$account')", MINIMAL,
                '{"CurrentReservedUnits":2,"ReservedUnitType":1}', MINIMAL)]
    }

    private List<RawRequest> batches() {
        [bodies.jsonBatch(), bodies.atomBatch(), bodies.readBatch()].collect { body ->
            request('POST', '/api/$batch', 'multipart/mixed', body, 'multipart/mixed; boundary=batch_1')
        }
    }

    private List<RawRequest> signIns() {
        def resource = 'resource=https%3A%2F%2Frest.media.azure.net'
        def forms = [
            '/sandbox.onmicrosoft.com/oauth2/token': "grant_type=client_credentials&client_id=11111111-1111-1111-1111-111111111111&client_secret=sandbox-secret&$resource",
            '/sandbox.onmicrosoft.com/oauth2/v2.0/token': 'grant_type=client_credentials&client_id=11111111-1111-1111-1111-111111111111&client_secret=wrong&scope=https%3A%2F%2Frest.media.azure.net%2F.default',
            '/SANDBOX.onmicrosoft.com/oauth2/token': "grant_type=client_credentials&client_id=11111111-1111-1111-1111-111111111111&$resource&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=eyJhbGciOiJSUzI1NiIsIng1dCI6IkEifQ.eyJhdWQiOiJ4IiwiZXhwIjoxfQ.c2ln",
            '/sandbox.onmicrosoft.com/oauth2/v2.0/devicecode': 'client_id=11111111-1111-1111-1111-111111111111&scope=https%3A%2F%2Frest.media.azure.net%2F.default%20offline_access',
            '/v2/OAuth2-13': 'grant_type=client_credentials&client_id=amsshell&client_secret=c2FuZGJveC1hY2NvdW50LWtleQ%3D%3D&scope=urn%3aWindowsAzureMediaServices']
        forms.collect { target, form -> request('POST', target, MINIMAL, form, FORM).without('Authorization') } + [
            request('GET', "/metadata/identity/oauth2/token?api-version=2018-02-01&$resource", MINIMAL).with('Metadata', 'true'),
            request('POST', '/metadata/identity/oauth2/token', MINIMAL, resource, FORM),
            request('GET', "/msi/token?api-version=2019-08-01&$resource", MINIMAL).with('X-IDENTITY-HEADER', 'sandbox'),
            request('GET', '/sandbox.onmicrosoft.com/v2.0/.well-known/openid-configuration', MINIMAL),
            request('GET', '/devicelogin?user_code=ABCD', 'text/html')]
    }

    private RawRequest create(String body, String type) {
        request('POST', '/api/Jobs', type, body, type)
    }

    private RawRequest request(String method, String target, String accept, String body = '', String type = null) {
        def headers = [['Host', 'x'], ['Authorization', 'Bearer ' + token], ['x-ms-version', '2.19'], ['Accept', accept],
                       ['DataServiceVersion', '3.0;NetFx'], ['MaxDataServiceVersion', '3.0'], ['x-ms-client-request-id', 'c0ffee']]
        new RawRequest(method, target, type ? headers + [['Content-Type', type]] : headers, RawRequest.utf8(body))
    }
}
