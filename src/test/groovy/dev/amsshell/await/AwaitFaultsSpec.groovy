package dev.amsshell.await

import static dev.amsshell.job.JobState.*
import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.CancellableThread
import dev.amsshell.base.Failure
import dev.amsshell.config.Endpoint
import dev.amsshell.dsl.Ams
import dev.amsshell.dsl.Host
import dev.amsshell.service.AccessRefused
import dev.amsshell.service.RequestRefused
import dev.amsshell.service.UnexpectedAnswer
import dev.amsshell.service.v2.V2MediaService
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingView
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.ScriptedServer
import dev.amsshell.transport.Backoff
import dev.amsshell.transport.HttpTransport
import dev.amsshell.transport.RedirectRefused
import dev.amsshell.transport.TokenSource
import dev.amsshell.transport.Unreachable
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** What networks, proxies and services do to a wait: only a look at the job itself decides about it. */
@Timeout(60)
class AwaitFaultsSpec extends Specification {
    static final ID = 'f3c43f94-327f-2347-90bb-000000000001'
    static final WAITING = 'waiting as long as it takes; --timeout 2h or timeout: 2.hours would end it'

    @AutoCleanup
    SandboxedClient client

    @AutoCleanup
    ScriptedServer server

    @AutoCleanup
    ServerSocket withoutTls

    def clock = new MutableClock(SandboxedClient.START)
    def view = new RecordingView()

    /** A job that works for three minutes, in an account where this goes wrong. */
    def job(String faults, String more = '') {
        client = new SandboxedClient("""
            [account]
            jobs = 0
            new-job-every = "never"
            [[jobs]]
            id = "$ID"
            name = "One"
            tasks = 1
            state = "processing"
            ago = "1m"
            work = "3h"
            $more
            [[faults]]
            $faults
        """.stripIndent())
        client.ams.job(ID)
    }

    /** A job that is asked of a service that answers just so. */
    def jobAt(String root, TokenSource tokens = { 'a-token' }) {
        def backoff = new Backoff(2, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        def transport = new HttpTransport(Endpoint.parse(root, 'x'), [] as Set, tokens, Networks.direct(clock), backoff, { CancellableThread.current() }, {})
        def service = new V2MediaService(transport, '2.19', clock, {})
        new Ams({ service }, clock, SandboxedClient.awaiting(service, clock, view), {}, new Host({}, { it }, {})).job(ID)
    }

    def jobOf(String... answers) {
        server = new ScriptedServer(answers)
        jobAt(server.root)
    }

    static String row(int state, String id = ID) {
        json("""{"value":[{"Id":"nb:jid:UUID:$id","Name":"One","Created":"2024-05-01T02:59:00","LastModified":"2024-05-01T02:59:00","EndTime":null,
            "Priority":0,"RunningDuration":0.0,"StartTime":"2024-05-01T02:59:10","State":$state,"TemplateId":null,"JobNotificationSubscriptions":[]}]}""")
    }

    static final NO_TASKS = json('{"value":[]}')

    def "#kind now and then does not change the verdict"() {
        when:
        def ended = job("kind = '$kind'\n$more").await()

        then:
        ended.state() == FINISHED
        ended.progress == 100

        where:
        kind                | more
        'busy'              | 'share = 0.4'
        'too-many-requests' | 'share = 0.4\nretry-after = "0s"'
        'internal-error'    | 'share = 0.4'
        'bad-gateway'       | 'share = 0.4'
        'gateway-timeout'   | 'share = 0.4'
        'dropped'           | 'share = 0.4'
        'half-sent'         | 'share = 0.4'
        'truncated-json'    | 'share = 0.3'
        'html'              | 'share = 0.3'
        'slow'              | 'share = 0.4\nover = "10ms"'
        'token-expired'     | 'every = 2\ntimes = 10'
    }

    def "#kind for three hours is noted when it begins and when it ends, and the verdict stands"() {
        when:
        def ended = job("kind = '$kind'\nfrom = '1m'\nuntil = '181m'\n$more").await(every: Duration.ofMinutes(5))

        then:
        ended.state() == FINISHED
        client.view.changes == ['Processing', 'Processing -> Finished']
        client.view.told.size() == 3
        client.view.told[0] == WAITING
        client.view.told[1].startsWith('cannot look at present, and goes on waiting: ')
        client.view.told[1].contains(text)
        client.view.told[2] == 'can look again, after 3 h 0 min 0 s'

        where:
        kind              | more         || text
        'outage'          | ''           || 'it closed the connection without an answer'
        'outage'          | 'status = 502' || 'still answered 502 after all retries'
        'busy'            | ''           || 'still answered 503 after all retries'
        'too-many-requests' | 'retry-after = "0s"' || 'still answered 429 after all retries'
        'internal-error'  | ''           || 'still answered 500 after all retries'
        'html'            | ''           || 'an HTML page instead of a list'
        'truncated-json'  | ''           || ''
        'half-sent'       | ''           || 'the answer broke off'
    }

    def "an ailing service is asked less often"() {
        given:
        def job = job("kind = 'busy'\nfrom = '1s'\nuntil = '3h'")

        when:
        job.await()

        then:
        // with the retries of each look
        client.requests.count { it.contains('Jobs()?') } < 5 * 3 * 60 + 60
    }

    def "#kind at the first look ends the wait at once"() {
        when:
        job("kind = '$kind'\n$more").await()

        then:
        def e = thrown(type)
        e.kind() == Failure.Kind.SERVICE
        client.clock.instant() == Instant.parse(SandboxedClient.START)
        client.view.closed == 1

        where:
        kind             | more || type
        'outage'         | ''   || Unreachable
        'busy'           | ''   || RequestRefused
        'html'           | ''   || UnexpectedAnswer
        'redirect-loop'  | ''   || RedirectRefused
    }

    def "credentials that are refused end a wait, #when"() {
        when:
        job("kind = 'unauthorized-empty'\n$from").await()

        then:
        def e = thrown(AccessRefused)
        e.kind() == Failure.Kind.AUTHENTICATION
        e.stackTrace.any { it.className == AwaitFaultsSpec.name }

        where:
        when                | from
        'at the first look' | ''
        'later'             | 'from = "2m"'
    }

    def "an account that moves is followed"() {
        when:
        def ended = job("kind = 'moved'\nfrom = '90s'").await()

        then:
        ended.state() == FINISHED
        client.view.told == [WAITING]
    }

    def "tasks that cannot be read delay the end, since it comes with them"() {
        when:
        def ended = job("kind = 'internal-error'\npath = '*Tasks*'\nfrom = '10s'\nuntil = '4m'").await()

        then:
        ended.state() == FINISHED
        ended.progress == 100
        client.clock.instant() >= Instant.parse(SandboxedClient.START) + Duration.ofMinutes(4)
        client.view.told[1].startsWith('cannot read tasks at present, and goes on waiting: ')
        client.view.told.size() == 3
    }

    def "but not for ever"() {
        when:
        def ended = job("kind = 'internal-error'\npath = '*Tasks*'\nfrom = '10s'").await()

        then:
        ended.state() == FINISHED
        !ended.hasTasks()
        client.clock.instant() < Instant.parse(SandboxedClient.START) + Duration.ofMinutes(7)
        client.view.changes.last() == 'Processing -> Finished'
    }

    def "at the deadline an end is an end without its tasks, too"() {
        when:
        def ended = job("kind = 'internal-error'\npath = '*Tasks*'\nfrom = '10s'").await(timeout: Duration.ofHours(1))

        then:
        ended.state() == FINISHED
        !ended.hasTasks()
    }

    def "a deadline within an outage is kept, and tells when the job was last seen"() {
        when:
        job("kind = 'outage'\nfrom = '1m'").await(timeout: Duration.ofHours(2))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.DEADLINE
        e.message =~ /not over after 2 h 0 min 0 s: job \S+ 'One': Processing, last seen at 2024-05-01 03:00:\d\d UTC/
        client.clock.instant() == Instant.parse(SandboxedClient.START) + Duration.ofHours(2)
    }

    def "a computer that slept past the deadline looks first: #what"() {
        given:
        def job = job(faults)
        int naps = 0
        def sleeping = new Awaiting({ client.service }, client.clock, { lock, atMost ->
            client.clock.advance(naps++ == 3 ? Duration.ofHours(8) : atMost)
        }, { 0.5d }, { client.view }, { Optional.empty() })

        when:
        def ended = new Ams({ client.service }, client.clock, sleeping, {}, new Host({}, { it }, {})).job(ID).await(timeout: Duration.ofMinutes(2))

        then:
        ended.state() == FINISHED

        where:
        what                                    | faults
        'and sees the end'                      | 'kind = "busy"\ntimes = 1'
        'and waits for the network to awake'    | 'kind = "outage"\nfrom = "2m"\nuntil = "481m"'
    }

    def "however rare the looks are, it is soon noticed that a computer has slept"() {
        given:
        def job = job('kind = "busy"\ntimes = 1')
        def naps = []
        def awaiting = new Awaiting({ client.service }, client.clock, { lock, atMost -> naps << atMost; client.clock.advance(atMost) },
            { 0.5d }, { client.view }, { Optional.empty() })

        when:
        new Ams({ client.service }, client.clock, awaiting, {}, new Host({}, { it }, {})).job(ID).await(every: Duration.ofHours(1))

        then:
        naps.max() == Duration.ofSeconds(30)
        naps.inject(Duration.ZERO) { sum, nap -> sum + nap } == Duration.ofHours(1)
    }

    def "a network that does not awake in time is waited for no longer"() {
        given:
        def job = job('kind = "outage"\nfrom = "2m"')
        int naps = 0
        def sleeping = new Awaiting({ client.service }, client.clock, { lock, atMost ->
            client.clock.advance(naps++ == 3 ? Duration.ofHours(8) : atMost)
        }, { 0.5d }, { client.view }, { Optional.empty() })

        when:
        new Ams({ client.service }, client.clock, sleeping, {}, new Host({}, { it }, {})).job(ID).await(timeout: Duration.ofMinutes(2))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.DEADLINE
        client.clock.instant() < Instant.parse(SandboxedClient.START) + Duration.ofMinutes(8 * 60 + 3)
    }

    static final HANGS = "HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n"

    /** Time passes only while a request hangs, which is the one after so many. */
    Thread passTimeAfter(int requests) {
        Thread.startDaemon {
            while (!Thread.interrupted()) {
                if (server.requests.size() > requests) {
                    clock.advance(Duration.ofSeconds(1))
                }
                Thread.onSpinWait()
            }
        }
    }

    def "a look that hangs at the deadline is broken off"() {
        given:
        server = new ScriptedServer(row(2), HANGS)
        def job = jobAt(server.root)
        def time = passTimeAfter(1)

        when:
        job.await(timeout: Duration.ofSeconds(1))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.DEADLINE

        cleanup:
        time.interrupt()
    }

    def "a query that hangs while a job is to appear is broken off at the end of its time"() {
        given:
        server = new ScriptedServer(HANGS)
        def service = SandboxedClient.service(server.root, clock, [])
        def time = passTimeAfter(0)

        when:
        new Ams({ service }, clock, SandboxedClient.awaiting(service, clock, view), {}, new Host({}, { it }, {})).jobs.await(appear: Duration.ofSeconds(1))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.DEADLINE
        e.message.startsWith('the query was not answered within ')

        cleanup:
        time.interrupt()
    }

    def "what a closure of the query throws is thrown, of whatever kind"() {
        when:
        job('kind = "busy"\ntimes = 1')
        client.ams.jobs.filter { throw new FileNotFoundException('there is no such file') }.await(options)

        then:
        def e = thrown(FileNotFoundException)
        e.message == 'there is no such file'

        where:
        options << [[:], [appear: Duration.ofMinutes(1)]]
    }

    def "#what at the first look is #type.simpleName"() {
        when:
        jobOf(json(body, status)).await()

        then:
        def e = thrown(type)
        e.kind() == kind
        server.requests.size() == 1

        where:
        what           | status | body                                                        || type           | kind
        'a 400'        | 400    | '{"odata.error":{"message":{"value":"no such query"}}}' || RequestRefused | Failure.Kind.SERVICE
        'a 403'        | 403    | ''                                                          || AccessRefused  | Failure.Kind.AUTHENTICATION
        'a 404'        | 404    | ''                                                          || RequestRefused | Failure.Kind.SERVICE
    }

    def "#status later #whatItDoes"() {
        when:
        def ended = null
        def trouble = null
        try {
            ended = jobOf(row(2), json('', status), row(3), NO_TASKS).await()
        } catch (Failure e) {
            trouble = e
        }

        then:
        trouble?.class == type
        ended?.state() == (type == null ? FINISHED : null)

        where:
        status || type           | whatItDoes
        400    || RequestRefused | 'ends a wait'
        403    || AccessRefused  | 'ends a wait'
        404    || null           | 'is outlasted'
        405    || null           | 'is outlasted'
        501    || null           | 'is outlasted'
        505    || null           | 'is outlasted'
    }

    def "a redirect to a foreign host ends a wait, #when"() {
        when:
        jobOf(*before, answer('', 301, 'text/html', 'Location: https://evil.example/api/')).await()

        then:
        def e = thrown(RedirectRefused)
        e.kind() == Failure.Kind.SERVICE
        server.requests.every { !it.contains('evil') }

        where:
        when                | before
        'at the first look' | []
        'later'             | [row(2)]
    }

    def "TLS that fails ends a wait, #when"() {
        given:
        withoutTls = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))
        Thread.startDaemon {
            while (!withoutTls.closed) {
                try {
                    withoutTls.accept().withCloseable { it.outputStream << 'no TLS at all, but many plain words' }
                } catch (SocketException ignored) {
                    // closed by either side
                }
            }
        }

        when:
        if (isLater) {
            jobOf(row(2), answer('', 301, 'text/html', "Location: https://127.0.0.1:${withoutTls.localPort}/api/")).await()
        } else {
            jobAt("https://127.0.0.1:${withoutTls.localPort}/api/".toString()).await()
        }

        then:
        def e = thrown(Unreachable)
        e.message.contains('it does not speak TLS')

        where:
        when                | isLater
        'at the first look' | false
        'later'             | true
    }

    def "a host that nobody knows ends the first look, and is outlasted later"() {
        when:
        jobAt('https://no-such-host.invalid/api/').await()

        then:
        def e = thrown(Unreachable)
        Outage.passes(e)
    }

    def "a token is renewed each time it expires"() {
        given:
        int renewals = 0
        def tokens = new TokenSource() {
            String token() { "token-$renewals" }
            String renewed(String refused) { renewals++; token() }
        }
        def looks = (1..10).collectMany { [json('', 401), row(2)] }
        server = new ScriptedServer(*looks, json('', 401), row(3), NO_TASKS)

        when:
        def ended = jobAt(server.root, tokens).await()

        then:
        ended.state() == FINISHED
        renewals == 11
        view.told == [WAITING]
    }

    def "a job that is missing once and comes back is not gone"() {
        expect:
        jobOf(row(2), json('{"value":[]}'), row(2), json('{"value":[]}'), row(2), row(3), NO_TASKS).await().state() == FINISHED
    }

    def "an outage between two looks that miss it makes nothing gone the sooner"() {
        when:
        jobOf(row(2), json('{"value":[]}'), json('', 500), json('', 500), json('{"value":[]}')).await()

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.NO_SUCH_JOB
        server.requests.size() == 5
    }

    def "ids in another letter case are the same job"() {
        expect:
        jobOf(row(2, ID.toUpperCase()), row(3, ID.toUpperCase()), NO_TASKS).await().state() == FINISHED
    }

    def "a service that gives another job than it was asked for is not believed"() {
        when:
        jobOf(row(3, 'f3c43f94-327f-2347-90bb-00000000beef')).await()

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.contains('which it was not asked for')
    }

    def "a state that nobody has seen is not final"() {
        when:
        def ended = jobOf(row(9), row(2), row(3), NO_TASKS).await()

        then:
        ended.state() == FINISHED
        view.changes == ['Unknown(9)', 'Unknown(9) -> Processing', 'Processing -> Finished']
    }

    def "a job that vanishes before its tasks can be read has its verdict, and is told of"() {
        given:
        def changes = []

        when:
        def ended = job('kind = "outage"\npath = "/api/Jobs(*)/Tasks"\nfrom = "10s"', 'vanishes-after = "6m"')
            .await(onChange: { now, before -> changes << [now.state(), before, now.hasTasks()] })

        then:
        ended.state() == FINISHED
        !ended.hasTasks()
        changes == [[PROCESSING, null, true], [FINISHED, PROCESSING, false]]
        client.view.changes == ['Processing', 'Processing -> Finished']
    }
}
