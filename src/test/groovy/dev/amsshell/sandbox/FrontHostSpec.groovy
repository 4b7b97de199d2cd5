package dev.amsshell.sandbox

class FrontHostSpec extends SandboxSpecification {

    def "#path is sent on to the root of the API"() {
        when:
        def response = client.get(path)

        then:
        response.statusCode() == 301
        response.headers().firstValue('Location').get() == sandbox.endpoint().toString()
        response.headers().firstValue('Content-Type').get() == 'text/html; charset=utf-8'
        response.body().contains('Object moved')

        where:
        path << ['/', "/Jobs('x')", '/apis', '/Jobs?$top=1', '/no/such/place']
    }

    def "the API itself is not: #path"() {
        expect:
        client.get(path).statusCode() == status

        where:
        path             || status
        '/api'           || 200
        '/api/'          || 200
        '/API/Jobs'      || 200
        '//api//Jobs'    || 200
        '/%61pi/Jobs'    || 200
        '/api/None'      || 404
    }

    def "the front asks for the token too"() {
        expect:
        client.get('/', [Authorization: null]).statusCode() == 401
    }

    def "a client is sent on to the host it knows"() {
        expect:
        new Socket('127.0.0.1', sandbox.endpoint().port).withCloseable { socket ->
            socket.soTimeout = 5000
            socket.outputStream << "GET / HTTP/1.1\r\nHost: $host\r\nAuthorization: Bearer $TOKEN\r\nConnection: close\r\n\r\n"
            socket.inputStream.getText('UTF-8').contains("Location: http://$named:${sandbox.endpoint().port}/api/\r\n")
        }

        where:
        host                 || named
        'localhost:1'        || 'localhost'
        'localhost'          || 'localhost'
        '[::1]:1'            || '[::1]'
        'a"b'                || '127.0.0.1'
    }
}
