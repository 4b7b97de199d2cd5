package dev.amsshell.dsl

import dev.amsshell.base.Cancellation
import dev.amsshell.config.Endpoint
import dev.amsshell.job.InvalidJobId
import dev.amsshell.job.JobState
import dev.amsshell.sandbox.Sandbox
import dev.amsshell.sandbox.SandboxOptions
import dev.amsshell.service.NoSuchJob
import dev.amsshell.service.v2.V2MediaService
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.Networks
import dev.amsshell.transport.Backoff
import dev.amsshell.transport.HttpTransport
import dev.amsshell.transport.Network
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The words for one job, asked of the built-in service over real HTTP. */
class JobHandleSpec extends Specification {
    static final GUID = 'f3c43f94-327f-2347-90bb-3bf79f8559f1'

    def clock = new MutableClock('2015-02-11T01:46:20Z')
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(new SandboxOptions(0, 42, 60, 'a-token'), clock)
    @AutoCleanup
    Network network = Networks.direct(clock)
    @AutoCleanup
    V2MediaService service = new V2MediaService(
        new HttpTransport(Endpoint.parse(sandbox.endpoint().toString(), 'x'), [] as Set, { 'a-token' }, network, Backoff.standard { 0d },
            { new Cancellation() }, {}),
        '2.19', clock, {})
    def ams = new Ams({ service }, clock, null, {}, new Host({}, { it }, {}))
    def job = ams.job(GUID)

    def "a job has its words"() {
        expect:
        with(job) {
            id == "nb:jid:UUID:$GUID"
            name == 'Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set'
            state == JobState.PROCESSING
            created < started
            started < clock.instant()
            lastModified >= created
            ended == null
            priority == 0
            runningDuration instanceof Duration
            templateId == null
            tasks*.state == [JobState.PROCESSING] * 2
            progress > 0 && progress < 100
            errors == []
            exists
            exists()
            asBoolean()
        }
    }

    def "reads within one second share an answer, and later ones ask again"() {
        given:
        def before = job.progress

        when:
        clock.advance(Duration.ofMillis(999))
        then:
        job.progress == before

        when:
        clock.advance(Duration.ofMillis(1))
        then:
        job.progress > before
    }

    def "a job comes to its end while it is watched"() {
        when:
        clock.advance(Duration.ofMinutes(1))

        then:
        job.state == JobState.FINISHED
        job.progress == 100d
        job.ended != null
    }

    def "a snapshot stays as it was"() {
        given:
        def snapshot = job.snapshot

        when:
        clock.advance(Duration.ofMinutes(1))

        then:
        snapshot.state() == JobState.PROCESSING
        snapshot.asOf() < clock.instant()
        snapshot.tasks().size() == 2
        ams.job(snapshot).state == JobState.FINISHED
    }

    def "a job that is not there says so for every word but exists"() {
        given:
        def nobody = ams.job(GUID.replace('f3', '00'))

        expect:
        !nobody.exists()
        !nobody

        when:
        nobody."$word"
        then:
        def e = thrown(NoSuchJob)
        e.message.contains(GUID.replace('f3', '00'))

        where:
        word << ['name', 'state', 'created', 'priority', 'tasks', 'progress', 'errors', 'snapshot']
    }

    def "what cannot be an id is refused before anything is asked: #id"() {
        when:
        ams.job(id)

        then:
        thrown(InvalidJobId)

        where:
        id << ['nope', '', null, 42, [], [GUID]]
    }

    def "an id may be a text of any kind, or a UUID"() {
        expect:
        ams.job("${GUID.toUpperCase()}").state == JobState.PROCESSING
        ams.job(UUID.fromString(GUID)).exists()
    }

    def "tasks are never older than the state beside them"() {
        given: 'tasks that were read half a second before the state is read anew'
        job.state
        clock.advance(Duration.ofMillis(600))
        def before = job.tasks*.progress

        when: 'the tasks alone could still be shared'
        clock.advance(Duration.ofMillis(500))
        job.state

        then:
        job.tasks*.progress != before
    }

    def "naming a job asks nothing"() {
        given:
        sandbox.close()

        expect:
        ams.job(GUID).toString() == "job nb:jid:UUID:$GUID"
    }
}
