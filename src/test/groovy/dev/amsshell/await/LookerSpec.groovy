package dev.amsshell.await

import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.service.UnexpectedAnswer
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.ScriptedServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** How many requests a look costs, and which; asked of the built-in service over real HTTP. */
class LookerSpec extends Specification {
    @AutoCleanup
    SandboxedClient client

    @AutoCleanup
    ScriptedServer server

    Looker looker

    /** An account with so many jobs that are active and so many that are over, besides. */
    void account(int active, int over = 0) {
        client = new SandboxedClient("""
            [account]
            jobs = $over
            queued = 0
            scheduled = 0
            processing = 0
            canceling = 0
            new-job-every = "never"
            reserved-units = 1
            [[jobs]]
            count = $active
            state = "queued"
            tasks = 1
        """.stripIndent())
        looker = new Looker(client.service)
    }

    /** What the next look sends: how many counts, lists of what is active, and requests for ids. */
    List<Integer> costs(Collection<String> ids, boolean wantsTasks = false) {
        client.forget()
        seen = [:]
        absent = looker.look(ids, { wantsTasks }, { jobs -> jobs.each { seen[it.id()] = it } }).absent()
        def requests = client.requests
        def kinds = [requests.count { it.contains('$count') }, requests.count { it.contains('State') && !it.contains('$count') },
                     requests.count { it.contains('Id eq') }]
        assert kinds.sum() == requests.count { !it.contains('/Tasks') }
        kinds
    }

    Map seen
    Set absent

    List<String> ids(int count) {
        client.ams.jobs.active.first(count)*.id()
    }

    def "#awaited of #active active jobs cost #first at first, and #next from then on"() {
        given:
        account(active)
        def ids = ids(awaited)

        expect:
        costs(ids) == first
        seen.keySet() == ids as Set
        costs(ids) == next
        seen.keySet() == ids as Set
        absent == [] as Set

        where:
        awaited | active || first      | next
        1       | 1      || [0, 0, 1]  | [0, 0, 1]
        1       | 1200   || [0, 0, 1]  | [0, 0, 1]
        26      | 40     || [0, 0, 1]  | [0, 0, 1]
        30      | 40     || [1, 1, 0]  | [0, 1, 0]
        30      | 2100   || [1, 0, 2]  | [0, 0, 2]
        1000    | 1000   || [1, 2, 0]  | [0, 2, 0]
        1000    | 1050   || [1, 2, 0]  | [0, 2, 0]
    }

    def "what a list does not give is asked for by its id"() {
        given:
        account(40, 30)
        def over = client.ams.jobs.done.first(5)*.id()

        expect:
        costs(ids(40) + over + 'nb:jid:UUID:f3c43f94-327f-2347-90bb-00000000dead') == [1, 1, 1]
        seen.size() == 45
        absent == ['nb:jid:uuid:f3c43f94-327f-2347-90bb-00000000dead'] as Set
    }

    def "what ended since the last look comes with the list"() {
        given:
        account(60)
        def ids = ids(60)

        when:
        costs(ids)
        client.clock.advance(Duration.ofHours(1))

        then:
        costs(ids) == [0, 1, 0]
        seen.values().any { it.state().isFinal() }
        seen.size() == 60
    }

    def "it is counted again from time to time, and then the list may be the cheaper way"() {
        given:
        account(2100)
        def ids = ids(30)
        costs(ids)

        when:
        def looks = (1..20).collect { costs(ids) }

        then:
        looks.count([0, 0, 2]) == 18
        looks.count([1, 0, 2]) == 2
    }

    def "tasks cost a request for each job that is wanted with them, and for no other"() {
        given:
        account(30)
        def ids = ids(30)
        def wanted = ids.take(3)

        when:
        client.forget()
        def given = []
        looker.look(ids, { it.id() in wanted }, { given.addAll(it) })

        then:
        client.requests.count { it.contains('/Tasks') } == 3
        given*.id() as Set == ids as Set
        given.findAll { it.hasTasks() }*.id() as Set == wanted as Set
    }

    def "of a service that leaves out the filter, nothing is believed"() {
        given:
        def row = { String id -> """{"Id":"nb:jid:UUID:f3c43f94-327f-2347-90bb-$id","Name":"A","Created":"2024-05-01T02:59:00","LastModified":"2024-05-01T02:59:00",
            "EndTime":null,"Priority":0,"RunningDuration":0.0,"StartTime":null,"State":3,"TemplateId":null,"JobNotificationSubscriptions":[]}""" }
        server = new ScriptedServer(json("{\"value\":[${row('000000000001')},${row('000000000002')}]}".toString()))
        def service = SandboxedClient.service(server.root, new MutableClock(SandboxedClient.START), [])
        def given = []

        when:
        new Looker(service).look(['nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000001'], { true }, { given.addAll(it) })

        then:
        thrown(UnexpectedAnswer)
        given == []

        cleanup:
        service.close()
    }

    def "rows that come twice are seen once, in whatever letter case the service writes their ids"() {
        given:
        def row = """{"Id":"nb:jid:UUID:F3C43F94-327F-2347-90BB-00000000000A","Name":"A","Created":"2024-05-01T02:59:00","LastModified":"2024-05-01T02:59:00",
            "EndTime":null,"Priority":0,"RunningDuration":0.0,"StartTime":null,"State":2,"TemplateId":null,"JobNotificationSubscriptions":[]}"""
        server = new ScriptedServer(json("{\"value\":[$row,$row]}".toString()))
        def service = SandboxedClient.service(server.root, new MutableClock(SandboxedClient.START), [])
        def given = []

        expect:
        new Looker(service).look(['nb:jid:UUID:f3c43f94-327f-2347-90bb-00000000000a'], { false }, { given.addAll(it) }).absent() == [] as Set
        given.size() == 1

        cleanup:
        service.close()
    }

    def "a service that does not count is asked by ids"() {
        given:
        server = new ScriptedServer(count, json('{"value":[]}'))
        def service = SandboxedClient.service(server.root, new MutableClock(SandboxedClient.START), [])
        def ids = (1..30).collect { 'nb:jid:UUID:f3c43f94-327f-2347-90bb-%012d'.formatted(it) }

        expect:
        new Looker(service).look(ids, { false }, {}).absent().size() == 30
        server.requests.size() == 3

        cleanup:
        service.close()

        where:
        count << [json('', 400), json('{"d":5}')]
    }
}
