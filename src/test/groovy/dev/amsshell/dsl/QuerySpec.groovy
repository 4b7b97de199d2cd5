package dev.amsshell.dsl

import static dev.amsshell.job.JobState.CANCELED
import static dev.amsshell.job.JobState.ERROR

import dev.amsshell.job.JobState
import dev.amsshell.query.Times
import dev.amsshell.testing.SandboxedClient
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The words of queries, asked of the sandbox; what is sent is what its log says. */
class QuerySpec extends Specification {
    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient('''
        [account]
        jobs = 276
        order = "shuffled"
        new-job-every = "never"

        [[jobs]]
        count = 3
        name = "Nightly ingest {n}"
        state = "error"
        ago = "20m"
        spread = "30m"

        [[jobs]]
        count = 2
        name = "Nightly ingest {n}-retry1"
        state = "finished"
        ago = "50m"
        spread = "10m"
        '''.stripIndent())

    def ams = client.ams
    def jobs = ams.jobs

    def setup() {
        client.forget()
    }

    /** All there are, for comparing with. */
    List all() {
        def all = ams.jobs.collect()
        client.forget()
        return all
    }

    def "nothing is asked before a query is iterated"() {
        when:
        jobs.failed.since(Duration.ofHours(2)).named('x*').orderBy('created desc').first(5).toString()

        then:
        client.requests.empty
    }

    def "a word makes a new query and leaves the old one alone"() {
        given:
        def failed = jobs.failed

        when:
        failed.named('nothing has this name')

        then:
        failed.count() == all().count { it.state == ERROR }
    }

    def "#word asks for those in its states"() {
        given:
        def expected = all().findAll { it.state in states }*.id as Set

        expect:
        jobs."$word"*.id as Set == expected
        client.requests == [request + '&$top=1000']

        where:
        word         | states                                                  | request
        'queued'     | [JobState.QUEUED]                                       | 'Jobs()?$filter=State eq 0'
        'scheduled'  | [JobState.SCHEDULED]                                    | 'Jobs()?$filter=State eq 1'
        'processing' | [JobState.PROCESSING]                                   | 'Jobs()?$filter=State eq 2'
        'finished'   | [JobState.FINISHED]                                     | 'Jobs()?$filter=State eq 3'
        'failed'     | [ERROR]                                                 | 'Jobs()?$filter=State eq 4'
        'canceled'   | [CANCELED]                                              | 'Jobs()?$filter=State eq 5'
        'canceling'  | [JobState.CANCELING]                                    | 'Jobs()?$filter=State eq 6'
        'active'     | JobState.known().findAll { it.active }                  | 'Jobs()?$filter=State ne 3 and State ne 4 and State ne 5'
        'done'       | JobState.known().findAll { it.final }                   | 'Jobs()?$filter=State eq 3 or State eq 4 or State eq 5'
    }

    def "states unite in one word, and words of states intersect"() {
        expect:
        jobs.states(ERROR, 'canceled')*.state.toSet() == [ERROR, CANCELED] as Set
        jobs.states([ERROR, CANCELED])*.state.toSet() == [ERROR, CANCELED] as Set
        jobs.failed.states(ERROR, CANCELED)*.state.toSet() == [ERROR] as Set
        jobs.failed.canceled.count() == 0
    }

    def "since and between go by the end where only final states are asked for, else by the creation: #filter"() {
        when:
        query.call(jobs).collect()

        then:
        client.requests == ["Jobs()?\$filter=$filter&\$top=1000".toString()]

        where:
        query                                                                          | filter
        ({ it.failed.since(Duration.ofHours(2)) })                                     | "State eq 4 and EndTime ge datetime'2024-05-01T01:00:00Z'"
        ({ it.since(Duration.ofHours(2)).failed })                                     | "EndTime ge datetime'2024-05-01T01:00:00Z' and State eq 4"
        ({ it.since(Duration.ofHours(2)) })                                            | "Created ge datetime'2024-05-01T01:00:00Z'"
        ({ it.active.since(Duration.ofHours(2)) })                                     | "State ne 3 and State ne 4 and State ne 5 and Created ge datetime'2024-05-01T01:00:00Z'"
        ({ it.states(ERROR, JobState.QUEUED).since('2024-04-30') })                    | "(State eq 4 or State eq 0) and Created ge datetime'2024-04-30T00:00:00Z'"
        ({ it.failed.since(Duration.ofHours(2), on: 'created') })                      | "State eq 4 and Created ge datetime'2024-05-01T01:00:00Z'"
        ({ it.done.between(Duration.ofHours(3), Duration.ofHours(1)) })                | "(State eq 3 or State eq 4 or State eq 5) and EndTime ge datetime'2024-05-01T00:00:00Z' and EndTime lt datetime'2024-05-01T02:00:00Z'"
        ({ it.between('2024-04-30', '2024-05-01', on: 'started') })                    | "StartTime ge datetime'2024-04-30T00:00:00Z' and StartTime lt datetime'2024-05-01T00:00:00Z'"
    }

    def "a duration counts back from the moment at which the query runs"() {
        given:
        def living = new SandboxedClient()
        def query = living.ams.jobs.since(Duration.ofHours(2))

        when:
        living.clock.advance(Duration.ofHours(1))
        query.count()

        then:
        living.requests == ["Jobs()/\$count?\$filter=Created ge datetime'2024-05-01T02:00:00Z'"]

        cleanup:
        living.close()
    }

    def "#pattern fits whole names"() {
        given:
        def expected = all().findAll { it.name ==~ regex }*.id as Set

        expect:
        expected.size() > 0
        jobs.named(pattern)*.id as Set == expected
        client.requests == [request + '&$top=1000']

        where:
        pattern                  | regex                    | request
        'Nightly ingest 1'       | /Nightly ingest 1/       | "Jobs()?\$filter=Name eq 'Nightly ingest 1'"
        'Nightly*'               | /Nightly.*/              | "Jobs()?\$filter=startswith(Name,'Nightly')"
        '*-retry1'               | /.*-retry1/              | "Jobs()?\$filter=endswith(Name,'-retry1')"
        '*ingest*'               | /.*ingest.*/             | "Jobs()?\$filter=substringof('ingest',Name)"
        'Nightly*-retry1'        | /Nightly.*-retry1/       | "Jobs()?\$filter=startswith(Name,'Nightly') and endswith(Name,'-retry1')"
        'Nightly ingest ?'       | /Nightly ingest ./       | "Jobs()?\$filter=startswith(Name,'Nightly ingest ')"
    }

    def "longerThan is wall time, up to now for what goes on"() {
        given:
        def minute = Duration.ofMinutes(5)
        def now = client.clock.instant()
        def expected = all().findAll { it.started && Duration.between(it.started, it.ended ?: now) > minute }*.id as Set

        expect:
        expected.size() > 0
        jobs.longerThan(minute)*.id as Set == expected
        client.requests == ["Jobs()?\$filter=StartTime lt datetime'2024-05-01T02:55:00Z'&\$top=1000"]
    }

    def "longerThan of active jobs is told by the service alone"() {
        when:
        jobs.active.longerThan(Duration.ofMinutes(5)).count()

        then:
        client.requests == ["Jobs()/\$count?\$filter=State ne 3 and State ne 4 and State ne 5 and StartTime lt datetime'2024-05-01T02:55:00Z'"]
    }

    def "the newest come from the service in order, and no others"() {
        given:
        def expected = all().sort { it.created }.reverse().take(20)*.id

        expect:
        jobs.newest(20)*.id == expected
        client.requests == ['Jobs()?$orderby=Created desc&$top=20']
    }

    def "an order is a text of properties: #order"() {
        when:
        def rows = jobs.orderBy(order).first(200).collect()

        then:
        client.requests == ["Jobs()?\$orderby=$sent&\$top=200".toString()]
        rows == rows.toSorted(comparator)

        where:
        order                     | sent                         | comparator
        'created'                 | 'Created'                    | { a, b -> a.created <=> b.created }
        'priority desc, created'  | 'Priority desc,Created'      | { a, b -> b.priority <=> a.priority ?: a.created <=> b.created }
        'name DESC'               | 'Name desc'                  | { a, b -> b.name <=> a.name }
        ' ended  asc '            | 'EndTime'                    | { a, b -> a.ended <=> b.ended }
    }

    def "the first row costs one row"() {
        expect:
        jobs.failed.first().state == ERROR
        client.requests == ['Jobs()?$filter=State eq 4&$top=1']
    }

    def "the first of none is null"() {
        expect:
        jobs.named('nothing has this name').first() == null
    }

    def "a row is had by its place"() {
        given:
        def newest = jobs.newest(5).collect()
        client.forget()

        expect:
        jobs.newest(5)[0].id == newest[0].id
        jobs.newest(5)[4].id == newest[4].id
        jobs.newest(5)[5] == null
        client.requests*.find(/top=\d+/) == ['top=1', 'top=5', 'top=5']
    }

    def "whether there is any costs one row"() {
        expect:
        jobs.failed
        !jobs.named('nothing has this name')
        !jobs.failed.isEmpty()
        client.requests*.endsWith('$top=1') == [true] * 3
    }

    def "counting is one request, whatever the restrictions"() {
        given:
        def expected = all().count { it.state == ERROR && it.ended >= client.clock.instant() - Duration.ofHours(2) }

        expect:
        jobs.failed.since(Duration.ofHours(2)).count() == expected
        client.requests == ["Jobs()/\$count?\$filter=State eq 4 and EndTime ge datetime'2024-05-01T01:00:00Z'"]
    }

    def "size is count, and a limit bounds it"() {
        expect:
        jobs.size() == jobs.count()
        jobs.first(5).count() == 5
        jobs.failed.first(100_000).count() == jobs.failed.count()
    }

    def "what is filtered here is counted by reading it"() {
        given:
        def expected = all().count { it.name ==~ /.*-retry\d+/ }

        expect:
        jobs.filter { it.name ==~ /.*-retry\d+/ }.count() == expected
        client.requests.every { it.startsWith('Jobs()?') }
    }

    def "a filter knows the job as 'it' or by a parameter, and bare names are the script's own"() {
        given:
        def state = CANCELED

        expect:
        [jobs.filter { it.state == ERROR }, jobs.filter { j -> j.state == ERROR }]*.count() == [jobs.failed.count()] * 2
        jobs.filter { it.state == state }.count() == jobs.canceled.count()
        jobs.first(2).filter { outer -> jobs.filter { it.name == outer.name } }.count() == 2
    }

    def "what the service is asked does not depend on the order of filters and restrictions"() {
        given:
        def odd = { it.name.length() % 2 }

        expect:
        jobs.filter(odd).failed*.id as Set == jobs.failed.filter(odd)*.id as Set
        client.requests[0] == client.requests[1]
    }

    def "restrictions after a limit sift the rows that it let through"() {
        given:
        def newest = all().sort { it.created }.reverse().take(50)

        expect:
        jobs.newest(50).failed*.id == newest.findAll { it.state == ERROR }*.id
        jobs.newest(50).failed.count() == newest.count { it.state == ERROR }
        jobs.newest(50).oldest(3)*.id == newest.sort { it.created }.take(3)*.id
        jobs.newest(50).orderBy('name')*.name == newest*.name.sort()
        client.requests.unique(false) == ['Jobs()?$orderby=Created desc&$top=50']
    }

    def "a limit after a filter counts what the filter let through"() {
        expect:
        jobs.filter { it.state == ERROR }.first(3)*.state == [ERROR] * 3
        jobs.filter { it.state == ERROR }.newest(3)*.id == jobs.failed.newest(3)*.id
    }

    def "countBy and groupBy go by what a closure says"() {
        given:
        def all = all()

        expect:
        jobs.countBy { it.state } == all.countBy { it.state }
        jobs.groupBy { it.state }.collectEntries { k, v -> [k, v*.id as Set] } == all.groupBy { it.state }.collectEntries { k, v -> [k, v*.id as Set] }
    }

    def "a query is iterated by whatever iterates"() {
        given:
        def seen = []

        when:
        jobs.failed.each { seen << it.id }
        for (job in jobs.failed) {
            seen << job.id
        }

        then:
        seen.size() == 2 * jobs.failed.count()
        jobs.failed*.state.unique() == [ERROR]
        jobs.failed.any { it.priority >= 0 }
        jobs.failed.find { it.state == ERROR }
    }

    def "tasks are read with a request for each job, in the order of the jobs"() {
        given:
        def ids = jobs.failed.newest(20)*.id
        client.forget()

        when:
        def withTasks = jobs.failed.newest(20).withTasks().collect()

        then:
        withTasks*.id == ids
        withTasks.every { it.errors && it.progress != null }
        client.requests.toSet() == (ids.collect { "Jobs('$it')/Tasks".toString() } + 'Jobs()?$filter=State eq 4&$orderby=Created desc&$top=20') as Set
    }

    def "tasks are read for those jobs alone that a filter lets through"() {
        when:
        def read = jobs.failed.filter { it.name.startsWith('Nightly') }.withTasks().filter { it.errors }.collect()

        then:
        read.size() == 3
        client.requests.size() == 4
    }

    def "counting does not read tasks"() {
        expect:
        jobs.failed.withTasks().count() == jobs.failed.count()
        client.requests == ['Jobs()/$count?$filter=State eq 4'] * 2
    }

    def "a listed job without its tasks says how to come by them"() {
        when:
        jobs.failed.first().errors

        then:
        def e = thrown(IllegalStateException)
        e.message.contains('withTasks()')
    }

    def "since after a limit goes by the states that all words ask for, before it by those before it"() {
        expect:
        jobs.newest(100).failed.since(Duration.ofHours(2)).explain().notes()[0].contains("by 'ended'")
        jobs.since(Duration.ofHours(2)).newest(100).failed.explain().notes()[0].contains("by 'created'")
    }

    def "tasks are read once, and not of jobs that a later restriction drops"() {
        given:
        def failed = jobs.newest(50).failed.count()
        client.forget()

        when:
        jobs.newest(50).withTasks().withTasks().failed.collect()

        then:
        client.requests.size() == 1 + failed
    }

    def "tasks are not read of jobs that a limit leaves out"() {
        when:
        jobs.failed.filter { true }.withTasks().first()

        then:
        client.requests.size() == 2
    }

    def "no rows at all are asked for nothing"() {
        expect:
        jobs.first(0).collect() == []
        jobs.first(0).count() == 0
        client.requests.empty
    }

    def "a filter may do without the row"() {
        expect:
        jobs.filter { -> false }.count() == 0
    }

    def "the service's own language cannot be told after a limit"() {
        when:
        jobs.newest(5).where(raw: 'State eq 4').collect()

        then:
        def e = thrown(IllegalStateException)
        e.message == "only the service can tell where(raw: 'State eq 4'); put it before any limit"
    }

    def "the service's own language is passed through, between the other restrictions"() {
        expect:
        jobs.queued.where(raw: 'Priority gt 0 or Priority eq 0').count() == jobs.queued.count()
        client.requests.contains('Jobs()/$count?$filter=State eq 0 and (Priority gt 0 or Priority eq 0)')
    }

    def "tasks, assets and processors are asked for likewise"() {
        expect:
        ams.tasks.failed.since(Duration.ofHours(2)).newest(3).every { it.state == ERROR }
        ams.assets.named('*BigBuckBunny*').first().name.contains('BigBuckBunny')
        ams.processors.count() == ams.processors.collect().size()
        client.requests.sort() == [
            "Tasks()?\$filter=State eq 4 and EndTime ge datetime'2024-05-01T01:00:00Z'&\$orderby=StartTime desc&\$top=3",
            "Assets()?\$filter=substringof('BigBuckBunny',Name)&\$top=1",
            'MediaProcessors()/$count',
            'MediaProcessors()?$top=1000'].sort()
    }

    def "a job leads to what went in and what came out"() {
        given:
        def job = ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1')

        expect:
        job.inputs*.deleted == [false]
        job.outputs.size() == 2
        job.outputs*.id.every { it.startsWith('nb:cid:') }
    }

    def "an asset that was deleted is marked as such, and what the service makes up of it is left out"() {
        given:
        def job = ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1')
        client.other.send('DELETE', "Assets('${job.outputs[0].id}')")

        expect:
        job.outputs.count { it.deleted && it.state == 'Deleted' && it.created == null && it.lastModified == null } == 1
    }

    def "#wrong is refused when the query is built"() {
        when:
        query.call(ams)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message
        client.requests.empty

        where:
        wrong                 | query                                                     || message
        'a state'             | ({ it.jobs.states('done') })                              || "no state 'done'; there are Queued, Scheduled, Processing, Canceling, Finished, Error, Canceled"
        'a bare number'       | ({ it.jobs.since(2) })                                    || "2 (Integer) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'"
        'nothing'             | ({ it.jobs.since(null) })                                 || "null (nothing) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'"
        'another option'      | ({ it.jobs.since('2024-05-01', by: 'created') })          || "no option 'by'; there is on: 'created'"
        'a property'          | ({ it.jobs.since('2024-05-01', on: 'begun') })            || "jobs cannot be asked about 'begun', only about id, name, state, priority, created, lastModified, started, ended, runningDuration, templateId"
        'what is no time'     | ({ it.jobs.since('2024-05-01', on: 'name') })             || "'name' is text and no time"
        'an empty span'       | ({ it.jobs.between('2024-05-02', '2024-05-01') })         || 'between(2024-05-02, 2024-05-01): the first must be before the second'
        'an order'            | ({ it.jobs.orderBy('created upwards') })                  || "orderBy('created upwards'): write a property, then 'desc' if the greatest comes first; several with commas between"
        'an unknown order'    | ({ it.jobs.orderBy('progress') })                         || "jobs cannot be asked about 'progress', only about id, name, state, priority, created, lastModified, started, ended, runningDuration, templateId"
        'a negative limit'    | ({ it.jobs.first(-1) })                                   || 'not less than no rows: -1'
        'states of processors' | ({ it.processors.failed })                               || "processors cannot be asked about 'state', only about id, name, vendor, version"
        'the newest of what has no age' | ({ it.processors.newest(1) })                   || 'processors do not tell when they were made'
        'tasks of assets'     | ({ it.assets.withTasks() })                               || 'only jobs have tasks, and these are assets'
        'a null state'        | ({ it.jobs.states([null]) })                              || 'states takes no null'
        'no states'           | ({ it.jobs.states((Object[]) null) })                     || 'states takes no null'
        'a span to nowhere'   | ({ it.jobs.between('2024-05-01', null) })                 || 'between takes no null'
        'a null name'         | ({ it.jobs.named(null) })                                 || 'named takes no null'
        'a null order'        | ({ it.jobs.orderBy(null) })                               || 'orderBy takes no null'
        'a bare duration'     | ({ it.jobs.longerThan(2) })                               || 'longerThan takes a duration such as 2.hours, not 2'
        'an empty filter'     | ({ it.jobs.where(raw: ' ') })                             || 'where(raw: ...) wants a filter, and this is empty'
        'a closure elsewhere' | ({ def held = { true }; it.jobs.where(held) })            || 'a closure held in a variable cannot be sent; write it in place, where { ... }, or use filter(closure)'
        'another option here' | ({ it.jobs.where(sql: 'x') })                             || "where takes a closure, or raw: with the service's own filter; not [sql]"
    }

    def "explain says what is sent, what is done here, and what is limited; nothing is asked for it"() {
        when:
        def plan = jobs.failed.since(Duration.ofHours(2)).named('a*c').filter { true }.newest(5).withTasks().explain()

        then:
        client.requests.empty
        plan.requests().size() == 1
        plan.requests()[0].startsWith("GET ${client.sandbox.endpoint()}Jobs()?\$filter=State%20eq%204%20and%20EndTime%20ge%20datetime'2024-05-01T01:00:00Z'")
        plan.requests()[0].endsWith('&$orderby=Created%20desc&$top=1000')
        plan.count() == []
        plan.here() == [
            "named 'a*c': the service knows no patterns but X*, *X and *X*",
            'filter { }: any Groovy, which the service does not speak',
            'the first 5: only known after the above',
            'withTasks(): a request for each job, eight at a time']
        plan.notes()[0] == "since goes by 'ended', because every state asked for is final"
        plan.notes()[1].startsWith('the service gives at most 1000 rows at a time')
    }

    def "explain shows the request that counts"() {
        expect:
        jobs.failed.explain().count() == ["GET ${client.sandbox.endpoint()}Jobs()/\$count?\$filter=State%20eq%204".toString()]
    }
}
