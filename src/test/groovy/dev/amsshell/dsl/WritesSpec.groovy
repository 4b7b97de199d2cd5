package dev.amsshell.dsl

import dev.amsshell.await.AwaitFailed
import dev.amsshell.base.CancellableThread
import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import dev.amsshell.base.Failure
import dev.amsshell.job.Change
import dev.amsshell.job.JobState
import dev.amsshell.service.ChangeRefused
import dev.amsshell.service.NoSuchJob
import dev.amsshell.testing.SandboxedClient
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The words that change jobs: what is looked at first, what the guard is asked, and what is sent then. */
class WritesSpec extends Specification {
    static final GUID = 'f3c43f94-327f-2347-90bb-000000000100'
    static final NOBODY = GUID.replace('f3c4', '0000')

    @AutoCleanup
    SandboxedClient client

    /** An account with the example job at work, some jobs that are over, and some of ours. */
    void sandbox(String state = 'queued', String more = '') {
        client = new SandboxedClient("""
            [account]
            jobs = 6
            queued = 0
            scheduled = 0
            processing = 0
            canceling = 0
            reserved-units = 1
            new-job-every = "never"
            [[jobs]]
            id = "$GUID"
            name = "Ours"
            state = "$state"
            work = "10m"
            $more""".stripIndent())
    }

    static final QUEUE = '''
        [[jobs]]
        count = 4
        name = "Night {n}"
        state = "queued"
        [[jobs]]
        count = 2
        name = "Night over {n}"
        state = "finished"
        '''

    JobHandle getJob() {
        client.ams.job(GUID)
    }

    /** What was sent that changes something. */
    List<String> getChanges() {
        client.exchanges.collect { "${it.method()} ${URLDecoder.decode(it.path(), 'UTF-8')}".toString() }.findAll { it =~ /^(MERGE|DELETE|GET CancelJob)/ }
    }

    Closure<?> refusing() {
        return { throw new WriteRefused('no', '') }
    }

    def "a job is canceled, and given as it is then"() {
        given:
        sandbox('processing')

        expect:
        job.cancel().state() == JobState.CANCELING
        changes == ["GET CancelJob?jobid='nb:jid:UUID:$GUID'"]
        client.plans*.change() == [new Change.Cancel()]
        client.plans[0].where() == client.sandbox.endpoint().toString()
        client.plans[0].jobs()*.name() == ['Ours']
        client.plans[0].leftOut() == []
        client.notices == ['done: cancel 1 job']
    }

    def "a job that is over is deleted"() {
        given:
        sandbox('error')

        expect:
        job.delete() == null
        !job.exists()
        changes == ["DELETE Jobs('nb:jid:UUID:$GUID')"]
    }

    def "a priority is set as a property: #value"() {
        given:
        sandbox()

        when:
        job.priority = value

        then:
        job.priority == value
        changes == ["MERGE Jobs('nb:jid:UUID:$GUID')"]

        where:
        value << [10, 0, 7L, Integer.MAX_VALUE]
    }

    def "the word itself gives the job as it is then"() {
        given:
        sandbox()

        expect:
        job.setPriority(3).priority() == 3
    }

    def "what is no priority is refused before anything is asked: #value"() {
        given:
        sandbox()

        when:
        job.priority = value
        then:
        def e = thrown(IllegalArgumentException)
        e.message == "a priority is a whole number from 0 to 2147483647, not $value"

        when:
        client.ams.jobs.priority = value
        then:
        thrown(IllegalArgumentException)
        client.requests == []

        where:
        value << [-1, 2147483648L, 1.5, '10', null, true]
    }

    def "a read shares no answer with what was read before a write"() {
        given:
        sandbox('processing')
        def handle = job
        def before = [handle.state, handle.tasks*.state]

        when:
        handle.cancel()

        then:
        before == [JobState.PROCESSING, [JobState.PROCESSING] * before[1].size()]
        handle.state == JobState.CANCELING
        handle.tasks*.state != before[1]
    }

    def "what decides is the state now, not one that was read before"() {
        given:
        sandbox('processing')
        def handle = job
        handle.state
        client.other.get("CancelJob?jobid='nb:jid:UUID:$GUID'")

        when:
        handle.cancel()

        then:
        def e = thrown(ChangeRefused)
        e.message.endsWith('and it is Canceling')
    }

    def "in a state in which the service would not, nobody is asked and nothing is sent: #word of what is #state"() {
        given:
        sandbox(state)

        when:
        job.with(call)

        then:
        def e = thrown(ChangeRefused)
        e.kind() == Failure.Kind.SERVICE
        e.message.contains(rule)
        e.message.endsWith("and it is ${state.capitalize()}")
        client.plans == []
        changes == []

        where:
        word       | state        | call              || rule
        'cancel'   | 'finished'   | { cancel() }      || 'only a job that is Queued, Scheduled or Processing can be canceled'
        'cancel'   | 'canceling'  | { cancel() }      || 'only a job that is Queued, Scheduled or Processing can be canceled'
        'delete'   | 'processing' | { delete() }      || 'only a job that is Finished, Error or Canceled can be deleted (cancel it first)'
        'delete'   | 'canceling'  | { delete() }      || 'only a job that is Finished, Error or Canceled can be deleted, and'
        'priority' | 'processing' | { priority = 10 } || "a job's priority can only be changed if the job is in Queued state"
        'priority' | 'finished'   | { priority = 10 } || "a job's priority can only be changed if the job is in Queued state"
    }

    def "what the guard does not permit is not sent: #what"() {
        given:
        sandbox(state, QUEUE)
        client.onPlan = refusing()

        when:
        call(client.ams)

        then:
        def e = thrown(WriteRefused)
        e.kind() == Failure.Kind.USAGE
        client.plans.size() == 1
        changes == []

        where:
        what                     | state        | call
        'to cancel a job'        | 'processing' | { it.job(GUID).cancel() }
        'to delete a job'        | 'finished'   | { it.job(GUID).delete() }
        'to move a job'          | 'queued'     | { it.job(GUID).priority = 1 }
        'to cancel what a query gives' | 'queued' | { it.jobs.queued.cancel() }
        'to delete what a query gives' | 'queued' | { it.jobs.done.delete() }
        'to move what a query gives' | 'queued' | { it.jobs.queued.priority = 1 }
    }

    def "a job that is not there is no such job"() {
        given:
        sandbox()

        when:
        client.ams.job(NOBODY).with(call)

        then:
        thrown(NoSuchJob)
        client.plans == []

        where:
        call << [{ cancel() }, { delete() }, { priority = 10 }]
    }

    def "a query is run once, the guard is asked once, and what cannot be canceled is left out"() {
        given:
        sandbox('queued', QUEUE)

        when:
        def canceled = client.ams.jobs.named('Night*').cancel()

        then:
        canceled*.name().toSorted() == (1..4).collect { "Night $it" }
        canceled*.state().every { it in [JobState.CANCELING, JobState.CANCELED] }
        changes.size() == 4
        client.plans.size() == 1
        client.plans[0].jobs().size() == 4
        client.plans[0].leftOut()*.job()*.name().toSorted() == ['Night over 1', 'Night over 2']
        client.plans[0].leftOut()*.reason().unique() == ['only a job that is Queued, Scheduled or Processing can be canceled, and it is Finished']
        client.exchanges.count { it.path().contains('$top=1000') } == 1
        client.notices == ['done: cancel 4 jobs']
    }

    def "what a query gives is deleted, and given as it was"() {
        given:
        sandbox('queued', QUEUE)

        when:
        def deleted = client.ams.jobs.done.named('Night*').delete()

        then:
        deleted*.name().toSorted() == ['Night over 1', 'Night over 2']
        client.ams.jobs.named('Night over*').empty
        client.ams.jobs.named('Night*').count() == 4
    }

    def "what a query gives gets a priority"() {
        given:
        sandbox('queued', QUEUE)

        when:
        client.ams.jobs.queued.named('Night*').priority = 7
        then:
        client.ams.jobs.queued.where(raw: 'Priority eq 7').count() == 4

        expect:
        client.ams.jobs.queued.named('Night*').setPriority(8)*.priority() == [8] * 4
    }

    def "a limit chooses what is changed"() {
        given:
        sandbox('queued', QUEUE)

        expect:
        client.ams.jobs.queued.named('Night*').filter { it.name != 'Night 1' }.first(2).cancel().size() == 2
        changes.size() == 2
    }

    def "when there is nothing to change, nobody is asked, nothing is sent, and that is said"() {
        given:
        sandbox('queued', QUEUE)

        expect:
        client.ams.jobs.finished.named('Night*').cancel() == []
        client.plans == []
        changes == []
        client.notices == ["nothing is sent: cancel no jobs at ${client.sandbox.endpoint()}\n" +
            'left out, 2 jobs: only a job that is Queued, Scheduled or Processing can be canceled, and it is Finished']
    }

    def "only jobs can be changed: #what"() {
        given:
        sandbox()

        when:
        call(client.ams)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "only jobs can be changed, and these are $what"
        client.requests == []

        where:
        what         | call
        'tasks'      | { it.tasks.cancel() }
        'assets'     | { it.assets.delete() }
        'processors' | { it.processors.priority = 10 }
    }

    def "a job that ends while the guard is asked keeps nobody from the others"() {
        given:
        sandbox('queued', QUEUE)
        client.onPlan = { plan -> plan.jobs()*.id().take(2).each { client.other.get("CancelJob?jobid='$it'") } }

        expect:
        client.ams.jobs.queued.named('Night*').cancel().size() == 2
        client.notices.size() == 3
        client.notices.last() == 'done: cancel 2 jobs'
        client.notices.take(2).every { it =~ /^left out: cannot cancel job .* and it is Cancel(ing|ed)$/ }
    }

    def "what stops the others is said with how many were changed"() {
        given:
        sandbox('queued', QUEUE + '''
            [[faults]]
            kind = "account-deleted"
            method = "GET"
            path = "/api/CancelJob"
            every = 3
            ''')

        when:
        client.ams.jobs.queued.named('Night*').cancel()

        then:
        def e = thrown(ChangesStopped)
        e.message.startsWith('2 of 4 jobs were changed, and then: the account at 127.0.0.1:')
        e.kind() == Failure.Kind.AUTHENTICATION
        changes.size() == 3
    }

    def "of many changes each is sent once, or again after a look that shows it was not done"() {
        given:
        sandbox('queued', '''
            [[jobs]]
            count = 40
            name = "Night {n}"
            state = "queued"
            [[faults]]
            kind = "busy"
            path = "/api/CancelJob"
            every = 3
            [[faults]]
            kind = "dropped"
            path = "/api/CancelJob"
            after = true
            every = 4
            ''')

        when:
        def canceled = client.ams.jobs.queued.named('Night*').cancel()
        def isChange = client.exchanges.collect { it.path().startsWith('CancelJob') }
        def again = client.notices.count { it.startsWith('it was not done; sending it again') }

        then:
        canceled.size() == 40
        isChange.withIndex().every { is, i -> !is || !isChange[i - 1] }
        isChange.count(true) == 40 + again
        again > 5
        client.exchanges.count { it.path().startsWith('CancelJob') && it.status() == 0 } > 5
    }

    def "whoever interrupts many changes is told how far they came"() {
        given:
        sandbox('queued', QUEUE)
        def cancellation = new Cancellation()
        client.onPlan = { cancellation.cancel() }
        def thrown = null
        def thread = new CancellableThread('test', cancellation, {
            try {
                client.ams.jobs.queued.named('Night*').cancel()
            } catch (Throwable e) {
                thrown = e
            }
        })

        when:
        thread.start()
        thread.join()

        then:
        thrown instanceof Cancelled
        client.notices.last() == 'interrupted when 0 of 4 jobs were changed'
        changes == []
    }

    def "a job that the script itself has canceled ends its wait as a canceled one"() {
        given:
        sandbox('processing')
        job.cancel()

        when:
        job.await(timeout: Duration.ofHours(1))

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.JOB_CANCELED
    }

    def "a job can be canceled while it is awaited"() {
        given:
        sandbox('processing')

        expect:
        job.settle(timeout: Duration.ofHours(1), onChange: { now, before -> if (!before) { job.cancel() } }).state() == JobState.CANCELED
    }
}
