package dev.amsshell.sandbox

/** What only shows on the bare wire. */
class ConnectionSpec extends SandboxSpecification {

    private static final String STATE = "/Jobs('${WireClient.EXAMPLE}')/State"

    /** Sends the lines of one request after another on one connection; gives the status line of each answer. */
    private List<String> statusLines(List<String> requestLines, String more = '') {
        new Socket('127.0.0.1', sandbox.endpoint().port).withCloseable { socket ->
            socket.soTimeout = 5000
            def input = new DataInputStream(new BufferedInputStream(socket.inputStream))
            requestLines.collect { line ->
                socket.outputStream << "$line\r\nHost: x\r\nAuthorization: Bearer $TOKEN\r\n" +
                    "x-ms-version: 2.19\r\nAccept: application/json\r\n$more\r\n"
                def head = []
                for (def next = input.readLine(); next; next = input.readLine()) {
                    head << next
                }
                int length = head.find { it.toLowerCase().startsWith('content-length:') }.split(':')[1].trim() as int
                input.readNBytes(length)
                head[0]
            }
        }
    }

    def "one connection serves request after request, refused ones too"() {
        expect:
        statusLines(["GET /api$STATE HTTP/1.1", 'GET /api/None HTTP/1.1', 'DELETE /api/Jobs HTTP/1.1',
                     "GET /api$STATE HTTP/1.1"]) ==
            ['HTTP/1.1 200 OK', 'HTTP/1.1 404 Not Found', 'HTTP/1.1 405 Method Not Allowed', 'HTTP/1.1 200 OK']
    }

    def "#line is understood"() {
        expect:
        statusLines([line]) == ['HTTP/1.1 200 OK']

        where:
        line << [
            "GET //api/$STATE HTTP/1.1",
            "GET http://elsewhere/api$STATE HTTP/1.1",
            "GET /api/Jobs()?\$filter=Id%20eq%20'nb%3Ajid%3AUUID%3Af3c43f94-327f-2347-90bb-3bf79f8559f1'&\$top=1 HTTP/1.1"]
    }

    def "a body that nobody asked for does not disturb the next request"() {
        expect:
        new Socket('127.0.0.1', sandbox.endpoint().port).withCloseable { socket ->
            socket.soTimeout = 5000
            def head = "Host: x\r\nAuthorization: Bearer $TOKEN\r\nx-ms-version: 2.19\r\nAccept: application/json\r\n"
            socket.outputStream << "POST /api/Jobs HTTP/1.1\r\n${head}Content-Length: 12\r\n\r\n{\"Name\":\"x\"}" +
                "GET /api$STATE HTTP/1.1\r\n${head}Connection: close\r\n\r\n"
            def text = socket.inputStream.text
            text.startsWith('HTTP/1.1 400') && text.contains('HTTP/1.1 200 OK') && text.endsWith('"value":2}')
        }
    }

    def "an unreasonable path of #length characters is answered"() {
        expect:
        statusLines(["GET /api/Jobs('${"''" * length}') HTTP/1.1"]) == ['HTTP/1.1 400 Bad Request']

        where:
        length << [100, 10_000, 60_000]
    }
}
