package dev.amsshell.testing

import dev.amsshell.await.Awaiting
import dev.amsshell.await.ProgressView
import dev.amsshell.base.CancellableThread
import dev.amsshell.check.Bookmarks
import dev.amsshell.check.Checks
import dev.amsshell.config.ConfigurationProblem
import dev.amsshell.config.Endpoint
import dev.amsshell.dsl.Ams
import dev.amsshell.dsl.Host
import dev.amsshell.dsl.ChangePlan
import dev.amsshell.dsl.WriteGuard
import dev.amsshell.sandbox.Sandbox
import dev.amsshell.sandbox.SandboxOptions
import dev.amsshell.sandbox.WireClient
import dev.amsshell.sandbox.scenario.Scenario
import dev.amsshell.service.MediaService
import dev.amsshell.service.v2.V2MediaService
import dev.amsshell.transport.Backoff
import dev.amsshell.transport.Exchange
import dev.amsshell.transport.HttpTransport
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit
import java.util.function.Consumer

/** The words and the service beneath them, asked of a sandbox over real HTTP, with what was sent and said. */
final class SandboxedClient implements Closeable {
    static final String START = '2024-05-01T03:00:00Z'

    private final List<String> logged = []
    private int asked

    final List<String> notices = new CopyOnWriteArrayList<>()

    /** What came of each request, in the order in which they ended. */
    final List<Exchange> exchanges = new CopyOnWriteArrayList<>()
    final MutableClock clock
    final Sandbox sandbox
    final V2MediaService service
    final Awaiting awaiting
    final Ams ams
    final Checks checks
    final Bookmarks bookmarks

    /** What those who wait are shown. */
    final RecordingView view = new RecordingView()

    /** Another client of the same sandbox, which changes what is in it. */
    final WireClient other

    /** What was about to be changed, in order. */
    final List<ChangePlan> plans = []

    /** Run with each plan before it is permitted. */
    Closure<?> onPlan = {}

    private class Permission implements WriteGuard {
        @Override
        void permit(ChangePlan plan) {
            plans << plan
            onPlan(plan)
        }

        @Override
        void tell(String notice) {
            notices << notice
        }
    }

    /** @param scenario the text of a scenario, or null for the ordinary account */
    SandboxedClient(String scenario = null, String start = START) {
        clock = new MutableClock(start)
        def options = new SandboxOptions(0, 7, 60, 'a-token').logging { line -> log(path(line)) }
        sandbox = Sandbox.start(scenario == null ? options : options.with(scenarioOf(scenario)), clock)
        service = service(sandbox.endpoint().toString(), clock, notices, { ask() }, exchanges.&add)
        awaiting = awaiting(service, clock, view)
        checks = new Checks(clock, {})
        bookmarks = new Bookmarks(TemporaryFolder.named('bookmarks'), clock.instant())
        ams = new Ams({ service }, clock, awaiting, new Permission(), new Host({}, { it }, { name -> on(name) }, checks, { name -> bookmarks.of('sandbox', name) }))
        other = new WireClient(sandbox)
    }

    /**
     * @param onRequest run before each request
     * @param listener told what came of each
     */
    static V2MediaService service(String root, MutableClock clock, List<String> notices, Runnable onRequest = {}, Consumer<Exchange> listener = {}) {
        def token = { onRequest.run(); 'a-token' }
        def transport = new HttpTransport(Endpoint.parse(root, 'x'), [] as Set, token, Networks.direct(clock), Backoff.standard { 0d }, { CancellableThread.current() }, listener)
        new V2MediaService(transport, '2.19', clock, notices.&add)
    }

    /** Waits whose time passes as fast as looks are taken. */
    static Awaiting awaiting(MediaService service, MutableClock clock, ProgressView view) {
        new Awaiting({ service }, clock, { lock, atMost -> clock.advance(atMost) }, { 0.5d }, { view }, { Optional.empty() })
    }

    /** Of other profiles there is one, which leads here, too. */
    private Ams on(String name) {
        if (name != 'other') {
            throw new ConfigurationProblem("there is no profile '$name'", "There is 'other'.")
        }
        return ams
    }

    /** What this client has sent: paths and queries, decoded, about in order: the sandbox logs after it has answered. */
    synchronized List<String> getRequests() {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5)
        while (logged.size() < asked && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.timedWait(this, 100)
        }
        logged.toList()
    }

    /** Forgets what was sent and said so far. */
    synchronized void forget() {
        requests
        logged.clear()
        notices.clear()
        exchanges.clear()
        asked = 0
    }

    private synchronized void ask() {
        asked++
    }

    private synchronized void log(String request) {
        logged << request
        notifyAll()
    }

    @Override
    void close() {
        service.close()
        sandbox.close()
    }

    /** A scenario from its text. */
    static Scenario scenarioOf(String text) {
        Path file = Files.createTempFile('scenario', '.toml')
        try {
            Files.writeString(file, text)
            Scenario.read(file)
        } finally {
            Files.delete(file)
        }
    }

    private static String path(String line) {
        ((line =~ /[A-Z]+ \/api\/(.*) \S+ \d+ bytes/)[0][1] as String)
    }
}
