package dev.amsshell.await

import static dev.amsshell.testing.SandboxedClient.scenarioOf

import dev.amsshell.base.CancellableThread
import dev.amsshell.config.Endpoint
import dev.amsshell.dsl.Ams
import dev.amsshell.dsl.Host
import dev.amsshell.sandbox.Sandbox
import dev.amsshell.sandbox.SandboxOptions
import dev.amsshell.sandbox.WireClient
import dev.amsshell.sandbox.account.JobState
import dev.amsshell.sandbox.account.JobView
import dev.amsshell.sandbox.faults.FaultKind
import dev.amsshell.service.v2.V2MediaService
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingView
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.SignedIn
import dev.amsshell.transport.Backoff
import dev.amsshell.transport.HttpTransport
import dev.amsshell.transport.Network
import java.time.Duration
import java.time.Instant
import java.util.concurrent.ConcurrentLinkedQueue
import spock.lang.AutoCleanup
import spock.lang.Specification

/** As many jobs as one waits for at most, of every fate, at a service that fails in every way it can, for hours. */
class AwaitLoadSpec extends Specification {
    static final JOBS = 10_000
    static final LOOK = Duration.ofMinutes(15)

    /** How many of them there are, beside the one that is in every account, and what becomes of them. */
    static final FATES = [
        [count: 5000, state: 'queued', work: '6m'],
        [count: 1500, state: 'queued', work: '15m'],
        [count: 1500, state: 'queued', work: '4m', error: '{ code = "UserInput", message = "File {n} is no video." }'],
        [count: 500, state: 'canceling'],
        [count: 299, state: 'processing', work: '20m'],
        [count: 200, state: 'queued', work: '4m', 'vanishes-after': '1h'],
        [count: 500, state: 'queued', work: '5m', 'vanishes-after': '2h'],
        [count: 500, state: 'queued', work: '5m', 'vanishes-after': '200m'],
    ]

    /** What strikes by chance, in per cent of what nothing before it has struck. */
    static final SHARES = [busy: 3, 'too-many-requests': 3, 'internal-error': 3, 'bad-gateway': 3, 'gateway-timeout': 3, dropped: 2,
                           'half-sent': 2, 'truncated-json': 2, html: 2, slow: 2, redirect: 2]

    static final MORE = [slow: [over: '5ms'], 'too-many-requests': ['retry-after': '0s']]

    def clock = new MutableClock(SandboxedClient.START)
    def log = new ConcurrentLinkedQueue<String>()

    @AutoCleanup
    Sandbox sandbox = Sandbox.start(new SandboxOptions(0, 7, 1, null).with(scenarioOf(text())).logging { log << it }, clock)
    def tokens = new SignedIn(sandbox)

    @AutoCleanup
    Network network = Networks.direct(clock)
    @AutoCleanup
    V2MediaService service = new V2MediaService(
        new HttpTransport(Endpoint.parse(sandbox.endpoint().toString(), 'x'), [] as Set, tokens, network, Backoff.standard { 0d }, { CancellableThread.current() }, {}),
        '2.19', clock, {})

    def view = new RecordingView()
    def awaiting = new Awaiting({ service }, clock, this::live, { 0.5d }, { view }, { Optional.empty() })
    def ams = new Ams({ service }, clock, awaiting, {}, new Host({}, { it }, {}))
    def other = new WireClient(sandbox)
    def random = new Random(7)

    /** The state, the end and the purge of each job that is over, as they are in the table of the sandbox itself. */
    Map<String, List> ended = [:]

    def "each of 10,000 jobs gets the verdict that the sandbox has for it, once and not before its end"() {
        given:
        def all = read() as Set

        when:
        ams.settle(ams.jobs.active, every: LOOK, timeout: Duration.ofDays(2))

        then:
        def e = thrown(AwaitFailed)
        def there = read() as Set
        def faults = log.findAll { it.contains(' /api/Jobs') }.countBy { it.contains(' fault: ') ? it.split(' fault: ')[1] : 'none' }
        def (gone, over) = e.verdicts.split { it.end() == Verdict.End.GONE }
        all.size() == JOBS
        all.equals(e.verdicts*.id()*.text() as Set)
        e.verdicts.size() == JOBS

        and: 'what is over ended as the sandbox says, before the look that showed it'
        over.findAll { [it.job().state().name(), it.job().ended()] != ended[it.id().text()].take(2) } == []
        over.findAll { it.job().ended() > it.job().asOf() } == []
        over.findAll { !it.job().hasTasks() && it.id().text() in there } == []
        over*.job()*.state()*.name() as Set == ['Finished', 'Error', 'Canceled'] as Set

        and: 'what is gone is gone, and was not over for so long that a look must have shown it'
        gone.findAll { it.id().text() in there } == []
        gone.findAll { ended[it.id().text()]?.with { it[1] < it[2] - LOOK - LOOK } } == []
        gone.size() > 100

        and: 'each was told of once'
        view.changes.countBy { it.split(' ').last() }.subMap('Finished', 'Error', 'Canceled') == over.countBy { it.job().state().name() }
        view.told.findAll { it.contains(' is not there') }.sum { 1 + ((it =~ /and (\d+) more/).find() ? it.find(/(?<=and )\d+/) as int : 0) } == gone.size()

        and: 'the service failed in every way, and let tokens live five minutes of its time'
        // an account that is gone is nothing to wait out
        faults*.key.toSet() - 'none' == (FaultKind.values()*.label() as Set) - 'account-deleted'
        (28..32).contains(100 - (100 * faults.none).intdiv(faults*.value.sum()))
        tokens.issued > Duration.between(Instant.parse(SandboxedClient.START), clock.instant()).dividedBy(LOOK)
    }

    /** Time passes. What is in the table at the next look is written down, and then somebody else cancels some jobs. */
    void live(Object lock, Duration atMost) {
        clock.advance(atMost)
        def active = read().findAll { !ended.containsKey(it) }
        10.times {
            def id = active ? active[random.nextInt(active.size())] : WireClient.EXAMPLE
            assert other.get("CancelJob?jobid='${id.replace(':', '%3A')}'").statusCode() in [204, 400]
        }
    }

    /** Reads the table of the sandbox itself, and says which jobs are in it. */
    List<String> read() {
        def now = sandbox.account().at(clock.instant())
        now.jobs().findAll { !ended.containsKey(it.id()) }.each { job ->
            def view = new JobView(job, now.now())
            if (view.endTime() != null) {
                ended[job.id()] = [JobState.values().find { it.code() == view.state() }.wireName(), view.endTime(), job.vanishes()]
            }
        }
        now.jobs()*.id()
    }

    /** The faults begin after the first look, which has no more than the usual retries. */
    static String text() {
        def jobs = FATES.collect { fate ->
            "[[jobs]]\nago = \"1m\"\nspread = \"10m\"\ntasks = 1\n" + fate.collect { key, value ->
                value instanceof Integer || value.startsWith('{') ? "$key = $value" : "$key = \"$value\""
            }.join('\n')
        }
        def faults = [
            [kind: 'outage', from: '1h', until: '80m'],
            [kind: 'outage', status: 500, from: '150m', until: '170m'],
            [kind: 'moved', from: '40m', times: 1],
            [kind: 'redirect-loop', every: 100],
            // when a token is refused again right after it was renewed, a wait gives up for good reason
            [kind: 'token-expired', every: 50, until: '2h', path: "/api/Jobs(*)/Tasks"],
            [kind: 'unauthorized-empty', every: 50, from: '2h', path: "/api/Jobs(*)/Tasks"],
        ] + SHARES.collect { kind, percent -> [kind: kind, share: percent / 100] + (MORE[kind] ?: [:]) }
        def rules = faults.collect { fault ->
            "[[faults]]\n" + ([from: '1s', path: '/api/Jobs*'] + fault).collect { key, value ->
                value instanceof Number ? "$key = $value" : "$key = \"$value\""
            }.join('\n')
        }
        """
        [account]
        jobs = 0
        queued = 0
        scheduled = 0
        processing = 0
        canceling = 0
        reserved-units = 400
        new-job-every = "never"
        [tokens]
        lifetime = "5m"
        """.stripIndent() + (jobs + rules).join('\n')
    }
}
