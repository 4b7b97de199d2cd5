package dev.amsshell.triage

import dev.amsshell.base.Failure
import dev.amsshell.job.Origin
import dev.amsshell.job.Retry
import dev.amsshell.testing.SandboxedClient
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Triage of an account of 5000 jobs with six planted causes, asked of the sandbox over HTTP. */
class TriageSpec extends Specification {
    static final SINCE = Duration.ofHours(8)
    static final PLANTED = [
        ['ErrorDownloadingInputAssetServiceFailure', 'Media Encoder Standard', 400, Origin.SERVICE, Retry.YES, 'Nightly ingest',
         'An error has occurred. Stage: DownloadFile. Code: System.IO.IOException. Asset: ….'],
        ['ErrorExecutingTaskUnsupportedFormat', 'Media Encoder Standard', 250, Origin.INPUT, Retry.NO, 'Upload of customer',
         "The codec 'prores_…' of input file ….mov is not supported."],
        ['ErrorProcessingTask', 'Azure Media Indexer', 150, Origin.UNKNOWN, Retry.MAYBE, 'Index of archive reel',
         'Indexing failed at segment … of asset …: no audio track.'],
        ['ErrorParsingConfiguration', 'Azure Media Packager', 100, Origin.CONFIGURATION, Retry.NO, 'Package',
         'The configuration of task … cannot be read: unexpected element at line ….'],
        ['ErrorUploadingOutputAsset', 'Media Encoder Premium Workflow', 60, Origin.SERVICE, Retry.YES, 'Delivery',
         'The output asset … could not be written: the storage account is over its quota (… requests).'],
        ['TransientError', 'Media Encoder Standard', 17, Origin.SERVICE, Retry.YES, 'Thumbnails', 'Worker … stopped answering after ….']]

    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient(Files.readString(Path.of('samples/scenarios/six-causes.toml')))

    @Shared
    Triage triage

    @Shared
    List<String> requests

    def setupSpec() {
        triage = client.ams.triage(since: SINCE)
        requests = client.requests
    }

    def "the planted cause #code of #processor is one group, of exactly #count tasks"() {
        when:
        def groups = triage.groups.findAll { it.message() == message }

        then:
        groups.size() == 1
        def group = groups[0]
        [group.code(), group.processor(), group.count(), group.origin(), group.retry()] == [code, processor, count, origin, retry]
        group.trend().sum() == count
        group.advice()

        and: 'the job it gives for a sample has failed so'
        def sample = group.samples()[0]
        sample.confirmed()
        sample.name().startsWith(name)
        client.ams.job(sample.id()).errors*.code.contains(code)

        and: 'so have those that it only guesses'
        group.samples().size() == 3
        group.samples().every { it.name().startsWith(name) }

        where:
        [code, processor, count, origin, retry, name, message] << PLANTED
    }

    def "the planted causes are the six largest groups, and no task is in two"() {
        expect:
        triage.groups.take(6)*.message() == PLANTED*.last()
        triage.groups*.count().sum() == triage.failures
        triage.failures == client.ams.tasks.failed.since(SINCE).count()
    }

    def "its page shows the groups as bars, all of the largest, and a line for each of the others"() {
        given:
        def sections = triage.page().sections().collectEntries { [it.heading(), it.blocks()] }

        expect:
        sections['What fails'][0].bars()*.amount().take(6) == PLANTED*.getAt(2)
        sections['What fails'][1].rows().size() == 8
        sections['What else fails'][0].rows().size() == triage.groups.size() - 8
        sections.keySet().toList() == ['', 'What fails', 'What else fails', 'Jobs', 'Over time', 'How long jobs take', 'The slowest jobs', 'What was read']
    }

    def "it asks for the pages of jobs, the pages of failed tasks, once for each group, and five times more at most"() {
        given:
        def pages = { long rows -> rows.intdiv(999) + 1 }
        def listed = (triage.notes[0] =~ /Read: (\d+) jobs/)[0][1] as long

        expect:
        requests.count { it.startsWith('Jobs()') } <= pages(listed)
        requests.count { it.startsWith('Tasks()?$filter=State eq 4') } <= pages(triage.failures)
        requests.size() <= pages(listed) + pages(triage.failures) + triage.groups.size() + 5

        and: 'of the many small groups not each costs one'
        requests.count { it ==~ /Jobs\('.*'\)\/Tasks/ } <= Samples.MOST_READS
    }

    def "jobs are counted by state, now and in the same time before"() {
        given:
        def jobs = client.ams.jobs
        def now = client.clock.instant()

        expect:
        triage.states['Finished'] == jobs.finished.since(SINCE).count()
        triage.states['Error'] == jobs.failed.since(SINCE).count()
        triage.states['Queued'] == jobs.queued.count()
        triage.before['Finished'] == jobs.finished.between(now - SINCE - SINCE, now - SINCE).count()
        triage.throughput*.finished().sum() == triage.states['Finished']
        triage.throughput*.failed().sum() == triage.states['Error']
        triage.throughput.size() == 8
    }

    def "waits and runs are those of the jobs themselves"() {
        given:
        def started = client.ams.jobs.where(raw: "StartTime ge datetime'${triage.since}'").collect { Duration.between(it.created(), it.started()) }.sort()
        def finished = client.ams.jobs.finished.since(SINCE).collect { Duration.between(it.started(), it.ended()) }.sort()

        expect:
        triage.waits.now() == new Quantiles(started.size(), started[started.size().intdiv(2) - (started.size() % 2 ? 0 : 1)], started[(int) Math.ceil(started.size() * 0.95) - 1])
        triage.runs.now().count() == finished.size()
        triage.runs.now().p95() == finished[(int) Math.ceil(finished.size() * 0.95) - 1]
    }

    def "capacity stands beside what is at work"() {
        expect:
        triage.capacity.units() == 17
        triage.working == client.ams.tasks.processing.count()
    }

    def "a service that refuses to list failed tasks is asked job by job, within bounds, and that is said"() {
        given:
        def refusing = new SandboxedClient(Files.readString(Path.of('samples/scenarios/six-causes.toml')) + '''
            [[faults]]
            kind = "html"
            status = 400
            path = "/api/Tasks*"
            '''.stripIndent())

        when:
        def triage = refusing.ams.triage(since: SINCE, mostReads: 30)

        then:
        refusing.requests.count { it ==~ /Jobs\('.*'\)\/Tasks/ } == 30
        triage.notes[0] =~ /^The service refuses to list failed tasks \(.*\), so that the tasks of the newest 30 of 1\d\d\d jobs that failed were read one by one\.$/
        triage.failures >= 30
        triage.groups.every { it.samples() && it.samples().every { it.confirmed() } }

        and: 'that is said at the top'
        !triage.complete
        triage.page().sections()[0].blocks()[0].text().endsWith('Nothing that was read looks stuck.')
        triage.page().sections()[0].blocks()[1].text() == "Not all was read. ${triage.notes[0]}"

        cleanup:
        refusing.close()
    }

    def "what the service does not say of its capacity is a note: #status"() {
        given:
        def silent = new SandboxedClient("""
            [[faults]]
            kind = "html"
            status = $status
            path = "/api/EncodingReservedUnitTypes*"
            """.stripIndent())

        when:
        def triage = silent.ams.triage()

        then:
        triage.capacity == null
        triage.notes.contains('The service does not say how many reserved units there are and how many are busy.')
        triage.complete

        cleanup:
        silent.close()

        where:
        status << [400, 403, 404]
    }

    def "without a failed task, jobs that ended in Error are no good news"() {
        given: 'a service that forgets its tasks'
        def now = client.clock.instant()
        def failed = client.ams.jobs.failed.first()
        def span = new Span(now - SINCE, now)

        when:
        def activity = new Activity(span, [failed])
        def findings = new Findings('here', now, span.from(), 0, [], activity.states(), [:], activity.waits(), activity.runs(), span.step(), activity.throughput(), null, null, [], true, [])

        then:
        new TriagePage(findings, activity, span).page().sections()[0].blocks()[0].text() == '1 job ended in Error, though no task is listed as failed. Nothing looks stuck.'
    }

    def "a service in trouble is no service that refuses: it fails"() {
        given:
        def busy = new SandboxedClient('''
            [[faults]]
            kind = "internal-error"
            path = "/api/Tasks*"
            '''.stripIndent())

        when:
        busy.ams.triage()

        then:
        def e = thrown(Failure)
        e.kind() == Failure.Kind.SERVICE

        cleanup:
        busy.close()
    }

    def "an account without jobs has nothing to tell, and tells it"() {
        given:
        def empty = new SandboxedClient('''
            [account]
            jobs = 0
            queued = 0
            scheduled = 0
            processing = 0
            canceling = 0
            new-job-every = "never"
            '''.stripIndent())

        when:
        def triage = empty.ams.triage(since: Duration.ofMinutes(30))

        then:
        triage.failures == 0
        triage.groups == []
        triage.stuck == []
        triage.runs.now() == new Quantiles(0, null, null)
        triage.page().sections()[0].blocks()[0].text() == 'No task failed. Nothing looks stuck.'

        cleanup:
        empty.close()
    }

    def "an option that it does not understand is refused before anything is asked: #options"() {
        given:
        client.forget()

        when:
        client.ams.triage(options as Map)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message
        client.requests == []

        where:
        options                        | message
        [sinse: SINCE]                 | "triage knows no option 'sinse'; there are since, queuedFor, idleFor, fullFor, cancelingFor, mostReads"
        [since: 6]                     | 'since: takes a duration such as 6.hours, or a moment, not 6'
        [since: null]                  | 'since: takes a duration such as 6.hours, or a moment, not null'
        [since: 'yesterday']           | "'yesterday' is no moment; write '2026-11-21T03:00:00Z' or '2026-11-21' (UTC)"
        [since: Instant.MAX]           | "since: takes a moment or a duration in the past, of ten years at most, not $Instant.MAX"
        [since: Duration.ZERO]         | 'since: takes a moment or a duration in the past, of ten years at most, not PT0S'
        [since: Duration.ofDays(400000)] | 'since: takes a moment or a duration in the past, of ten years at most, not PT9600000H'
        null                           | 'triage takes options such as since: 6.hours, and no null'
        [queuedFor: 10]                | 'queuedFor: takes a duration such as 30.minutes, not 10'
        [idleFor: Duration.ofHours(-1)] | 'idleFor: takes a duration such as 30.minutes, not PT-1H'
        [mostReads: -1]                | 'mostReads: takes a whole number, not less than 0, not -1'
    }
}
