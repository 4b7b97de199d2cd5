package dev.amsshell.product

import static dev.amsshell.testing.HostileWays.redirect
import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Spellings
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.HarChecker
import dev.amsshell.testing.RecordingServer
import java.nio.file.Files
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.Future
import spock.lang.Shared
import spock.lang.Specification

/** A server that leads elsewhere or repeats the token finds nobody who follows, and leaves no trace of the token anywhere. */
class HostileServerProcessSpec extends Specification {
    static final TOKEN = 's3cr3t-t0ken/of+this=process'
    static final GUID = 'f3c43f94-327f-2347-90bb-3bf79f8559f1'
    static final ENCODED = URLEncoder.encode(TOKEN, 'UTF-8')

    static final Map<String, String> WAYS = [
        'a redirect that repeats it'     : redirect("http://localhost:OTHER/$TOKEN/?t=$TOKEN"),
        'a redirect with it as a user'   : redirect("http://$ENCODED@localhost:OTHER/"),
        'a redirect to its own with it'  : redirect("http://127.0.0.1:OWNER/api/?$ENCODED"),
        'an error that repeats it'       : json("""{"odata.error":{"code":"","message":{"value":"Bearer $TOKEN, $ENCODED, ${TOKEN.bytes.encodeBase64()}"}}}""", 400),
        'headers that repeat it'         : answer('', 403, 'text/plain', "x-ms-request-id: $TOKEN", "Set-Cookie: $TOKEN=$TOKEN", "X: ${ENCODED.toLowerCase()}"),
        'words that repeat it'           : "HTTP/1.1 500 $TOKEN\r\nContent-Length: 0\r\n\r\n",
        'a page that repeats it'         : answer("<html>$TOKEN</html>", 200, 'text/html'),
        'broken JSON that repeats it'    : json("""{"value":[{"Id":"$TOKEN"""),
        'a job by its name'              : json("""{"value":[{"Id":"nb:jid:UUID:$GUID","Name":"$TOKEN","State":9,"Created":"2024-05-01T00:00:00"}]}"""),
        'a next page that repeats it'    : json("""{"value":[{"Id":"nb:jid:UUID:$GUID","State":1}],"odata.nextLink":"http://localhost:OTHER/?$TOKEN"}"""),
        'a header that is one line of it': "HTTP/1.1 200 OK\r\n$TOKEN\r\nContent-Length: 2\r\n\r\n{}",
        'a chunk of that size'           : "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n$TOKEN\r\n",
        'a demand for a password'        : answer('', 401, 'text/plain', "WWW-Authenticate: Basic realm=\"$TOKEN\"", 'WWW-Authenticate: NTLM'),
    ]

    static final List<List<String>> ROWS = WAYS.keySet().withIndex().collect { what, index -> [what, index % 2 ? 'table' : 'json'] }

    @Shared
    def threads = Executors.newFixedThreadPool(3)

    @Shared
    Map<List, Future<Map>> seen = ROWS.collectEntries { row -> [row, threads.submit({ run(*row) } as Callable)] }

    def cleanupSpec() {
        threads.shutdownNow()
    }

    static Map run(String what, String output) {
        def shell = new AmsShellProcess()
        def stranger = new RecordingServer('0.0.0.0', { json('{"value":[]}') })
        RecordingServer server
        server = new RecordingServer({ WAYS[what].replace('OWNER', "$server.port").replace('OTHER', "$stranger.port") })
        server.hangsUp = true
        try {
            def trace = shell.home.resolve('trace.har')
            def ended = shell.with(AMS_ENDPOINT: server.root, AMS_TOKEN: TOKEN)
                .run('--output', output, '-v', '--trace', "$trace", 'eval', "[ams.job('$GUID').snapshot, ams.jobs.newest(3).toList()]")
            def files = Files.walk(shell.home).filter { Files.isRegularFile(it) }.toList()
            return [out: ended.out, err: ended.err, entries: HarChecker.entries(trace).size(), requests: server.requests.size(), stranger: stranger.connections,
                    files: files.collectEntries { [(it.toString()): new String(Files.readAllBytes(it), 'ISO-8859-1')] }]
        } finally {
            [server, stranger]*.close()
        }
    }

    def "#what, told as #output, gives nothing away"() {
        when:
        def all = seen[[what, output]].get()
        def texts = [out: all.out, err: all.err] + all.files

        then:
        all.requests > 0
        all.entries > 0
        all.stranger == 0
        Spellings.of(TOKEN).toList().collectMany { spelling -> texts.findAll { it.value.contains(spelling) }.keySet() } == []
        texts.any { it.value.contains('***') }

        where:
        [what, output] << ROWS
    }
}
