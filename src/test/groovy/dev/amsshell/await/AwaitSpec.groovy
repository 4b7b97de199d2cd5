package dev.amsshell.await

import static dev.amsshell.job.JobState.*

import dev.amsshell.base.CancellableThread
import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import dev.amsshell.base.Failure
import dev.amsshell.testing.SandboxedClient
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** What ends a wait for one job, and what it comes to; asked of the built-in service over real HTTP. */
@Timeout(60)
class AwaitSpec extends Specification {
    static final ID = 'f3c43f94-327f-2347-90bb-000000000001'
    static final PROCESSING_FOR_3_MIN = 'state = "processing"\nago = "1m"\nwork = "3h"'
    static final QUEUED_FIRST = 'state = "queued"\nago = "10s"\nwork = "3h"'
    static final FAILS = PROCESSING_FOR_3_MIN + '\nerror = { code = "UserInput", message = "File type not supported." }'
    static final STUCK = 'state = "processing"\nago = "1m"\nwork = "3h"\nsticks-at = 50'

    @AutoCleanup
    SandboxedClient client

    def job(String keys, String more = '') {
        client = new SandboxedClient("""
            [account]
            new-job-every = "never"
            [[jobs]]
            id = "$ID"
            name = "One"
            tasks = 1
            $keys
            $more
        """.stripIndent())
        client.ams.job(ID)
    }


    void cancelJob() {
        assert client.other.get("CancelJob?jobid='nb%3Ajid%3AUUID%3A$ID'").statusCode() == 204
    }

    void deleteJob() {
        assert client.other.send('DELETE', "Jobs('nb%3Ajid%3AUUID%3A$ID')").statusCode() == 204
    }

    def "a job that finishes is returned as it is then, with its tasks"() {
        when:
        def job = job(PROCESSING_FOR_3_MIN).await()

        then:
        job.state() == FINISHED
        job.progress == 100
        job.ended() != null
        !client.clock.instant().isBefore(job.ended())
        client.view.changes == ['Processing', 'Processing -> Finished']
        client.view.told == ['waiting as long as it takes; --timeout 2h or timeout: 2.hours would end it']
        client.view.closed == 1
    }

    def "a job that is over already is returned after one look"() {
        when:
        def job = job('state = "finished"\nago = "1h"').await()

        then:
        job.state() == FINISHED
        job.progress == 100
        client.requests.size() == 2
        client.clock.instant().toString() == SandboxedClient.START
    }

    def "a job that ends in Error is a failure that carries it"() {
        when:
        job(FAILS).await()

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.JOB_FAILED
        e.job.state() == ERROR
        e.failedTasks.size() == 1
        e.errors*.code() == ['UserInput']
        e.retry.toString().equalsIgnoreCase('no')
        e.ids == ["nb:jid:UUID:$ID"]
    }

    def "a job that somebody cancels is a failure of its own, and Canceling is not its end"() {
        given:
        def job = job(STUCK)

        when:
        job.await(onChange: { it, before -> if (it.state() == PROCESSING) cancelJob() })

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.JOB_CANCELED
        e.job.state() == CANCELED
        client.view.changes == ['Processing', 'Processing -> Canceling', 'Canceling -> Canceled']
    }

    def "settle returns a job whatever its final state"() {
        expect:
        job(FAILS).settle().state() == ERROR
        client.ams.settle(ID).state() == ERROR
    }

    def "a job that never was there is gone after two looks"() {
        when:
        job(STUCK)
        client.ams.job('f3c43f94-327f-2347-90bb-00000000dead')."$word"()

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.NO_SUCH_JOB
        e.job == null
        e.message.startsWith('no such job: nb:jid:UUID:f3c43f94-327f-2347-90bb-00000000dead at http')
        client.requests.size() == 2
        client.clock.instant() <= Instant.parse(SandboxedClient.START) + Duration.ofSeconds(2)

        where:
        word << ['await', 'settle']
    }

    def "a job whose record is purged while it is awaited is gone, with what was last seen of it"() {
        when:
        job(STUCK + '\nvanishes-after = "10m"').await()

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.NO_SUCH_JOB
        e.job.state() == PROCESSING
        e.message.contains('vanished while it was awaited')
        client.view.changes == ['Processing']
    }

    def "the deadline ends a wait, on time and with a last look"() {
        when:
        job(STUCK).await(timeout: Duration.ofMinutes(20))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.DEADLINE
        e.job.asOf() == client.clock.instant()
        client.clock.instant().toString() == '2024-05-01T03:20:00Z'
        e.message == "not over after 20 min 0 s: job nb:jid:UUID:$ID 'One': Processing"
    }

    def "a deadline of zero is one look, which may bring the end"() {
        given:
        def job = job(PROCESSING_FOR_3_MIN)

        when:
        job.await(timeout: Duration.ZERO)
        then:
        thrown(AwaitFailed)
        client.requests.size() == 1

        when:
        client.clock.advance(Duration.ofMinutes(5))
        then:
        job.await(timeout: Duration.ZERO).state() == FINISHED
    }

    def "a wait of #timeout is no trouble"() {
        expect:
        job(PROCESSING_FOR_3_MIN).await(timeout: timeout, stall: timeout).state() == FINISHED

        where:
        timeout << [Duration.ofDays(400_000), Duration.ofSeconds(Long.MAX_VALUE)]
    }

    def "until #until ends with the job in #state"() {
        expect:
        job(keys).await(until: until, timeout: Duration.ofHours(1)).state() == state

        where:
        keys                 | until        || state
        QUEUED_FIRST         | QUEUED       || QUEUED
        QUEUED_FIRST         | 'processing' || PROCESSING
        PROCESSING_FOR_3_MIN | PROCESSING   || PROCESSING
        PROCESSING_FOR_3_MIN | SCHEDULED    || PROCESSING
        PROCESSING_FOR_3_MIN | FINISHED     || FINISHED
        FAILS                | ERROR        || ERROR
    }

    def "a state that was passed between two looks is reached"() {
        when:
        def job = job(keys).await(until: PROCESSING, every: Duration.ofHours(2))

        then:
        job.state() == state
        client.view.changes == ['Queued', "Queued -> $state"]

        where:
        keys                                                 || state
        QUEUED_FIRST                                         || FINISHED
        QUEUED_FIRST + '\nerror = { code = "X", message = "Y" }' || ERROR
    }

    def "a job that ends without what was waited for is a failure: #kind, #text"() {
        when:
        job(keys).await(until: until)

        then:
        def e = thrown(AwaitFailed)
        e.kind() == kind
        e.message.contains(text)

        where:
        keys                 | until                  || kind                        | text
        PROCESSING_FOR_3_MIN | ERROR                  || Failure.Kind.STATE_MISSED   | 's without Error'
        PROCESSING_FOR_3_MIN | { false }              || Failure.Kind.STATE_MISSED   | "without what 'until' asks for"
        FAILS                | CANCELED               || Failure.Kind.JOB_FAILED     | 'ended in Error'
        FAILS                | { it.progress > 1000 } || Failure.Kind.JOB_FAILED     | 'UserInput: File type not supported.'
    }

    def "until a closure holds of the job with its tasks"() {
        when:
        def job = job(PROCESSING_FOR_3_MIN).await(until: { it.progress > 60 })

        then:
        job.state() == PROCESSING
        job.progress > 60
        job.progress < 100
    }

    def "what a closure throws ends the wait with just that"() {
        given:
        def trouble = new IOException('no mail today')

        when:
        job(PROCESSING_FOR_3_MIN).await((option): { throw trouble })

        then:
        def e = thrown(IOException)
        e.is(trouble)
        client.view.closed == 1

        where:
        option << ['until', 'onChange']
    }

    def "a closure that runs past the deadline is followed by one last look"() {
        when:
        def job = job(PROCESSING_FOR_3_MIN)
            .await(timeout: Duration.ofMinutes(1), onChange: { if (it.state() == PROCESSING) client.clock.advance(Duration.ofMinutes(30)) })

        then:
        job.state() == FINISHED
        client.requests.findAll { it.contains('Jobs()?') }.size() == 2
    }

    def "a closure may wait for the same job itself"() {
        when:
        def inner
        def job = job(PROCESSING_FOR_3_MIN).await(onChange: { inner = inner ?: client.ams.job(ID).await() })

        then:
        job.state() == FINISHED
        inner.state() == FINISHED
    }

    def "onChange is given the job with its tasks, and the state before"() {
        given:
        def seen = []

        when:
        job(QUEUED_FIRST).await(onChange: { job, before -> seen << [before, job.state(), job.tasks().size()] })

        then:
        seen.first() == [null, QUEUED, 1]
        seen.last()[1..2] == [FINISHED, 1]
        seen.indices.every { it == 0 || seen[it][0] == seen[it - 1][1] }
    }

    def "every is a fixed time from look to look"() {
        given:
        def times = []
        def job = job(STUCK)

        when:
        job.await(every: Duration.ofSeconds(90), timeout: Duration.ofMinutes(10), until: { times << it.asOf(); false })

        then:
        thrown(AwaitFailed)
        times[0..6] == (0..6).collect { times[0] + Duration.ofSeconds(90 * it) }
        times.size() == 8
    }

    def "a stall is told of each time nothing has changed for so long, and not before"() {
        when:
        job(STUCK).await(stall: Duration.ofMinutes(10), timeout: Duration.ofMinutes(40))

        then:
        thrown(AwaitFailed)
        def told = client.view.told
        told.size() == 3
        told.every { it =~ /nothing has changed for \d+ min \d+ s in job \S+ 'One': Processing, 50\.0 %/ }
    }

    def "progress alone is no stall"() {
        when:
        job(PROCESSING_FOR_3_MIN).await(stall: Duration.ofSeconds(60), timeout: Duration.ofMinutes(35))

        then:
        client.view.told == []
    }

    def "tasks are read only when somebody will look at them"() {
        given:
        def job = job(PROCESSING_FOR_3_MIN)
        client.view.wantsTasks = isShown

        when:
        job.await()

        then:
        def requests = client.requests
        requests.count { it.contains('/Tasks') } == (isShown ? requests.count { it.contains('Jobs()?') } : 1)
        (client.view.latest.job() == null) || client.view.latest.job().hasTasks() || !isShown

        where:
        isShown << [true, false]
    }

    def "an id in other letter case and a snapshot name the same job"() {
        given:
        def handle = job('state = "finished"\nago = "1h"')

        expect:
        client.ams.await(ID.toUpperCase()).id() == "nb:jid:UUID:$ID"
        client.ams.await(handle).id() == "nb:jid:UUID:$ID"
        client.ams.await(handle.snapshot()).id() == "nb:jid:UUID:$ID"
    }

    def "a clock that is set back neither stops a wait nor makes it longer"() {
        given:
        def job = job(STUCK)
        def start = client.clock.instant()

        when:
        job.await(timeout: Duration.ofMinutes(10), until: {
            if (it.asOf() > start + Duration.ofMinutes(5)) {
                client.clock.advance(Duration.ofHours(-8))
            }
            false
        })

        then:
        thrown(AwaitFailed)
        client.clock.instant() == start + Duration.ofMinutes(10) - Duration.ofHours(8)
    }

    def "who interrupts ends the wait at once, and is told how to go on"() {
        given:
        def job = job(STUCK)
        def cancellation = new Cancellation()
        def ended = new CompletableFuture()
        def thread = new CancellableThread('script', cancellation, {
            try {
                job.await(onChange: { cancellation.cancel() })
            } catch (Throwable e) {
                ended.complete(e)
            }
        })

        when:
        thread.start()

        then:
        ended.get(10, TimeUnit.SECONDS) instanceof Cancelled
        client.view.told.last() == "the job goes on; to wait for it again: ams.job('nb:jid:UUID:$ID').await()"
        client.view.closed == 1
    }

    def "an interrupt of the thread that is no wish to stop ends nothing"() {
        when:
        def job = job(PROCESSING_FOR_3_MIN)
        Thread.currentThread().interrupt()
        def ended = job.await()

        then:
        ended.state() == FINISHED
        Thread.interrupted()
    }
}
