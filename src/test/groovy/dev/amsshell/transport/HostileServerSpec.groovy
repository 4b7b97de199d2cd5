package dev.amsshell.transport

import static dev.amsshell.testing.HostileWays.redirect
import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Failure
import dev.amsshell.base.Redactor
import dev.amsshell.base.Spellings
import dev.amsshell.config.Endpoint
import dev.amsshell.job.JobId
import dev.amsshell.query.Condition
import dev.amsshell.query.Entities
import dev.amsshell.query.Selection
import dev.amsshell.render.ExchangeLine
import dev.amsshell.render.Style
import dev.amsshell.service.v2.V2MediaService
import dev.amsshell.testing.CertificateAuthority
import dev.amsshell.testing.ConnectProxy
import dev.amsshell.testing.HarChecker
import dev.amsshell.testing.HostileWays
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingServer
import dev.amsshell.testing.TemporaryFolder
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/**
 * A server that the token belongs to tries to make it go to somebody else. Who connects to the stranger at all has lost, and nothing
 * that is said, told or traced holds a secret.
 */
class HostileServerSpec extends Specification {
    static final TOKEN = 's3cr3t-t0ken/of+this=process'
    static final ID = new JobId('nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1')
    static final ACCOUNT = 'https://acc.restv2.westus.media.azure.net/api/'
    static final ENTRY = 'https://media.windows.net/'
    static final MOVED = [301, 307, 308]
    static final ALL = ['find', 'list', 'count', 'tasks', 'delete', 'change']

    @Shared
    def authority = new CertificateAuthority()
    /** Trusted for its own name, and for all that look like it. */
    @Shared
    def tls = authority.serverOf(['acc.restv2.westus.media.azure.net', 'media.windows.net', 'evil.example', '*.evil.example', '*.azure.net', '*.cloudapp.net',
                                  '*.media.chinacloudapi.cn', 'localhost', '127.0.0.1'])

    def redactor = new Redactor().tap { learn(TOKEN) }
    List<String> said = new CopyOnWriteArrayList<>()
    List<Exchange> exchanges = new CopyOnWriteArrayList<>()
    Path trace = TemporaryFolder.named('hostile').resolve('trace.har')

    @AutoCleanup
    HarFile har = new HarFile(trace, redactor::redact, '0', said.&add)
    @AutoCleanup
    RecordingServer stranger
    @AutoCleanup
    RecordingServer server
    @AutoCleanup
    ConnectProxy proxy
    @AutoCleanup
    Network network

    /** Whoever may hear of the token by mistake listens at one port of each address of this machine. */
    def setup() {
        stranger = new RecordingServer('0.0.0.0', { json('{"value":[]}') })
    }

    HttpTransport transport(String root, List<String> redirectHosts = []) {
        def backoff = new Backoff(2, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        def listener = { Exchange exchange -> exchanges << exchange; har.accept(exchange) }
        new HttpTransport(Endpoint.parse(root, 'x'), redirectHosts as Set, { TOKEN }, network, backoff, { new Cancellation() }, listener)
    }

    /** Does what a client does, and writes down all that it says. */
    void use(HttpTransport transport, List<String> uses) {
        def service = new V2MediaService(transport, '2.19', new MutableClock('2024-05-01T03:00:00Z'), said.&add)
        def selection = new Selection(Entities.JOBS, Condition.TRUE, [], Selection.ALL)
        def known = [
            find  : { service.find(ID) },
            list  : { service.list(selection).collect { it.toString() } },
            count : { service.count(selection) },
            tasks : { service.tasks(ID) },
            delete: { transport.send('DELETE', 'Jobs(1)', [], new byte[0], said.&add) },
            change: { transport.send('MERGE', 'Jobs(1)', [], '{"Priority":1}'.bytes, said.&add) },
        ]
        uses.each { name ->
            try {
                said << known[name]().toString()
            } catch (Failure e) {
                said << e.toString() + e.advice() + stack(e)
            }
        }
        service.close()
    }

    static String stack(Throwable e) {
        new StringWriter().tap { e.printStackTrace(new PrintWriter(it)) }.toString()
    }

    /** Nothing that was said, told or traced holds the token in any spelling. */
    void nothingIsGivenAway(Closure<String> shown = { it }) {
        def lines = exchanges.collect { new ExchangeLine(redactor::redact).of(it, Style.PLAIN) }
        def all = said.collect { shown(it) } + lines + exchanges.collect { shown(it.call().toString() + it.call().headers() + it.trouble()) } + [Files.readString(trace)]
        Spellings.of(TOKEN).each { spelling -> assert all.findAll { it.contains(spelling) } == [] }
        assert HarChecker.entries(trace).size() == exchanges.size()
        assert !exchanges.empty
    }

    /** Plain http, from 127.0.0.1 to another name of this machine. */
    void serve(String text, List<String> uses = ALL) {
        server = new RecordingServer({ text.replaceFirst('\r\nContent-Type', '\r\nConnection: close$0').replace('OWNER', "$server.port").replace('OTHER', "$stranger.port") })
        server.hangsUp = true
        network = Networks.of([:])
        use(transport(server.root), uses)
    }

    /** From a host of the cloud, by way of a proxy that would lead to everybody and knows who was asked for. */
    void serveCloud(String root, String text, List<String> uses = ['find', 'change']) {
        server = new RecordingServer('127.0.0.1', tls, { text.replace('OTHER', "$stranger.port") })
        server.hangsUp = true
        proxy = new ConnectProxy({ it.contains("CONNECT ${URI.create(root).host}:443 ") ? server.port : stranger.port })
        network = Networks.of(proxy.environment('proxyuser:proxy-p4ssword'), authority.pem)
        use(transport(root), uses)
        assert proxy.requests.findAll { it.startsWith('CONNECT') && !it.startsWith("CONNECT ${URI.create(root).host}:443 ") } == []
        assert proxy.requests.findAll { it.contains(TOKEN) } == []
        assert server.requests.findAll { it.contains('proxyuser') || it.toLowerCase().contains('proxy-') } == []
    }

    def "who is named in redirect-hosts would be found out"() {
        given:
        server = new RecordingServer('127.0.0.1', tls, { redirect('https://evil.example/api/') })
        def evil = new RecordingServer('127.0.0.1', tls, { json('{"value":[]}') })
        proxy = new ConnectProxy({ it.contains('CONNECT acc.') ? server.port : evil.port })
        network = Networks.of(proxy.environment(), authority.pem)

        when:
        use(transport(ACCOUNT, ['evil.example']), ['find'])

        then:
        proxy.requests.any { it.startsWith('CONNECT evil.example:443 ') }
        evil.requests.every { it.contains(TOKEN) }
        said == ['Optional.empty']

        cleanup:
        evil.close()
    }

    def "there are more than 40 ways"() {
        expect:
        HostileWays.LOCAL_ADDRESSES.size() + HostileWays.CLOUD_ADDRESSES.size() + HostileWays.ENTRY_ADDRESSES.size() + HostileWays.OTHER_ANSWERS.size() > 150
    }

    def "a redirect to #address leads nowhere"() {
        when:
        serve(redirect(address), ['find', 'list', 'change'])

        then:
        stranger.connections == 0
        nothingIsGivenAway()

        where:
        address << HostileWays.LOCAL_ADDRESSES
    }

    def "a redirect with #status to a stranger leads nowhere"() {
        when:
        serve(redirect('http://localhost:OTHER/api/', status))

        then:
        stranger.connections == 0
        nothingIsGivenAway()
        said.count { it.contains('redirect-hosts') } == (status in MOVED ? 6 : 4)

        where:
        status << (300..308)
    }

    def "#what leads nowhere"() {
        when:
        serve(text)

        then:
        stranger.connections == 0
        nothingIsGivenAway()
        server.requests.findAll { it =~ /(?i)\ncookie:|basic |ntlm|negotiate/ } == []

        where:
        what << HostileWays.OTHER_ANSWERS.keySet()
        text = HostileWays.OTHER_ANSWERS[what]
    }

    def "from a host of the cloud a redirect to #address leads nowhere"() {
        when:
        serveCloud(ACCOUNT, redirect(address))

        then:
        stranger.connections == 0
        nothingIsGivenAway()

        where:
        address << HostileWays.CLOUD_ADDRESSES
    }

    def "from the old common entry a redirect to #address leads nowhere"() {
        when:
        serveCloud(ENTRY, redirect(address))

        then:
        stranger.connections == 0
        nothingIsGivenAway()

        where:
        address << HostileWays.ENTRY_ADDRESSES
    }

    def "a next page at #address leads nowhere"() {
        when:
        serveCloud(ACCOUNT, json("""{"value":[{"Id":"nb:jid:UUID:x","State":1}],"odata.nextLink":"${address.replace('\\', '\\\\').replace('\t', '\\t')}"}"""), ['list'])

        then:
        stranger.connections == 0
        nothingIsGivenAway()

        where:
        address << HostileWays.CLOUD_ADDRESSES
    }

    def "a chain of redirects that ends at a stranger leads to all but its end"() {
        given:
        def second = new RecordingServer({ redirect("http://localhost:$stranger.port/api/") })
        def first = new RecordingServer({ redirect("http://127.0.0.1:$second.port/api/") })

        when:
        serve(redirect("http://127.0.0.1:$first.port/api/"))

        then:
        first.requests.size() == 1
        second.requests.size() == 6
        stranger.connections == 0
        nothingIsGivenAway()

        cleanup:
        [first, second]*.close()
    }

    def "a token endpoint that redirects with #status gets what was sent to it, and nobody else does"() {
        given:
        server = new RecordingServer({ redirect("http://localhost:$stranger.port/token", status) })
        network = Networks.of([:])

        when:
        def answer = network.call(new Call('POST', URI.create(server.root + 'token'), [], "client_secret=$TOKEN".bytes), 1, new Cancellation()) { exchanges << it; har.accept(it) }

        then:
        answer.status() == status
        stranger.connections == 0
        nothingIsGivenAway()

        where:
        status << [301, 302, 303, 307, 308]
    }

    def "a proxy that #what gets no token and makes nobody else get it"() {
        given:
        proxy = new ConnectProxy({ text.replace('OTHER', "$stranger.port") })
        network = Networks.of(proxy.environment(), authority.pem)

        when:
        use(transport(ACCOUNT), ALL)

        then:
        proxy.requests.findAll { it.contains(TOKEN) } == []
        proxy.requests.findAll { it } .every { it.startsWith('CONNECT acc.restv2.westus.media.azure.net:443 ') || it.startsWith('\u0016') }
        stranger.connections == 0
        nothingIsGivenAway()

        where:
        what                      | text
        'answers itself'          | json('{"value":[]}')
        'answers twice'           | 'HTTP/1.1 200 OK\r\n\r\n' + json('{"value":[]}')
        'redirects'               | answer('', 302, 'text/html', 'Location: http://localhost:OTHER/')
        'wants another proxy'     | answer('', 305, 'text/html', 'Location: http://localhost:OTHER/')
        'wants a password'        | answer('', 407, 'text/html', 'Proxy-Authenticate: Basic realm="x"')
        'wants Windows'           | answer('', 407, 'text/html', 'Proxy-Authenticate: NTLM', 'Proxy-Authenticate: Negotiate')
        'poses as the service'    | answer('', 401, 'text/html', 'WWW-Authenticate: Basic realm="x"')
        'switches'                | 'HTTP/1.1 101 x\r\nUpgrade: h2c\r\n\r\n'
        'fails'                   | answer('', 500, 'text/html')
        'hangs up'                | ''
    }

    def "who sits between, with a certificate #whose, gets nothing but the wish to talk"() {
        given:
        def between = whose == 'of nobody known' ? new CertificateAuthority('Stranger').serverOf(['acc.restv2.westus.media.azure.net']) : authority.serverOf(names, -9, until)
        server = new RecordingServer('127.0.0.1', between, { json('{"value":[]}') })
        proxy = new ConnectProxy({ server.port })
        network = Networks.of(proxy.environment(), authority.pem)

        when:
        use(transport(ACCOUNT), ALL)

        then:
        server.requests.findAll() == []
        nothingIsGivenAway()

        where:
        whose              | names                                                | until
        'of nobody known'  | []                                                   | 9
        'of another name'  | ['evil.example', '*.azure.net', '*.media.azure.net'] | 9
        'that has expired' | ['acc.restv2.westus.media.azure.net']                | -1
    }

    def "a server that repeats the token #where makes nobody show it"() {
        when:
        serve(text)

        then:
        stranger.connections == 0
        nothingIsGivenAway(redactor::redact)

        where:
        where               | text
        'in a redirect'     | redirect("http://localhost:OTHER/$TOKEN/?$TOKEN#$TOKEN")
        'in a host'         | redirect("http://${TOKEN.replaceAll('[^a-z0-9]', '')}.evil.example/$TOKEN")
        'as a user'         | redirect("http://${URLEncoder.encode(TOKEN, 'UTF-8')}@localhost:OTHER/")
        'in an error'       | json("""{"odata.error":{"code":"","message":{"value":"Bearer $TOKEN is wrong, ${TOKEN.bytes.encodeBase64()}"}}}""", 400)
        'in a page'         | answer("<html>$TOKEN</html>", 200, 'text/html')
        'in a header'       | answer('', 403, 'text/plain', "x-ms-request-id: $TOKEN", "X-Echo: ${TOKEN.replace('/', '%2f').replace('+', '%2b').replace('=', '%3d')}")
        'in its words'      | "HTTP/1.1 500 $TOKEN\r\nContent-Length: 0\r\n\r\n"
        'in broken JSON'    | json("""{"value":[{"Id":"$TOKEN""")
        'in a next page'    | json("""{"value":[{"Id":"x","State":1}],"odata.nextLink":"http://localhost:OTHER/?$TOKEN"}""")
        'in a chunk size'   | "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n$TOKEN\r\n"
    }
}
