package dev.amsshell.sandbox

class GateSpec extends SandboxSpecification {

    def "a request with the token and a version is let in"() {
        expect:
        client.get('Jobs').statusCode() == 200
    }

    def "an Authorization header of #authorization is refused"() {
        when:
        def response = client.get('Jobs', [Authorization: authorization])

        then:
        response.statusCode() == 401
        WireClient.message(response).contains('Authorization header')
        !response.body().contains(TOKEN)

        where:
        authorization << [
            null, 'Bearer', 'Bearer ', 'Bearer wrong', "Basic $TOKEN", TOKEN, "Bearer ${TOKEN}x",
            "Bearer ${TOKEN[0..-2]}"]
    }

    def "the scheme may be written in any case"() {
        expect:
        client.get('Jobs', [Authorization: 'bearer ' + TOKEN]).statusCode() == 200
    }

    def "the token is asked for before the version"() {
        expect:
        client.get('Jobs', [Authorization: null, 'x-ms-version': null]).statusCode() == 401
    }

    def "x-ms-version #version is let in: #allowed"() {
        expect:
        client.get('Jobs', ['x-ms-version': version]).statusCode() == (allowed ? 200 : 400)

        where:
        version | allowed
        '2.0'   | true
        '2.2'   | true
        '2.11'  | true
        '2.17'  | true
        '2.19'  | true
        '2.20'  | false
        '3.0'   | false
        '2'     | false
        '1.0'   | false
        'x'     | false
        null    | false
    }

    def "the refusal of a missing version names the header"() {
        expect:
        WireClient.message(client.get('Jobs', ['x-ms-version': null])) == 'The x-ms-version header is missing.'
    }

    def "the version may stand in the query instead"() {
        expect:
        client.get('Jobs?api-version=' + version, ['x-ms-version': null]).statusCode() == status

        where:
        version | status
        '2.19'  | 200
        '2.99'  | 400
    }

    def "#method of #path is refused and says so"() {
        when:
        def response = client.send(method, path)

        then:
        response.statusCode() == 405
        response.headers().firstValue('Allow').get() == allowed
        WireClient.message(response).contains(method)

        where:
        method   | path                                         || allowed
        'POST'   | "Jobs('${WireClient.EXAMPLE}')"              || 'GET, HEAD, MERGE, PATCH, PUT, DELETE'
        'POST'   | "Jobs('${WireClient.EXAMPLE}')/Tasks"        || 'GET, HEAD'
        'POST'   | 'Tasks'                                      || 'GET, HEAD'
        'MERGE'  | 'Jobs'                                       || 'GET, HEAD, POST'
        'DELETE' | 'Jobs'                                       || 'GET, HEAD, POST'
        'DELETE' | 'MediaProcessors(%27nb:mpid:UUID:ff4df607-d419-42f0-bc17-a481b1331e56%27)' || 'GET, HEAD'
        'LOCK'   | 'Jobs'                                       || 'GET, HEAD'
    }

    def "HEAD gives the headers of GET without the body"() {
        when:
        def head = client.send('HEAD', "Jobs('${WireClient.EXAMPLE}')")
        def get = client.get("Jobs('${WireClient.EXAMPLE}')")

        then:
        head.statusCode() == 200
        head.body() == ''
        head.headers().firstValue('Content-Type') == get.headers().firstValue('Content-Type')
        head.headers().firstValue('Content-Length').get() == "${get.body().bytes.length}"
    }
}
