package dev.amsshell.triage

import dev.amsshell.job.Job
import dev.amsshell.job.Retry
import dev.amsshell.testing.SandboxedClient
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** One job explained, and drawn against time. */
class WhySpec extends Specification {
    static final FAILED = 'f3c43f94-327f-2347-90bb-000000000201'

    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient("""
        [account]
        jobs = 60
        queued = 0
        reserved-units = 3
        new-job-every = "never"

        [[jobs]]
        id = "$FAILED"
        name = "Encoding with siblings"
        state = "error"
        ago = "20m"
        tasks = 3
        work = "10m"
        processor = "Media Encoder Standard"
        error = { code = "ErrorExecutingTaskUnsupportedFormat", message = "The codec 'vp6f' of input file part-3.flv is not supported." }

        [[jobs]]
        count = 4
        name = "Of the same kind {n}"
        state = "error"
        ago = "30m"
        spread = "20m"
        tasks = 1
        processor = "Media Encoder Standard"
        error = { code = "ErrorExecutingTaskUnsupportedFormat", message = "The codec 'vp6f' of input file part-{n}.flv is not supported." }

        [[jobs]]
        count = 3
        name = "Waiting {n}"
        state = "queued"
        ago = "5m"
        spread = "4m"
        """.stripIndent())

    @TempDir
    Path folder

    def "a job that failed: what went wrong first, what followed, and what to do"() {
        when:
        def why = client.ams.job(FAILED).why()
        def story = why.story.join('\n')

        then:
        why.cause.code() == 'ErrorExecutingTaskUnsupportedFormat'
        why.cause.retry() == Retry.NO
        why.advice.startsWith('The input cannot be used')
        story =~ /(?m)^The job ended as Error at .* UTC, .* after it was submitted\.$/
        story =~ /(?m)^It waited .* for its start, and was at work for 10 min 17 s\.$/
        story =~ /(?m)^Task '.*' failed first at .* UTC with ErrorExecutingTaskUnsupportedFormat: The codec 'vp6f' of input file part-3\.flv is not supported\.$/
        story =~ /(?m)^1 other task was canceled because of it: 'Audio only'\.$/
        story =~ /(?m)^1 other task Finished: 'Audio only'\.$/
    }

    def "others that failed in the same way are counted, whatever their messages differ in"() {
        expect:
        client.ams.job(FAILED).why().neighbours.alike() == 4
    }

    def "the neighbours are the jobs that were submitted within an hour of it"() {
        given:
        def created = client.ams.job(FAILED).created
        def hour = Duration.ofHours(1)
        def near = client.ams.jobs.between(created - hour, created + hour, on: 'created').toList()

        when:
        def neighbours = client.ams.job(FAILED).why().neighbours

        then:
        neighbours.jobs() == near.size() - 1
        neighbours.failed() == near.count { it.state().name() == 'Error' } - 1
    }

    def "inputs and outputs that exist no more are named"() {
        given:
        def job = client.ams.job(FAILED)
        def gone = (job.inputs + job.outputs).findAll { it.deleted() }

        expect:
        job.why().missing == gone
        gone.every { job.why().story.any { sentence -> sentence.contains(it.id()) } }
    }

    def "a job that waits: how many are before it, and whether there is room"() {
        when:
        def stories = client.ams.jobs.queued.orderBy('created').collect { client.ams.job(it).why().story }

        then:
        stories.size() == 3
        stories[0].any { it =~ /^(All reserved units \(3 S2\) are busy|\d of the reserved units \(3 S2\) are busy, so that there is room)\. In the queue, 0 jobs are before it\.$/ }
        stories[2].any { it.endsWith('2 jobs are before it.') || it.endsWith('1 job is before it.') }
    }

    def "a job that is #state is explained without a cause"() {
        when:
        def why = client.ams.job(client.ams.jobs.states(state).first()).why()

        then:
        why.cause == null
        why.advice == ''
        why.story[0] =~ /^The job (is|ended as) $state/

        where:
        state << ['Finished', 'Canceled', 'Processing', 'Canceling']
    }

    def "what cannot be read keeps back nothing else: #what"() {
        given:
        def broken = new SandboxedClient("""
            [account]
            jobs = 60

            [[jobs]]
            id = "$FAILED"
            name = "Encoding"
            state = "error"
            ago = "20m"

            [[faults]]
            kind = "html"
            status = 404
            path = "$path"
            """.stripIndent())

        when:
        def story = broken.ams.job(FAILED).why().story.join('\n')

        then:
        story =~ /(?m)^Task '.*' failed .*with \w+: /
        story.contains("$what could not be read: ")

        cleanup:
        broken.close()

        where:
        what          | path
        'Its inputs'  | '/api/Jobs(*)/InputMediaAssets*'
        'Its outputs' | '/api/Jobs(*)/OutputMediaAssets*'
    }

    def "a job of which the service says no times is explained as far as that goes"() {
        given:
        def job = client.ams.job(FAILED).snapshot
        def bare = new Job(job.id(), null, job.state(), 0, null, null, null, null, Duration.ZERO, null, [], job.asOf(), job.tasks())

        when:
        def why = Why.of(client.service, bare, client.clock.instant(), null)

        then:
        why.story[0] == 'The job ended as Error.'
        why.page()
    }

    def "its page and its timeline hold every event of its tasks, in order of time"() {
        given:
        def job = client.ams.job(FAILED)
        def told = job.tasks.collectMany { it.history() }

        when:
        def events = job.timeline().events

        then:
        told
        events.count { it.task() } == told.size()
        events*.time() == events*.time().toSorted()
        events.findAll { !it.task() }*.what() == ['submitted', 'started', 'ended: Error']
        job.why().events == events
    }

    def "it is written as a page, and gives the path"() {
        when:
        def file = client.ams.job(FAILED).why().html(folder.resolve('why.html'))

        then:
        file == folder.resolve('why.html')
        Files.readString(file).contains("Why job &#39;Encoding with siblings&#39; is Error") || Files.readString(file).contains("Why job 'Encoding with siblings' is Error")
    }

    def "a page that cannot be written says why: #file"() {
        when:
        client.ams.job(FAILED).timeline().html(folder.resolve(file).toString())

        then:
        def e = thrown(HtmlFile.NotWritten)
        e.message == "cannot write the page '${folder.resolve(file)}': $reason"

        where:
        file          | reason
        'no/why.html' | 'there is no such folder'
        '.'           | 'it is a folder'
    }
}
