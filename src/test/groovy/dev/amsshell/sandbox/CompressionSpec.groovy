package dev.amsshell.sandbox

import dev.amsshell.sandbox.scenario.Scenario
import dev.amsshell.testing.MutableClock
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPInputStream
import spock.lang.TempDir

class CompressionSpec extends SandboxSpecification {
    @TempDir
    Path folder

    HttpResponse<byte[]> ask(String path, String encodings, String method = 'GET', Sandbox other = sandbox) {
        def request = HttpRequest.newBuilder(URI.create(other.endpoint().toString() + path)).header('Authorization', 'Bearer ' + TOKEN)
            .header('x-ms-version', '2.19').header('Accept', 'application/json')
        if (encodings != null) {
            request.header('Accept-Encoding', encodings)
        }
        HttpClient.newHttpClient().send(request.method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofByteArray())
    }

    static String header(HttpResponse response, String name) {
        response.headers().firstValue(name).orElse(null)
    }

    static String unzipped(HttpResponse<byte[]> response) {
        new GZIPInputStream(new ByteArrayInputStream(response.body())).getText('UTF-8')
    }

    def "who accepts gzip gets the same, smaller"() {
        when:
        def zipped = ask('Jobs', 'deflate, gzip')
        def plain = ask('Jobs', null)

        then:
        header(zipped, 'Content-Encoding') == 'gzip'
        unzipped(zipped) == new String(plain.body(), 'UTF-8')
        zipped.body().length < plain.body().length / 4
        header(zipped, 'Content-Length') == "${zipped.body().length}"
        [zipped, plain].every { header(it, 'Vary') == 'Accept-Encoding' }
    }

    def "Accept-Encoding: #encodings is answered with #coding"() {
        expect:
        header(ask('Jobs', encodings), 'Content-Encoding') == coding

        where:
        encodings              || coding
        'gzip'                 || 'gzip'
        'GZIP;q=0.5, identity' || 'gzip'
        'br;q=1.0,gzip; q=1'   || 'gzip'
        'gzip;q=0'             || null
        'gzip; q=0.000'        || null
        'x-gzip-not'           || null
        'deflate, br'          || null
        ''                     || null
        null                   || null
    }

    def "what is short is sent as it is: #path"() {
        when:
        def response = ask(path, 'gzip')

        then:
        header(response, 'Content-Encoding') == null
        header(response, 'Vary') == null

        where:
        path << ['Jobs/$count', "Jobs('$WireClient.EXAMPLE')/State", 'Nothing']
    }

    def "HEAD gives the headers that GET gives"() {
        when:
        def head = ask('Jobs', 'gzip', 'HEAD')
        def get = ask('Jobs', 'gzip')

        then:
        head.body().length == 0
        ['Content-Encoding', 'Content-Length', 'Vary', 'Content-Type'].every { header(head, it) == header(get, it) }
    }

    def "a fault of the body is one of the body that was asked for: #fault"() {
        given:
        def scenario = Scenario.read(Files.writeString(folder.resolve('s.toml'), "[[faults]]\nkind = '$fault'"))
        def other = Sandbox.start(new SandboxOptions(0, 7, 60, TOKEN).with(scenario), new MutableClock(START))

        when:
        def response = ask('Jobs', 'gzip', 'GET', other)

        then:
        header(response, 'Content-Encoding') == 'gzip'
        whole(unzipped(response)) == !fault.startsWith('truncated')

        cleanup:
        other.close()

        where:
        fault << ['slow\'\nover = \'50ms', 'truncated-json']
    }

    private static boolean whole(String json) {
        try {
            WireClient.decode(json)
            true
        } catch (IOException ignored) {
            false
        }
    }
}
