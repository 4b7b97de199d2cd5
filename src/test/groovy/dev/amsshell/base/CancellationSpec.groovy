package dev.amsshell.base

import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification

class CancellationSpec extends Specification {
    def cancellation = new Cancellation()

    def "a checkpoint lets work pass until it is cancelled, and never again after"() {
        when:
        cancellation.checkpoint()
        then:
        noExceptionThrown()

        when:
        cancellation.cancel()
        cancellation.checkpoint()
        then:
        thrown(Cancelled)

        when:
        cancellation.checkpoint()
        then:
        thrown(Cancelled)
    }

    def "a sleep ends when the work is cancelled"() {
        given:
        def asleep = new CountDownLatch(1)
        def woken = new CountDownLatch(1)
        def sleeper = Thread.startDaemon {
            asleep.countDown()
            try {
                cancellation.sleep(Duration.ofHours(1))
            } catch (Cancelled ignored) {
                woken.countDown()
            }
        }

        when:
        asleep.await()
        cancellation.cancel()

        then:
        woken.await(10, TimeUnit.SECONDS)
        sleeper.join()
    }

    def "actions run once when the work is cancelled, unless they were closed before"() {
        given:
        def ran = []
        cancellation.onCancel { ran << 'a' }
        cancellation.onCancel { ran << 'closed' }.close()

        when:
        cancellation.cancel()
        cancellation.cancel()

        then:
        ran == ['a']
    }

    def "an action that comes too late runs at once"() {
        given:
        def ran = []
        cancellation.cancel()

        when:
        cancellation.onCancel { ran << 'late' }

        then:
        ran == ['late']
    }
}
