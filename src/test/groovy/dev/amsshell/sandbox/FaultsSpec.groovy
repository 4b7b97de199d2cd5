package dev.amsshell.sandbox

import dev.amsshell.sandbox.scenario.Scenario
import dev.amsshell.testing.MutableClock
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class FaultsSpec extends Specification {
    @TempDir
    Path folder

    MutableClock clock = new MutableClock('2015-02-11T01:46:14Z')

    @AutoCleanup
    Sandbox sandbox

    WireClient client

    /** A sandbox in which this goes wrong. */
    void start(String faults, long seed = 7) {
        def scenario = Scenario.read(Files.writeString(folder.resolve('s.toml'), faults))
        sandbox = Sandbox.start(new SandboxOptions(0, seed, 60, 'fixed-token').with(scenario), clock)
        client = new WireClient(sandbox)
    }

    List<Integer> statuses(int count) {
        (1..count).collect { client.get('Jobs?$top=1').statusCode() }
    }

    /** Asks another root with the same token. */
    static HttpResponse<String> getFrom(String root, String path) {
        def request = HttpRequest.newBuilder(URI.create(root + path)).header('Authorization', 'Bearer fixed-token')
            .header('x-ms-version', '2.19').header('Accept', 'application/json')
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    /** What comes back on the bare wire until the connection is closed. */
    String bytes(String method = 'GET') {
        new Socket('127.0.0.1', sandbox.endpoint().port).withCloseable { socket ->
            socket.soTimeout = 10_000
            socket.outputStream << "$method /api/Jobs?\$top=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer fixed-token\r\n" +
                'x-ms-version: 2.19\r\nAccept: application/json\r\nContent-Length: 0\r\n\r\n'
            socket.inputStream.getText('UTF-8')
        }
    }

    def "#kind is answered with #status and #body"() {
        given:
        start("[[faults]]\nkind = '$kind'\n$more")

        when:
        def response = client.get('Jobs')

        then:
        response.statusCode() == status
        response.body() =~ body
        response.headers().firstValue('Content-Type').orElse('') =~ type

        where:
        kind                 | more                    || status | type                       | body
        'busy'               | ''                      || 503    | /application\/json;odata=/ | /"Server is busy\. [^"]+"/
        'busy'               | 'text = "Too much <x>"' || 503    | /application\/json;odata=/ | /"Too much <x>"/
        'too-many-requests'  | ''                      || 429    | /application\/json;odata=/ | /"Too many requests\."/
        'internal-error'     | ''                      || 500    | /application\/json;odata=/ | /odata\.error/
        'bad-gateway'        | ''                      || 502    | /^text\/html$/             | /<h1>502 Bad Gateway</
        'gateway-timeout'    | ''                      || 504    | /^text\/html$/             | /<h1>504 Gateway Time-out</
        'html'               | 'text = "<b>"'          || 200    | /^text\/html$/             | /<h1>&lt;b&gt;</
        'html'               | 'status = 502'          || 502    | /^text\/html$/             | /<h1>/
        'token-expired'      | ''                      || 401    | /application\/json;odata=/ | /has expired/
        'unauthorized-empty' | ''                      || 401    | /^$/                       | /^$/
        'account-deleted'    | ''                      || 403    | /application\/json;odata=/ | /The account has been deleted or disabled\./
        'outage'             | 'status = 503'          || 503    | /application\/json;odata=/ | /Server is busy/
    }

    def "#kind strikes what reads and what writes, and nothing is done"() {
        given:
        start("[[faults]]\nkind = '$kind'\ntimes = 5")
        def job = "Jobs('$WireClient.EXAMPLE')"
        def json = ['Content-Type': WireClient.MINIMAL]

        expect:
        client.get(job).statusCode() == status
        client.get("CancelJob?jobId='$WireClient.EXAMPLE'").statusCode() == status
        client.send('MERGE', job, json, '{"Priority": 9}').statusCode() == status
        client.send('DELETE', job).statusCode() == status
        client.post('Jobs', [Name: 'Never']).statusCode() == status
        client.json(job).with { [State, Priority] } == [2, 0]

        where:
        kind                 || status
        'unauthorized-empty' || 401
        'token-expired'      || 401
        'account-deleted'    || 403
    }

    def "an account that is disabled can be read all the same"() {
        given:
        start(['POST', 'MERGE', 'DELETE'].collect { "[[faults]]\nkind = 'account-deleted'\nmethod = '$it'" }.join('\n'))

        expect:
        client.get("Jobs('$WireClient.EXAMPLE')").statusCode() == 200
        client.send('DELETE', "Jobs('$WireClient.EXAMPLE')").statusCode() == 403
    }

    def "the service's three texts take turns, in the form that was asked for"() {
        given:
        start('[[faults]]\nkind = "busy"')

        expect:
        (1..3).collect { WireClient.message(client.get('Jobs')) }.toSet() == [
            'Server is busy. Previous runs of this type of request took more than 5 seconds.',
            'Server is busy. More than 100 requests per second can be throttled.',
            'Server is busy. More than 600 requests within 60 seconds can be throttled.'].toSet()
        client.get('Jobs', [Accept: 'application/atom+xml']).body().contains('<m:message')
    }

    def "Retry-After is #expected"() {
        given:
        start("[[faults]]\n$fault")

        expect:
        client.get('Jobs').headers().firstValue('Retry-After').orElse(null) == expected

        where:
        fault                                                                               || expected
        'kind = "busy"'                                                                     || null
        'kind = "busy"\nretry-after = "30s"'                                                || '30'
        'kind = "too-many-requests"'                                                        || '1'
        'kind = "too-many-requests"\nretry-after = "2m"\nretry-after-form = "date"'         || 'Wed, 11 Feb 2015 01:48:14 GMT'
    }

    def "a share of requests fails, the same ones for the same seed"() {
        given:
        def busy = '[[faults]]\nkind = "busy"\nshare = 0.3'
        start(busy)
        def once = statuses(60)
        sandbox.close()
        start(busy)
        def again = statuses(60)
        sandbox.close()
        start(busy, 8)

        expect:
        once == again
        once.count(503) in 8..28
        statuses(60) != once
    }

    def "every third request fails, at most twice"() {
        given:
        start('[[faults]]\nkind = "busy"\nevery = 3\ntimes = 2')

        expect:
        statuses(9) == [200, 200, 503, 200, 200, 503, 200, 200, 200]
    }

    def "a fault begins and ends by the clock"() {
        given:
        start('[[faults]]\nkind = "busy"\nfrom = "10s"\nuntil = "20s"')

        expect:
        [0, 9, 1, 9, 1].collect { clock.advanceSeconds(it); statuses(1)[0] } == [200, 200, 503, 503, 200]
    }

    def "a fault is for some requests only"() {
        given:
        start('[[faults]]\nkind = "internal-error"\nmethod = "GET"\npath = "/api/tasks*"')

        expect:
        client.get('Jobs?$top=1').statusCode() == 200
        client.get('Tasks').statusCode() == 500
        client.get('/api//%54asks').statusCode() == 500
        client.send('DELETE', 'Tasks').statusCode() != 500
    }

    def "the token endpoints fail only when a path says so"() {
        given:
        start("[[faults]]\nkind = 'busy'\n$path")

        expect:
        new SigninClient(sandbox).v1(TokensSpec.BY_SECRET).statusCode() == status

        where:
        path                       || status
        ''                         || 200
        'path = "*/oauth2/token"'  || 503
    }

    def "an answer may be dropped, before the work or after it"() {
        given:
        start("[[faults]]\nkind = 'dropped'\nafter = $after")

        expect:
        bytes() == ''

        where:
        after << [false, true]
    }

    def "an answer may break off in the middle of its body"() {
        given:
        start('[[faults]]\nkind = "half-sent"')

        when:
        def (head, body) = bytes().split('\r\n\r\n', 2)
        def promised = (head =~ /(?i)content-length: (\d+)/)[0][1] as int

        then:
        head.startsWith('HTTP/1.1 200')
        body.length() == promised.intdiv(2)
    }

    def "a body may be cut in an answer that is right otherwise"() {
        given:
        start('[[faults]]\nkind = "truncated-json"')

        when:
        def response = client.get('Jobs?$top=1')
        WireClient.decode(response.body())

        then:
        thrown(com.fasterxml.jackson.core.JsonProcessingException)
        response.statusCode() == 200
    }

    def "a slow body arrives whole"() {
        given:
        start('[[faults]]\nkind = "slow"\nover = "100ms"')

        expect:
        WireClient.decode(client.get('Jobs?$top=1').body()).value.size() == 1
    }

    def "nothing slow holds up the end of the sandbox"() {
        given:
        start('[[faults]]\nkind = "slow"\nover = "5m"')
        def answer = CompletableFuture.supplyAsync { bytes() }

        when:
        new Socket('127.0.0.1', sandbox.endpoint().port).close()
        sandbox.close()
        answer.exceptionally { '' }.get(20, java.util.concurrent.TimeUnit.SECONDS)

        then:
        noExceptionThrown()
    }

    def "a token that expires is not accepted again, the fixed one is"() {
        given:
        start('[[faults]]\nkind = "token-expired"\nevery = 2')
        def signin = new SigninClient(sandbox)
        def token = SigninClient.json(signin.v1(TokensSpec.BY_SECRET)).access_token

        expect:
        (1..3).collect { signin.statusOf(token) } == [200, 401, 401]
        statuses(3) == [401, 200, 401]
    }

    def "the fixed token expires when the scenario says so"() {
        given:
        start('[tokens]\nfixed-lifetime = "1h"')

        when:
        clock.advance(Duration.ofHours(1))

        then:
        statuses(1) == [401]
    }

    def "an account moves to another port, for ever"() {
        given:
        start('[[faults]]\nkind = "moved"\nfrom = "1m"')

        expect:
        statuses(1) == [200]

        when:
        clock.advanceSeconds(60)
        def moved = client.get('Jobs?$top=1')
        def root = moved.headers().firstValue('Location').get()

        then:
        moved.statusCode() == 301
        root ==~ "http://127\\.0\\.0\\.1:(?!${sandbox.endpoint().port}/)\\d+/api/"
        statuses(2) == [301, 301]

        when:
        def there = getFrom(root, 'Jobs?$top=1')

        then:
        there.statusCode() == 200
        WireClient.decode(there.body())['odata.metadata'].startsWith(root)
    }

    def "redirects may lead nowhere"() {
        given:
        start('[[faults]]\nkind = "redirect-loop"')

        when:
        def there = client.get('Jobs').headers().firstValue('Location').get()
        def back = getFrom(there, 'Jobs').headers().firstValue('Location').get()

        then:
        there != back
        back == sandbox.endpoint().toString()
    }

    def "every so many-th request may be redirected to where it is"() {
        given:
        start('[[faults]]\nkind = "redirect"\nevery = 2')

        expect:
        statuses(4) == [200, 301, 200, 301]
        client.get('Jobs').statusCode() == 200
        client.get('Jobs').headers().firstValue('Location').get() == sandbox.endpoint().toString()
    }
}
