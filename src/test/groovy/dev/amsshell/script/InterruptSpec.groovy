package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification

class InterruptSpec extends Specification {
    static io = new Io(InputStream.nullInputStream(), System.out, System.err, false, false, false)
    def started = new CountDownLatch(1)
    def engine = new ScriptEngine([started: started], io, Optional.empty())
    def cancellation = new Cancellation()

    def running(String text) {
        def outcome = new CompletableFuture<Outcome>()
        Thread.startDaemon {
            outcome.complete(engine.run(new Source('hostile.groovy', text, null), [], cancellation, { it }))
        }
        started.await()
        return outcome
    }

    def "a cancelled script stops: #text"() {
        given:
        def outcome = running(text)

        when:
        cancellation.cancel()

        then:
        outcome.get(20, TimeUnit.SECONDS) instanceof Outcome.Interrupted

        where:
        text << [
            'started.countDown(); while (true) { }',
            'started.countDown(); int i = 0; while (true) i++',
            'started.countDown(); for (;;) { }',
            'started.countDown(); do { } while (true)',
            'started.countDown(); sleep 60_000',
            'started.countDown(); [1].each { sleep 60_000 }',
            'class K { static void go() { sleep 60_000 }; void on() { sleep(60_000L) } }; started.countDown(); K.go()',
            'class K { void on() { [1].each { sleep(60_000L) } } }; started.countDown(); new K().on()',
            '@groovy.transform.CompileStatic void go() { sleep(60_000) }; started.countDown(); go()',
            'started.countDown(); sleep(Long.MAX_VALUE)',
            'started.countDown(); sleep(java.time.Duration.ofDays(1))',
            'started.countDown(); Thread.sleep(60_000)',
            'started.countDown(); while (true) { try { Thread.sleep 50 } catch (e) { } }',
            'started.countDown(); while (true) { try { sleep 50 } catch (Throwable e) { } }',
            'def f() { try { f() } catch (StackOverflowError e) { f() } }; started.countDown(); f()',
            'started.countDown(); (1..Integer.MAX_VALUE).each { it + 1 }',
            'class K { static void go() { while (true) { } } }; started.countDown(); K.go()',
            '@groovy.transform.CompileStatic void go() { while (true) { } }; started.countDown(); go()',
            'started.countDown(); new Object().with { synchronized (it) { it.wait() } }',
        ]
    }

    def "a script that cannot be stopped is left behind"() {
        given:
        def outcome = running('started.countDown(); java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()')

        when:
        cancellation.cancel()
        cancellation.abandon()

        then:
        outcome.get(20, TimeUnit.SECONDS) instanceof Outcome.Interrupted
    }
}
