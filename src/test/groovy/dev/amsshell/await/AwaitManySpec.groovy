package dev.amsshell.await

import static dev.amsshell.job.JobState.*

import dev.amsshell.base.CancellableThread
import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import dev.amsshell.base.Failure
import dev.amsshell.dsl.Ams
import dev.amsshell.dsl.Host
import dev.amsshell.job.InvalidJobId
import dev.amsshell.service.RequestRefused
import dev.amsshell.sandbox.WireClient
import dev.amsshell.testing.RecordingView
import dev.amsshell.testing.SandboxedClient
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** Waits for several jobs, for the first of them, and for those that a query gives; over real HTTP. */
@Timeout(60)
class AwaitManySpec extends Specification {
    static final START = Instant.parse(SandboxedClient.START)
    static final ABSENT = 'dead'

    @AutoCleanup
    SandboxedClient client

    /** An account with these jobs, which are named by the ends of their ids. */
    void account(Map<String, String> jobs, String more = '') {
        def planted = jobs.collect { end, keys -> "[[jobs]]\nid = '${id(end)}'\nname = 'Job $end'\ntasks = 1\n$keys" }
        client = new SandboxedClient("[account]\njobs = 0\nqueued = 0\nscheduled = 0\nprocessing = 0\ncanceling = 0\nnew-job-every = 'never'\n" +
            planted.join('\n') + '\n' + more)
    }

    static String id(String end) {
        'f3c43f94-327f-2347-90bb-' + end.padLeft(12, '0')
    }

    static final FINISHES = 'state = "processing"\nago = "1m"\nwork = "1h"'
    static final LATER = 'state = "processing"\nago = "1m"\nwork = "10h"'
    static final FAILS = LATER + '\nerror = { code = "UserInput", message = "No such codec." }'
    static final STUCK = LATER + '\nsticks-at = 50'
    static final CANCELED_LONG_AGO = 'state = "canceled"\nago = "1h"'

    def ids(String... ends) {
        ends.collect { id(it) }
    }

    List<String> ends(jobs) {
        jobs.collect { it.id().split('-').last().replaceFirst('^0+', '') }
    }

    def "all are waited for, and returned in the order they were asked for"() {
        given:
        account('1': LATER, '2': FINISHES, '3': LATER)

        when:
        def jobs = client.ams.await(ids('3', '2', '1'))

        then:
        ends(jobs) == ['3', '2', '1']
        jobs*.state() == [FINISHED] * 3
        jobs*.progress == [100d] * 3
    }

    def "handles, snapshots, ids, collections and queries are all jobs; those named twice count once"() {
        given:
        account('1': FINISHES, '2': FINISHES, '3': FINISHES)
        def ams = client.ams

        expect:
        ends(ams.await([ams.job(id('2')), [id('1').toUpperCase(), ams.job(id('1')).snapshot] as Set, ams.jobs.named('Job *').oldest(3)])).sort() == ['1', '2', '3']
        ams.await([]) == []
    }

    def "what is no job is refused before anything is asked: #what"() {
        given:
        account('1': FINISHES)

        when:
        client.ams.await(what)

        then:
        def e = thrown(type)
        client.requests == []

        where:
        what          || type
        [1, 2]        || IllegalArgumentException
        [null]        || IllegalArgumentException
        ['no-job']    || InvalidJobId
        [timeout: 3]  || IllegalArgumentException
    }

    def "queries of something else are refused"() {
        given:
        account('1': FINISHES)

        when:
        client.ams.await(client.ams.assets)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains('waits for jobs')
    }

    def "at the end, one failure tells of all"() {
        given:
        account('1': FINISHES, '2': FAILS, '3': CANCELED_LONG_AGO)

        when:
        client.ams.await(ids('1', '2', '3', ABSENT))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.NO_SUCH_JOB
        e.message.startsWith('of 4 jobs, 1 gone, 1 in Error, 1 Canceled; 1 Finished\n')
        e.verdicts*.end() == [Verdict.End.REACHED, Verdict.End.FAILED, Verdict.End.CANCELED, Verdict.End.GONE]
        ends(e.reached) == ['1']
        client.view.told.any { it == "job nb:jid:UUID:${id(ABSENT)} is not there" }
    }

    def "the worst of #jobs is #kind"() {
        given:
        account('1': FINISHES, '2': FAILS, '3': CANCELED_LONG_AGO, '4': STUCK)

        when:
        client.ams.await(ids(*jobs), timeout: Duration.ofMinutes(30))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == kind

        where:
        jobs                 || kind
        ['1', '2', '3', '4'] || Failure.Kind.JOB_FAILED
        ['4', '1', '3']      || Failure.Kind.JOB_CANCELED
        ['1', '4']           || Failure.Kind.DEADLINE
    }

    def "to settle, every end is as good, and only to be late is none"() {
        given:
        account('1': FINISHES, '2': FAILS, '3': CANCELED_LONG_AGO, '4': STUCK)

        when:
        client.ams.settle(ids('1', '2', '3', '4'), timeout: Duration.ofMinutes(30))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.DEADLINE
        e.message.startsWith('of 4 jobs, 1 not over in time; 3 over\n')
    }

    def "settled jobs come back whatever their state"() {
        given:
        account('1': FINISHES, '2': FAILS, '3': CANCELED_LONG_AGO)

        expect:
        client.ams.settle(ids('1', '2', '3'))*.state() == [FINISHED, ERROR, CANCELED]
    }

    def "awaitAny returns the first that is over, whatever its state"() {
        given:
        account('1': LATER, '2': FINISHES, '4': STUCK)

        expect:
        ends([client.ams.awaitAny(ids('1', '4', '2'))]) == ['2']
        client.ams.awaitAny([]) == null
        client.view.told.size() == 1
    }

    def "of several that are over, awaitAny returns the one that ended first"() {
        given:
        account('1': 'state = "finished"\nago = "1h"', '2': 'state = "finished"\nago = "3h"', '3': 'state = "finished"\nago = "2h"')

        expect:
        ends([client.ams.awaitAny(ids('1', '2', '3'))]) == ['2']
    }

    def "one job whose tasks cannot be read keeps nobody from those of the others"() {
        given:
        account('1': FINISHES, '2': FINISHES, '3': FINISHES, """[[faults]]
            kind = "internal-error"
            path = "*000000001*Tasks"
        """.stripIndent())

        when:
        def jobs = client.ams.await(ids('1', '2', '3'))

        then:
        jobs*.state() == [FINISHED] * 3
        jobs*.hasTasks() == [false, true, true]

        when:
        client.ams.await(ids('1', '2', '3'), until: { it.progress == 100 }, timeout: Duration.ofMinutes(1))

        then:
        def e = thrown(AwaitFailed)
        e.verdicts*.end() == [Verdict.End.LATE, Verdict.End.REACHED, Verdict.End.REACHED]
    }

    def "jobs that were over at the start say nothing of how long the others take"() {
        given:
        account('1': 'state = "finished"\nago = "1h"', '2': 'state = "finished"\nago = "3h"', '4': STUCK)

        when:
        client.ams.await(ids('1', '2', '4'), timeout: Duration.ofMinutes(1))

        then:
        thrown(AwaitFailed)
        client.view.latest.expectedEnd() == null
    }

    def "awaitAny of #jobs is #end"() {
        given:
        account('2': FAILS, '3': CANCELED_LONG_AGO, '4': STUCK)

        expect:
        client.ams.awaitAny(ids(*jobs)).state() == end

        where:
        jobs          || end
        ['2', '4']    || ERROR
        ['4', '3']    || CANCELED
        [ABSENT, '2'] || ERROR
    }

    def "awaitAny fails when #jobs leave nothing to wait for"() {
        given:
        account('4': STUCK)

        when:
        client.ams.awaitAny(ids(*jobs), timeout: Duration.ofMinutes(5))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == kind

        where:
        jobs     || kind
        ['4']    || Failure.Kind.DEADLINE
        [ABSENT] || Failure.Kind.NO_SUCH_JOB
    }

    def "a query is run once, and one that gives nothing is an empty result and a notice"() {
        given:
        account('1': FINISHES, '2': LATER)

        expect:
        client.ams.jobs.active.named('Job *').await()*.state() == [FINISHED, FINISHED]
        client.requests.count { it.contains('State') } == 1

        and:
        client.ams.jobs.named('Nothing*').await() == []
        client.ams.awaitAny(client.ams.jobs.named('Nothing*')) == null
        client.view.told.count { it == 'the query gives no jobs, so that there are none to wait for' } == 2
    }

    def "a query is run until a job appears"() {
        given:
        account('1': LATER)
        int naps = 0
        def awaiting = new Awaiting({ client.service }, client.clock, { lock, atMost ->
            client.clock.advance(atMost)
            if (++naps == 20) {
                submit()
            }
        }, { 0.5d }, { client.view }, { Optional.empty() })

        when:
        def jobs = new Ams({ client.service }, client.clock, awaiting, {}, new Host({}, { it }, {})).jobs.named('nightly-*').newest(1).await(appear: Duration.ofMinutes(5))

        then:
        jobs*.name() == ['nightly-7']
        jobs*.state() == [FINISHED]
        client.view.closed == 2
    }

    def submit() {
        def asset = client.other.created('Assets', [Name: 'in']).Id
        client.other.post("Files", [Name: 'a.mp4', ParentAssetId: asset, IsPrimary: true])
        def processor = client.other.rows('MediaProcessors').find { it.Name == 'Media Encoder Standard' }.Id
        client.other.created('Jobs', [Name: 'nightly-7',
            InputMediaAssets: [[__metadata: [uri: "${client.sandbox.endpoint()}Assets('${URLEncoder.encode(asset as String, 'UTF-8')}')".toString()]]],
            Tasks: [[Name: 'Encode', Configuration: 'H264 Multiple Bitrate 720p', MediaProcessorId: processor,
                TaskBody: '<?xml version="1.0" encoding="utf-8"?><taskBody><inputAsset>JobInputAsset(0)</inputAsset><outputAsset>JobOutputAsset(0)</outputAsset></taskBody>']]])
    }

    def "a job that does not appear in time is none, as late as that"() {
        given:
        account('1': LATER)

        when:
        client.ams.jobs.named('nightly-*').await(appear: Duration.ofMinutes(5))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.NO_SUCH_JOB
        e.message == 'no job appeared within 5 min 0 s'
        client.clock.instant() == START + Duration.ofMinutes(5)
    }

    def "an outage at the end of the time for a job to appear is no sign that there is none"() {
        given:
        account(['1': LATER], '[[faults]]\nkind = "busy"\nfrom = "4m"')

        when:
        client.ams.jobs.named('nightly-*').await(appear: Duration.ofMinutes(5))

        then:
        thrown(RequestRefused)
        client.view.told.count { it.startsWith('cannot look at present') } == 1
    }

    def "an outage while nothing has appeared is outlasted"() {
        given:
        account(['1': LATER], '[[faults]]\nkind = "outage"\nfrom = "1m"\nuntil = "3m"')

        when:
        client.ams.jobs.named('nightly-*').await(appear: Duration.ofMinutes(5), every: Duration.ofSeconds(10))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.NO_SUCH_JOB
        client.view.told.size() == 2
    }

    def "who waits for a job to appear may be interrupted"() {
        given:
        account('1': LATER)
        def cancellation = new Cancellation()
        def napping = new CountDownLatch(1)
        def awaiting = new Awaiting({ client.service }, client.clock, { lock, atMost ->
            napping.countDown()
            lock.wait()
        }, { 0.5d }, { client.view }, { Optional.empty() })
        def ended = new CompletableFuture()

        when:
        new CancellableThread('script', cancellation, {
            try {
                new Ams({ client.service }, client.clock, awaiting, {}, new Host({}, { it }, {})).jobs.named('nightly-*').await(appear: Duration.ofHours(1))
            } catch (Throwable e) {
                ended.complete(e)
            }
        }).start()
        napping.await(10, TimeUnit.SECONDS)
        cancellation.cancel()

        then:
        ended.get(10, TimeUnit.SECONDS) instanceof Cancelled
    }

    def "a thousand jobs in a busy account cost two lists a look"() {
        given:
        client = new SandboxedClient('''
            [account]
            jobs = 50
            queued = 0
            scheduled = 0
            processing = 0
            canceling = 0
            new-job-every = "never"
            reserved-units = 400
            [[jobs]]
            count = 1000
            state = "queued"
            tasks = 1
            work = "3h"
        '''.stripIndent())
        def all = client.ams.jobs.active*.id() - WireClient.EXAMPLE
        client.forget()

        when:
        def jobs = client.ams.await(all, every: Duration.ofMinutes(1))

        then:
        jobs*.id() == all
        jobs*.state() as Set == [FINISHED] as Set
        def requests = client.requests
        def minutes = Duration.between(START, client.clock.instant()).toMinutes() + 1
        requests.count { it.contains('/Tasks') } == 1000
        requests.count { it.contains('$count') } == 1
        requests.count { it.startsWith('Jobs()?') } <= 2 * minutes
    }

    def "a stall of many is told of in one line"() {
        given:
        account((1..5).collectEntries { ["$it".toString(), STUCK] })

        when:
        client.ams.await(ids('1', '2', '3', '4', '5'), stall: Duration.ofHours(1), timeout: Duration.ofMinutes(100))

        then:
        thrown(AwaitFailed)
        client.view.told.size() == 1
        client.view.told[0].endsWith('; and 2 more')
    }

    def "two waits of two threads share their requests"() {
        given:
        account('1': STUCK, '2': STUCK)
        def both = new CountDownLatch(2)
        def clock = client.clock
        // the first nap lasts until both have had their first look, and each so long that both can ask for the next
        def awaiting = new Awaiting({ client.service }, clock, { lock, atMost ->
            lock.wait(20)
            clock.advance(both.count > 0 ? Duration.ZERO : atMost)
        }, { 0.5d }, { new RecordingView() }, { Optional.empty() })
        def ams = new Ams({ client.service }, clock, awaiting, {}, new Host({}, { it }, {}))
        def wait = { String end ->
            def task = {
                try {
                    ams.job(id(end)).await(timeout: Duration.ofHours(1), every: Duration.ofMinutes(1), onChange: { both.countDown(); both.await() })
                } catch (AwaitFailed e) {
                    e.kind()
                }
            }
            // both at a time, however few processors there are
            CompletableFuture.supplyAsync(task, { work -> Thread.startDaemon { work.run() } })
        }

        when:
        def waits = [wait('1'), wait('2')]

        then:
        waits*.get(30, TimeUnit.SECONDS) == [Failure.Kind.DEADLINE] * 2
        def looks = client.requests.findAll { it.startsWith('Jobs()?') }
        looks.any { it.contains(id('1')) && it.contains(id('2')) }
    }

    def "one wait that is interrupted leaves the other"() {
        given:
        account('1': STUCK, '2': LATER)
        def cancellation = new Cancellation()
        def hasSeen = new CountDownLatch(1)
        def ended = new CompletableFuture()
        new CancellableThread('script', cancellation, {
            try {
                client.ams.job(id('1')).await(onChange: { hasSeen.countDown() })
            } catch (Throwable e) {
                ended.complete(e)
            }
        }).start()
        hasSeen.await(10, TimeUnit.SECONDS)

        when:
        def job = client.ams.job(id('2')).await(onChange: { cancellation.cancel() })

        then:
        job.state() == FINISHED
        ended.get(10, TimeUnit.SECONDS) instanceof Cancelled
    }

    def "who interrupts a wait for many is told how many are not over"() {
        given:
        account('1': FINISHES, '4': STUCK, '5': STUCK)
        def cancellation = new Cancellation()
        def ended = new CompletableFuture()

        when:
        new CancellableThread('script', cancellation, {
            try {
                client.ams.await(ids('1', '4', '5'), onChange: { if (it.state() == FINISHED) cancellation.cancel() })
            } catch (Throwable e) {
                ended.complete(e)
            }
        }).start()

        then:
        ended.get(10, TimeUnit.SECONDS) instanceof Cancelled
        client.view.told.last() == '2 of 3 jobs are not over and go on; to wait for them again, await the same'
    }
}
