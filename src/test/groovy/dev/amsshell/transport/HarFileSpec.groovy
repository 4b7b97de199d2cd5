package dev.amsshell.transport

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Redactor
import dev.amsshell.config.ConfigurationProblem
import dev.amsshell.config.Endpoint
import dev.amsshell.testing.EndlessTrace
import dev.amsshell.testing.HarChecker
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingServer
import dev.amsshell.testing.TemporaryFolder
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

class HarFileSpec extends Specification {
    static final TOKEN = 'the-very-token-of-this-process'

    Path folder = TemporaryFolder.named('har')
    Path file = folder.resolve('trace.har')
    def redactor = new Redactor().tap { learn(TOKEN) }
    def notices = []

    @AutoCleanup
    HarFile har = new HarFile(file, redactor::redact, '1.2.3', notices.&add)
    @AutoCleanup
    Network network = Networks.direct()
    @AutoCleanup
    RecordingServer server

    HttpTransport serve(Closure<?> answers) {
        server = new RecordingServer(answers)
        def backoff = new Backoff(2, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        new HttpTransport(Endpoint.parse(server.root, 'x'), [] as Set, { TOKEN }, network, backoff, { new Cancellation() }, har)
    }

    /** An exchange with somebody who gives out tokens. */
    def signIn(String said, String sent, String path = 'token') {
        server = new RecordingServer({ said })
        network.call(new Call('POST', URI.create(server.root + path), [new Header('Content-Type', 'application/x-www-form-urlencoded')], sent.bytes), 1,
            new Cancellation(), har)
    }

    static Exchange exchange(byte[] body, byte[] sent = new byte[0]) {
        def uri = URI.create('http://127.0.0.1/api/Jobs()')
        new Exchange(new Call('POST', uri, [], sent), 'Jobs()', 1, java.time.Instant.EPOCH, Duration.ofMillis(3), Optional.of(new Answer(uri, 200, Headers.NONE, body)), '')
    }

    def "a file without entries is an archive already, for its owner alone"() {
        expect:
        HarChecker.entries(file) == []
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
        new com.fasterxml.jackson.databind.ObjectMapper().readTree(file.toFile()).log.creator.toString() == '{"name":"ams-shell","version":"1.2.3"}'
    }

    def "a file that was there is replaced, whoever could read it"() {
        given:
        def old = Files.writeString(folder.resolve('old.har'), 'x' * 9999)
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString('rw-rw-rw-'))

        when:
        new HarFile(old, { it }, '1', {}).close()

        then:
        HarChecker.entries(old) == []
        PosixFilePermissions.toString(Files.getPosixFilePermissions(old)) == 'rw-------'
    }

    def "what is no place for a file is refused: #path"() {
        when:
        new HarFile(Path.of(path), { it }, '1', {})

        then:
        def e = thrown(ConfigurationProblem)
        e.message.startsWith("the trace $path cannot be written: ")

        where:
        path << ['/no/such/folder/x.har', '/tmp', '/dev/null']
    }

    def "each request is an entry: a read, its retry, a write with a body"() {
        given:
        def transport = serve { it.contains('MERGE') ? json('', 204) : server.requests.size() == 1 ? answer('busy', 503, 'text/plain', 'x-ms-request-id: r-1') : json('{"ok":"ü"}') }

        when:
        transport.get('Jobs()?$filter=State%20eq%204&a+b', [new Header('Accept', 'application/json')], {})
        transport.send('MERGE', 'Jobs(1)', [new Header('Content-Type', 'application/json')], '{"Priority":1}'.bytes, {})

        then:
        def (busy, ok, write) = HarChecker.entries(file)
        busy.response.status.asInt() == 503
        busy.response.statusText.asText() == 'X'
        busy.response.headers.find { it.name.asText() == 'x-ms-request-id' }.value.asText() == 'r-1'
        ok.comment.asText() == 'attempt 2'
        ok.request.url.asText() == server.root + 'Jobs()?$filter=State%20eq%204&a+b'
        ok.request.queryString.toString() == '[{"name":"$filter","value":"State eq 4"},{"name":"a+b","value":""}]'
        ok.request.headers.find { it.name.asText() == 'Authorization' }.value.asText() == 'Bearer ***'
        ok.request.headers.find { it.name.asText() == 'Accept' }.value.asText() == 'application/json'
        ok.response.content.text.asText() == '{"ok":"ü"}'
        ok.response.content.size.asInt() == 11
        ok.startedDateTime.asText() == '2024-05-01T03:00:00Z'
        write.request.method.asText() == 'MERGE'
        write.request.postData.toString() == '{"mimeType":"application/json","text":"{\\"Priority\\":1}"}'
        write.request.bodySize.asInt() == 14
    }

    def "a request without an answer is an entry, too"() {
        when:
        serve { null }.get('Jobs()', [], {})

        then:
        thrown(Unreachable)
        def entries = HarChecker.entries(file)
        entries*.response*.status*.asInt() == [0, 0]
        entries[0].response.comment.asText() == 'no answer: it closed the connection without an answer'
    }

    def "a token that a service repeats is in none of: address, headers, cookies, redirect, body, words"() {
        given:
        def transport = serve {
            "HTTP/1.1 302 has $TOKEN\r\nLocation: https://elsewhere/?a=$TOKEN\r\nX-$TOKEN: $TOKEN\r\nSet-Cookie: a=$TOKEN; Path=/\r\nSet-Cookie: $TOKEN=1\r\n" +
                "WWW-Authenticate: Bearer $TOKEN\r\nContent-Type: $TOKEN\r\nContent-Length: ${TOKEN.length() + 2}\r\n\r\n\"$TOKEN\""
        }

        when:
        transport.get("Jobs()?x=$TOKEN&$TOKEN=1", [new Header('Cookie', TOKEN), new Header('X', TOKEN)], {})

        then:
        thrown(RedirectRefused)
        HarChecker.entries(file).size() == 1
        !Files.readString(file).contains(TOKEN)
        Files.readString(file).contains('***')
    }

    def "what is sent and given out at sign-in is masked by its name: #what"() {
        when:
        signIn(json(said), sent, path)

        then:
        HarChecker.entries(file).size() == 1
        !Files.readString(file).contains('QWERTY')
        Files.readString(file).contains('kept')

        where:
        what                | path                  | sent                                                    | said
        'a client secret'   | 'token'               | 'grant_type=kept&client_secret=QWERTY%2B&x=kept'         | '{}'
        'at the beginning'  | 'token'               | 'code=QWERTY&x=kept'                                    | '{}'
        'an assertion'      | 'token'               | 'kept=1&client_assertion=eyQWERTY&assertion=QWERTY'      | '{}'
        'a code'            | 'token'               | 'kept=1&code=QWERTY&code_verifier=QWERTY'                | '{}'
        'a password'        | 'token'               | 'username=kept&password=QWERTY'                          | '{}'
        'a device code'     | 'token'               | 'kept=1&device_code=QWERTY&refresh_token=QWERTY'         | '{}'
        'tokens'            | 'token'               | 'kept=1'                                                | '{"access_token":"QWERTY","refresh_token" : "QWERTY\\"QWERTY","id_token":"QWERTY"}'
        'codes'             | 'token'               | 'kept=1'                                                | '{"device_code":"QWERTY","code":"QWERTY","user_code":"QWERTY","error":"kept"}'
        'cut off JSON'      | 'token'               | 'kept=1'                                                | '{"access_token":"QWERTY'
        'in an address'     | 'token?code=QWERTY&b=kept&access_token=QWERTY' | ''                             | '{}'
    }

    def "what went wrong is kept by its name where no token is given out"() {
        when:
        serve { json('{"odata.error":{"code":"ResourceNotFound"}}', 404) }.get('Jobs(1)', [], {})

        then:
        HarChecker.entries(file)[0].response.content.text.asText().contains('ResourceNotFound')
    }

    def "a long body is cut off, and no secret is cut in two"() {
        given:
        def fill = 'x' * place

        when:
        har.accept(exchange((fill + TOKEN + 'y' * more).bytes))

        then:
        def content = HarChecker.entries(file)[0].response.content
        content.size.asInt() == place + TOKEN.length() + more
        content.text.asText().length() <= HarBody.MOST
        content.comment.asText() == "cut off: the whole body has ${content.size.asInt()} bytes"
        !(content.text.asText() =~ /the-v|-process/)

        where:
        place                          | more
        HarBody.MOST - 5               | 0
        HarBody.MOST - 5               | 400_000
        HarBody.MOST + (16 << 10) - 5  | 400_000
        100                            | 400_000
    }

    def "many secrets in a long body do not draw half of one in"() {
        given:
        def text = (TOKEN + ' ') * 20_000

        when:
        har.accept(exchange(text.bytes))

        then:
        !(Files.readString(file) =~ /the-v|-process/)
        HarChecker.entries(file).size() == 1
    }

    def "a body that is no text is kept in base 64, unless a secret is in it"() {
        when:
        har.accept(exchange([0, 0xff, 1] as byte[], [0xfe] as byte[]))
        har.accept(exchange(("\u00ff$TOKEN").getBytes('ISO-8859-1')))

        then:
        def (first, second) = HarChecker.entries(file)*.response*.content
        first.text.asText() == 'AP8B'
        first.encoding.asText() == 'base64'
        second.text.asText() == ''
        second.comment.asText().startsWith('left out: ')
    }

    def "entries of several threads, also of such that are interrupted, stand one after the other"() {
        given:
        def threads = Executors.newFixedThreadPool(4)

        when:
        (1..200).collect { number ->
            threads.submit {
                if (number % 5 == 0) {
                    Thread.currentThread().interrupt()
                }
                har.accept(exchange(('x' * (number * 37)).bytes))
                assert Thread.interrupted() == (number % 5 == 0)
            }
        }*.get()

        then:
        HarChecker.entries(file)*.response*.content*.size*.asInt().sort() == (1..200).collect { it * 37 }
        notices.empty

        cleanup:
        threads.shutdownNow()
    }

    def "after #entries entries a process may be killed"() {
        given:
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def process = new ProcessBuilder(java, '-XX:TieredStopAtLevel=1', '-cp', System.getProperty('java.class.path'), EndlessTrace.name, "$file")
            .redirectError(ProcessBuilder.Redirect.DISCARD).start()
        def lines = process.inputStream.newReader()

        when:
        entries.times { assert lines.readLine() == "$it" }
        process.destroyForcibly()
        assert process.waitFor(10, TimeUnit.SECONDS)

        then:
        HarChecker.entries(file).size() >= entries

        where:
        entries << [1, 40, 150]
    }

    def "when the file cannot be written any more, that is told once, and nobody fails"() {
        given:
        def full = folder.resolve('full.har')
        def onFull = new HarFile(full, { it }, '1', notices.&add)
        onFull.accept(exchange('first'.bytes))
        onFull.@channel.close()

        when:
        3.times { onFull.accept(exchange('{}'.bytes)) }

        then:
        notices.size() == 1
        notices[0].startsWith("the trace $full ends here, since it cannot be written")
        HarChecker.entries(full).size() == 1
    }
}
