package dev.amsshell.service.v2

import static dev.amsshell.testing.SandboxedClient.scenarioOf

import dev.amsshell.base.CancellableThread
import dev.amsshell.config.Endpoint
import dev.amsshell.query.Condition
import dev.amsshell.query.Entities
import dev.amsshell.query.Selection
import dev.amsshell.sandbox.Sandbox
import dev.amsshell.sandbox.SandboxOptions
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.Networks
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.transport.Backoff
import dev.amsshell.transport.HttpTransport
import dev.amsshell.transport.Network
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.ConcurrentLinkedQueue
import spock.lang.AutoCleanup
import spock.lang.Specification

/** An account that is full, at a service that is busy every fifth time. */
class ListingLoadSpec extends Specification {
    static final SCENARIO = Files.readString(Path.of('samples/scenarios/big-account.toml')) + '''
        [[faults]]
        kind = "busy"
        share = 0.2
        path = "/api/Jobs*"
        '''.stripIndent()

    def clock = new MutableClock(SandboxedClient.START)
    def log = new ConcurrentLinkedQueue<String>()

    @AutoCleanup
    Sandbox sandbox = Sandbox.start(new SandboxOptions(0, 7, 60, 'a-token').with(scenarioOf(SCENARIO)).logging { log << it }, clock)
    @AutoCleanup
    Network network = Networks.direct(clock)

    /** So many attempts that chance does not decide; without waits. */
    @AutoCleanup
    V2MediaService service = new V2MediaService(
        new HttpTransport(Endpoint.parse(sandbox.endpoint().toString(), 'x'), [] as Set, { 'a-token' }, network,
            new Backoff(20, Duration.ofNanos(1), Duration.ofNanos(1), { 0d }), { CancellableThread.current() }, {}),
        '2.19', clock, {})

    def "each of 50,000 jobs comes once"() {
        when:
        def come = service.list(new Selection(Entities.JOBS, Condition.TRUE, [], Selection.ALL)).collect { it.id() }

        then:
        come.size() == 50_000
        come.toSet().equals(sandbox.account().at(clock.instant()).jobs()*.id().toSet())

        and: 'although about a fifth of the answers were none'
        def faults = log.count { it.contains(' fault: busy') }
        faults > log.size() * 0.1
        faults < log.size() * 0.35
    }
}
