package dev.amsshell.sandbox

import dev.amsshell.sandbox.scenario.Scenario
import dev.amsshell.testing.MutableClock
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Each sample scenario does what it says. */
class SampleScenarioSpec extends Specification {

    def clock = new MutableClock('2024-05-01T03:00:00Z')

    @AutoCleanup
    Sandbox sandbox

    WireClient client

    void start(String sample) {
        sandbox = Sandbox.start(new SandboxOptions(0, 3, 60, null).with(Scenario.read(Path.of("samples/scenarios/${sample}.toml"))), clock)
        client = new WireClient(sandbox)
    }

    int status(String path = 'Jobs?$top=1') {
        try {
            client.get(path).statusCode()
        } catch (IOException ignored) {
            0
        }
    }

    def "stuck-at-100: it has done everything and never finishes"() {
        given:
        start('stuck-at-100')
        def job = "Jobs('nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000100')"

        when:
        clock.advanceSeconds(30)

        then:
        client.rows("$job/Tasks")*.Progress == [100]
        client.json(job).State == 2

        when:
        clock.advanceSeconds(86400)

        then:
        client.json(job).State == 2
        client.rows("$job/Tasks")*.Progress == [100]
    }

    def "purged-while-awaited: it is gone after half a minute, and so is what is submitted under that name"() {
        given:
        start('purged-while-awaited')
        def job = "Jobs('nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000404')"
        clock.advanceSeconds(10)
        def submitted = client.created('Jobs', NewJobs.job(client, [Name: 'Short-lived 1'])).Id

        expect:
        client.json(job).State == 2

        when:
        clock.advanceSeconds(20)

        then:
        status(job) == 404
        client.json("Jobs('$submitted')").State in [0, 1, 2]

        when:
        clock.advanceSeconds(10)

        then:
        status("Jobs('$submitted')") == 404
    }

    def "outage: nobody is there for twenty seconds, then the service is busy, then all is well"() {
        given:
        start('outage')

        expect:
        [0, 29, 1, 19, 1, 9, 1].collect { clock.advanceSeconds(it); status() } == [200, 200, 0, 0, 503, 503, 200]
    }

    def "directory-down: for four minutes there is no token to be had, and those there are run out"() {
        given:
        start('directory-down')
        def signin = new SigninClient(sandbox)
        def token = SigninClient.json(signin.v2(TokensSpec.BY_SECRET)).access_token

        expect:
        [240, 60, 179, 1].collect { clock.advanceSeconds(it); [signin.v2(TokensSpec.BY_SECRET).statusCode(), signin.statusOf(token)] } ==
            [[503, 200], [503, 401], [503, 401], [200, 401]]
    }

    def "account-moved: after a minute every answer sends the client elsewhere, where all is as before"() {
        given:
        start('account-moved')
        def before = client.rows('Jobs?$top=3')

        when:
        clock.advanceSeconds(60)
        def response = client.get('Jobs?$top=3')

        then:
        response.statusCode() == 301
        def moved = URI.create(response.headers().firstValue('Location').get())
        moved.port != sandbox.endpoint().port
        status('Assets') == 301
        WireClient.decode(moved.resolve('Jobs?$top=3').toURL().openConnection().with {
            setRequestProperty('Authorization', 'Bearer ' + sandbox.token())
            setRequestProperty('x-ms-version', '2.19')
            setRequestProperty('Accept', 'application/json')
            inputStream.text
        }).value*.Id == before*.Id
    }

    def "busy-service: some answers are 503 or 429, most are right"() {
        given:
        start('busy-service')

        when:
        def counts = (1..200).collect { status() }.countBy { it }

        then:
        counts.keySet() == [200, 429, 503] as Set
        counts[200] > 100
    }

    def "expired-tokens: every fiftieth request finds its token expired, and those given out live five minutes"() {
        given:
        start('expired-tokens')

        expect:
        (1..100).findAll { status() == 401 } == [50, 100]
    }

    def "flaky-network: answers are lost in every way, and none is wrong"() {
        given:
        start('flaky-network')
        clock.advanceSeconds(1)

        when:
        def outcomes = (1..60).collect { status('MediaProcessors?$top=1') }.toSet()

        then:
        outcomes.contains(200)
        outcomes.contains(0)
    }

    def "six-causes: the failures of each cause are there, with messages of their own"() {
        given:
        start('six-causes')

        when:
        def failed = (0..3).collectMany { client.rows("Tasks?\$filter=State%20eq%204&\$skip=${it * 1000}") }.collectMany { it.ErrorDetails }
        def ingest = failed.findAll { it.Message.startsWith('An error has occurred. Stage: DownloadFile. Code: System.IO.IOException. Asset: ') }

        then:
        ingest.size() == 400
        ingest*.Message.toUnique().size() == 400
        client.get('Jobs/$count').body() as int >= 4977
    }

    def "big-account: it is full, and comes in no order"() {
        given:
        start('big-account')
        def created = client.rows('Jobs')*.Created

        expect:
        client.get('Jobs/$count').body() == '50000'
        created.size() == 1000
        created != created.toSorted() && created != created.toSorted().reverse()
    }
}
