package dev.amsshell.sandbox

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** Signs in to a sandbox over real HTTP. */
class SigninClient {
    static final String RESOURCE = 'https://rest.media.azure.net'
    static final String TENANT = '/sandbox.onmicrosoft.com/oauth2'
    static final Map APPLICATION = [client_id: '11111111-1111-1111-1111-111111111111', client_secret: 'sandbox-secret']
    static final String USER_CLIENT = 'd476653d-842c-4f52-862d-397463ada5e7'

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()

    private final Sandbox sandbox

    SigninClient(Sandbox sandbox) {
        this.sandbox = sandbox
    }

    String getRoot() {
        sandbox.endpoint().toString() - '/api/'
    }

    HttpResponse<String> post(String path, Map<String, String> form, String type = 'application/x-www-form-urlencoded') {
        def body = form.collect { name, value -> encode(name) + '=' + encode(value) }.join('&')
        postText(path, body, type)
    }

    HttpResponse<String> postText(String path, String body, String type = 'application/x-www-form-urlencoded') {
        def request = HttpRequest.newBuilder(URI.create(root + path)).header('Content-Type', type)
        HTTP.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString())
    }

    HttpResponse<String> get(String path, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create(root + path))
        headers.each { name, value -> request.header(name, value) }
        HTTP.send(request.GET().build(), HttpResponse.BodyHandlers.ofString())
    }

    /** Asks the v1 endpoint for a token. */
    HttpResponse<String> v1(Map<String, String> form) {
        post(TENANT + '/token', [resource: RESOURCE] + form)
    }

    /** Asks the v2.0 endpoint for a token. */
    HttpResponse<String> v2(Map<String, String> form) {
        post(TENANT + '/v2.0/token', [scope: RESOURCE + '/.default'] + form)
    }

    /** The status the API answers to a token. */
    int statusOf(String token) {
        new WireClient(sandbox).get('Jobs?$top=1', [Authorization: 'Bearer ' + token]).statusCode()
    }

    static Map json(HttpResponse<String> response) {
        WireClient.decode(response.body())
    }

    static Map claims(String jwt) {
        WireClient.decode(new String(Base64.urlDecoder.decode(jwt.split('\\.')[1]), 'UTF-8'))
    }

    private static String encode(String text) {
        URLEncoder.encode(text, 'UTF-8')
    }
}
