package dev.amsshell.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** Asks a sandbox over real HTTP. Its defaults are a request that the gate lets in. */
class WireClient {

    static final String MINIMAL = 'application/json'
    static final String VERBOSE = 'application/json;odata=verbose'
    static final String EXAMPLE = 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'

    private static final HttpClient HTTP =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

    private final Sandbox sandbox

    WireClient(Sandbox sandbox) {
        this.sandbox = sandbox
    }

    /** Headers given override the defaults, null drops one. */
    HttpResponse<String> get(String path, Map<String, String> headers = [:]) {
        send('GET', path, headers)
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers = [:], String body = null) {
        def request = HttpRequest.newBuilder(uri(path))
        def all = [Authorization: 'Bearer ' + sandbox.token(), 'x-ms-version': '2.19', Accept: MINIMAL]
        (all + headers).each { name, value ->
            if (value != null) {
                request.header(name, value)
            }
        }
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    /** Sends an object as verbose JSON. */
    HttpResponse<String> post(String path, Map body, Map<String, String> headers = [:]) {
        send('POST', path, ['Content-Type': VERBOSE, Accept: VERBOSE] + headers, new ObjectMapper().writeValueAsString(body))
    }

    /** What became of an entity that was posted and must have been created. */
    Map created(String path, Map body) {
        def response = post(path, body)
        assert response.statusCode() == 201: response.body()
        decode(response.body()).d
    }

    /** A path that begins with a slash goes by the host, any other by the API root. */
    private URI uri(String path) {
        def root = sandbox.endpoint().toString()
        URI.create((path.startsWith('/') ? root - '/api/' : root) + path)
    }

    /** The decoded body of an answer that must be 200. */
    Map json(String path, String accept = MINIMAL) {
        def response = get(path, [Accept: accept])
        assert response.statusCode() == 200: response.body()
        decode(response.body())
    }

    List<Map> rows(String path) {
        json(path).value
    }

    List<Map> filtered(String set, String filter) {
        rows(set + '?$filter=' + encode(filter))
    }

    /** The message of an error in minimal JSON. */
    static String message(HttpResponse<String> response) {
        def body = decode(response.body())
        (body['odata.error'] ?: body.error).message.value
    }

    static Map decode(String json) {
        new ObjectMapper().readValue(json, Map)
    }

    static String encode(String text) {
        URLEncoder.encode(text, 'UTF-8').replace('+', '%20')
    }
}
