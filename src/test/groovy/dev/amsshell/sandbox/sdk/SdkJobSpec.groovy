package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.exception.ServiceException
import com.microsoft.windowsazure.services.media.models.Asset
import com.microsoft.windowsazure.services.media.models.Job
import com.microsoft.windowsazure.services.media.models.JobInfo
import com.microsoft.windowsazure.services.media.models.JobState
import dev.amsshell.sandbox.WireClient
import java.time.Instant
import spock.lang.Shared

/** The official SDK finds jobs. */
class SdkJobSpec extends SdkSpecification {

    @Shared List<JobInfo> all

    def setupSpec() {
        all = ams.list(Job.list())
    }

    def "every job is listed as JSON has it"() {
        expect:
        all.collect { [it.id, it.name, it.state.code, it.priority, it.runningDuration, it.created, it.startTime, it.endTime] } ==
            client.rows('Jobs').collect { [it.Id, it.Name ?: '', it.State, it.Priority, it.RunningDuration, date(it.Created), date(it.StartTime), date(it.EndTime)] }
    }

    static Date date(String wire) {
        wire == null ? null : Date.from(Instant.parse(wire + 'Z'))
    }

    def "pages of #size hold each job exactly once"() {
        when:
        def pages = (0..300.intdiv(size)).collect { ams.list(Job.list().setTop(size).setSkip(it * size)) }
        def ids = pages.collectMany { it*.id }

        then:
        ids.size() == 300
        ids == client.rows('Jobs')*.Id

        where:
        size << [70, 100, 1000]
    }

    def "#filter is obeyed"() {
        when:
        def found = SdkJobs.listed(ams, ['$filter': filter.toString()])

        then:
        !found.empty
        found*.id as Set == all.findAll(expected)*.id as Set

        where:
        filter                                               | expected
        'State eq 4'                                         | { it.state == JobState.Error }
        'State lt 3 or State eq 6'                           | { it.endTime == null }
        "startswith(Name,'Encoding')"                        | { it.name?.startsWith('Encoding') }
        "substringof('BigBuckBunny',Name) eq true"           | { it.name?.contains('BigBuckBunny') }
        "Created gt datetime'2015-02-11T00:00:00'"           | { it.created.toInstant() > Instant.parse('2015-02-11T00:00:00Z') }
        "EndTime lt datetime'2015-02-10T12:00:00.5000000Z'"  | { it.endTime && it.endTime.toInstant() < Instant.parse('2015-02-10T12:00:00.5Z') }
        "Id eq '${WireClient.EXAMPLE}' and Priority eq 0"    | { it.id == WireClient.EXAMPLE }
    }

    def "a name with reserved characters does not break out of the query"() {
        expect:
        SdkJobs.listed(ams, ['$filter': "Name eq 'a b+c%26&d=é ''x'''"]).empty
    }

    def "jobs come in the order of #order"() {
        when:
        def jobs = SdkJobs.listed(ams, ['$orderby': order, '$top': '40'])

        then:
        jobs.size() == 40
        jobs*.id == all.sort(false, comparator).take(40)*.id

        where:
        order                      | comparator
        'Created'                  | { a, b -> a.created <=> b.created }
        'Created desc'             | { a, b -> b.created <=> a.created }
        'Priority desc,Created'    | { a, b -> b.priority <=> a.priority ?: a.created <=> b.created }
    }

    def "one job is read"() {
        expect:
        with(ams.get(Job.get(WireClient.EXAMPLE))) {
            name == 'Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set'
            state == JobState.Processing
            priority == 0
            created.toInstant() == Instant.parse('2015-02-11T01:46:09Z')
            lastModified.toInstant() == Instant.parse('2015-02-11T01:46:13Z')
            startTime.toInstant() == Instant.parse('2015-02-11T01:46:13Z')
            endTime == null
            templateId == ''
            jobNotificationSubscriptions == []
        }
    }

    def "the id #id is refused with #status"() {
        when:
        ams.get(Job.get(id))

        then:
        ServiceException e = thrown()
        e.httpStatusCode == status
        e.rawResponseBody.contains(text)

        where:
        id                | status | text
        'no id'           | 400    | 'nb:jid:UUID:'
        "it's"            | 400    | '<m:error'
        SdkJobs.UNKNOWN   | 404    | "Resource not found for the segment 'Jobs'."
    }

    def "#filter is refused with 400"() {
        when:
        SdkJobs.listed(ams, ['$filter': filter])

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 400
        e.rawResponseBody.contains(text)

        where:
        filter            | text
        'State eq'        | 'Expression expected at position 8.'
        "Colour eq 'red'" | 'Colour'
        "Id eq ''"        | 'nb:jid:UUID:'
    }

    def "a token that is not known is refused with 401"() {
        when:
        SdkClient.withToken(sandbox, 'stolen').list(Job.list())

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 401
    }

    def "the assets of a job are listed by its links"() {
        given:
        def job = ams.get(Job.get(WireClient.EXAMPLE))

        expect:
        ams.list(Asset.list(job.inputAssetsLink))*.name == ['BigBuckBunny.mp4']
        ams.list(Asset.list(job.outputAssetsLink))*.id == client.rows("Jobs('${job.id}')/OutputMediaAssets")*.Id
    }
}
