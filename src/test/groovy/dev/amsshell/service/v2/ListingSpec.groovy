package dev.amsshell.service.v2

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.job.JobId
import dev.amsshell.job.JobState
import dev.amsshell.query.Condition
import dev.amsshell.query.Entities
import dev.amsshell.query.Order
import dev.amsshell.query.Selection
import dev.amsshell.service.RequestRefused
import dev.amsshell.service.UnexpectedAnswer
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.ScriptedServer
import dev.amsshell.transport.Unreachable
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What becomes of a selection when the service does not do all that is asked. */
class ListingSpec extends Specification {
    static final REFUSED = json('{"odata.error":{"code":"","message":{"lang":"en-US","value":"The query option is not supported."}}}', 400)
    static final NEWEST = [new Order(Entities.JOBS.property('created'), true)]

    @AutoCleanup
    ScriptedServer server
    @AutoCleanup
    V2MediaService service

    def notices = new CopyOnWriteArrayList<String>()

    def serve(String... answers) {
        server = new ScriptedServer(answers)
        service = SandboxedClient.service(server.root, new MutableClock(SandboxedClient.START), notices)
    }

    static String page(Collection<Integer> jobs, String next = null) {
        def rows = jobs.collect { """{"Id":"nb:jid:UUID:$it","Name":"job $it","State":3,"Created":"2024-05-01T00:00:${it.toString().padLeft(2, '0')}"}""" }
        return json("""{"value":[${rows.join(',')}]${next ? /,"odata.nextLink":"$next"/ : ''}}""")
    }

    static Selection jobs(Condition condition = Condition.TRUE, List<Order> order = [], long limit = Selection.ALL) {
        return new Selection(Entities.JOBS, condition, order, limit)
    }

    List<String> names(Selection selection) {
        return service.list(selection).collect { it.name() }
    }

    def "where the service refuses an order, the rows are ordered here, and that is said once"() {
        given:
        serve(REFUSED, page([2, 3, 1]))

        expect:
        names(jobs(Condition.TRUE, NEWEST, 2)) == ['job 3', 'job 2']
        names(jobs(Condition.TRUE, NEWEST)) == ['job 3', 'job 2', 'job 1']
        server.requestLines*.tokenize(' ')*.get(1) == [
            '/api/Jobs()?$orderby=Created%20desc&$top=2',
            '/api/Jobs()?$top=1000',
            '/api/Jobs()?$top=1000']
        notices.size() == 1
        notices[0].startsWith('the service refuses $orderby=Created desc on Jobs, so all rows are read and ordered here (it said: ')
        notices[0].contains('The query option is not supported.')
    }

    def "explain knows that the service refuses an order"() {
        given:
        serve(REFUSED, page([1]))
        names(jobs(Condition.TRUE, NEWEST, 2))

        when:
        def plan = service.plan(jobs(Condition.TRUE, NEWEST, 2))

        then:
        plan.requests() == ["GET ${server.root}Jobs()?\$top=1000".toString()]
        plan.here() == ['order by created desc: the service refuses to', 'the first 2: only known after the above']
    }

    def "one order that is refused says nothing of another"() {
        given:
        serve(page([1]), REFUSED, page([2, 3, 1]), page([3]))
        def byName = [new Order(Entities.JOBS.property('name'), false)]

        expect:
        names(jobs(Condition.TRUE, NEWEST, 1)) == ['job 1']
        names(jobs(Condition.TRUE, byName, 1)) == ['job 1']
        names(jobs(Condition.TRUE, NEWEST, 1)) == ['job 3']
        server.requestLines.last().contains('$orderby=Created')
    }

    def "tasks and assets of a job are followed over as many answers as the service divides them into"() {
        given:
        def part = { n, next -> json("""{"value":[{"Id":"nb:tid:UUID:$n","State":3}]${next ? /,"odata.nextLink":"$next"/ : ''}}""") }
        serve(part(1, "Jobs('x')/Tasks?more=1"), part(2, "Jobs('x')/Tasks?more=2"), part(3, null))

        expect:
        service.tasks(new JobId('x'))*.id() == ['nb:tid:UUID:1', 'nb:tid:UUID:2', 'nb:tid:UUID:3']
    }

    def "that a listed job has no tasks is believed only when it is listed no more"() {
        given:
        serve(json('{}', 404), page([1]))
        def job = new JobDecoder(new MutableClock(SandboxedClient.START)).job(JsonTree.read('{"Id":"nb:jid:UUID:1","State":3}'.bytes))

        when:
        service.withTasks([job].iterator()).toList()

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.endsWith('lists job nb:jid:UUID:1, but says that it has no tasks (404)')
    }

    def "a request that is refused without its order, too, fails, and the order is not to blame"() {
        given:
        serve(REFUSED)

        when:
        names(jobs(Condition.TRUE, NEWEST))
        then:
        thrown(RequestRefused)
        notices.empty

        when:
        names(jobs(Condition.TRUE, NEWEST))
        then:
        thrown(RequestRefused)
        server.requestLines[2].contains('$orderby')
    }

    def "a refusal shows what was sent"() {
        given:
        serve(REFUSED)

        when:
        names(jobs(new Condition.Raw("year(Created) eq 2024")))

        then:
        def e = thrown(RequestRefused)
        e.message.contains('refused the request (400): The query option is not supported.')
        e.advice().contains("\$filter=(year(Created) eq 2024)")
    }

    def "a service that divides a page and says where it goes on is followed"() {
        given:
        serve(page([1, 2], 'Jobs?$skiptoken=2'), page([3, 4], 'Jobs?$skiptoken=4'), page([5]))

        expect:
        names(jobs()) == ['job 1', 'job 2', 'job 3', 'job 4', 'job 5']
        server.requestLines*.tokenize(' ')*.get(1) == ['/api/Jobs()?$top=1000', '/api/Jobs?$skiptoken=2', '/api/Jobs?$skiptoken=4']
    }

    def "it is followed below the API root alone: #next"() {
        given:
        serve(page([1, 2], next))

        when:
        names(jobs())

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.startsWith('the service says that the list goes on at ')
        server.requests.size() == 1

        where:
        next << ['http://elsewhere.example/api/Jobs?$skiptoken=2', '//elsewhere.example/api/Jobs', '/other/Jobs', '../Jobs', 'https://127.0.0.1/api/Jobs',
                 'http://127.0.0.1:1/api/Jobs', 'not a URL', 'Jobs#part', 'http://user@127.0.0.1/api/Jobs']
    }

    def "rows that were not asked for are not believed: #asked"() {
        given:
        serve(page([1, 2]))

        when:
        names(jobs(condition, order))

        then:
        def e = thrown(UnexpectedAnswer)
        e.message == message

        where:
        asked          | condition                                                                                   | order  | message
        'a state'      | new Condition.Among(Entities.JOBS.property('state'), [JobState.ERROR])                       | []     | 'the service does not do as it is asked: nb:jid:UUID:1 is not what was asked for'
        'an order'     | Condition.TRUE                                                                              | NEWEST | 'the service does not do as it is asked: the rows do not come by created desc'
    }

    def "what both sides may see in different ways is left to the service"() {
        given:
        serve(page([1, 2]))
        def name = new Condition.Among(Entities.JOBS.property('name'), ['JOB 1', 'JOB 2'])

        expect:
        names(jobs(name)) == ['job 1', 'job 2']
        names(jobs(new Condition.Not(new Condition.Raw('State eq 4')))) == ['job 1', 'job 2']
    }

    def "an order is not doubted for what both sides may see in different ways"() {
        given:
        def row = { id, times -> """{"Id":"nb:jid:UUID:$id","State":3,$times}""" }
        serve(json("{\"value\":[${row(1, '"EndTime":null')},${row(2, '"EndTime":"2024-05-01T00:00:02"')},${row(3, '"EndTime":null')}]}"))

        expect:
        names(jobs(Condition.TRUE, [new Order(Entities.JOBS.property('ended'), descending), new Order(Entities.JOBS.property('name'), true)], 10)).size() == 3

        where:
        descending << [true, false]
    }

    def "an order that changes while it is read is made here, unless one page is all"() {
        given:
        serve(page([2, 1]))
        def byPriority = [new Order(Entities.JOBS.property('priority'), true)]

        expect:
        names(jobs(Condition.TRUE, byPriority)).size() == 2
        names(jobs(Condition.TRUE, byPriority, 1000)).size() == 2
        server.requestLines*.contains('$orderby') == [false, true]
        service.plan(jobs(Condition.TRUE, byPriority)).here() == ['order by priority desc: it may change while page after page is read']
    }

    def "a row without an id is no row"() {
        given:
        serve(json('{"value":[{"Name":"x","State":3}]}'))

        when:
        names(jobs())

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.contains('something without an id')
    }

    def "a next link that is no text is no list"() {
        given:
        serve(json('{"value":[],"odata.nextLink":5}'))

        when:
        names(jobs())

        then:
        thrown(UnexpectedAnswer)
    }

    def "a list of #broken fails, and does not end early"() {
        given:
        def first = page(1..1000)
        serve(first, answer)

        when:
        names(jobs())

        then:
        thrown(failure)

        where:
        broken            | answer                                              | failure
        'a half page'     | 'HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: 9999\r\n\r\n{"value":[' | Unreachable
        'a refused page'  | REFUSED                                             | RequestRefused
        'an ailing page'  | json('{}', 503)                                     | RequestRefused
        'a strange page'  | json('{"value":{}}')                                | UnexpectedAnswer
        'an HTML page'    | answer('<html>proxy</html>', 200, 'text/html')      | UnexpectedAnswer
    }

    def "a count is a number: #body"() {
        given:
        serve(answer(body, 200, 'text/plain'))

        expect:
        service.count(jobs()) == 42

        where:
        body << ['42', '\ufeff42', ' 42\r\n']
    }

    def "what is no number is no count: #body"() {
        given:
        serve(answer(body, 200, 'text/plain'))

        when:
        service.count(jobs())

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.contains('instead of a count')

        where:
        body << ['', '-1', '4.2', '<html>', '{"value":42}', '9' * 30]
    }

    def "hundreds of ids go in several requests, none too long, and each job comes once"() {
        given:
        def client = new SandboxedClient()
        def all = client.service.list(jobs()).collect { it.id() }
        def id = Entities.JOBS.property('id')
        def wanted = all + all.take(50) + (1..100).collect { "nb:jid:UUID:00000000-0000-0000-0000-0000000${10000 + it}".toString() }
        client.forget()

        expect:
        client.service.list(jobs(new Condition.Among(id, wanted))).collect { it.id() }.sort() == all.sort()
        client.service.count(jobs(new Condition.Among(id, wanted))) == all.size()
        client.requests.size() in 28..34
        client.service.plan(jobs(new Condition.Among(id, wanted))).requests().every { it.length() - 'GET '.length() < 2048 }
        client.service.plan(jobs(new Condition.Among(id, wanted))).notes()[0] ==~ /the filter is too long for one URL \(2048 characters\) and goes in 1\d parts/

        cleanup:
        client.close()
    }

    def "rows of several requests are ordered here"() {
        given:
        def client = new SandboxedClient('[account]\norder = "shuffled"')
        def all = client.service.list(jobs()).toList()
        def among = new Condition.Among(Entities.JOBS.property('id'), all.collect { it.id() })

        expect:
        client.service.list(jobs(among, NEWEST, 10)).collect { it.id() } == all.sort { it.created() }.reverse().take(10).collect { it.id() }

        cleanup:
        client.close()
    }

    def "a row that several requests give comes once"() {
        given:
        def client = new SandboxedClient()
        def name = Entities.JOBS.property('name')
        def any = new Condition.Any((1..60).collect { new Condition.Match(name, Condition.Match.Place.ANYWHERE, 'a' + ' ' * (it % 2) + '.mp' * (it % 3) + (it % 3 ? '' : 'Encoding into H264 ')) })
        def expected = client.service.list(jobs()).findAll { any.test(it) }

        expect:
        client.service.plan(jobs(any)).requests().size() > 1
        client.service.list(jobs(any)).collect { it.id() }.sort() == expected.collect { it.id() }.sort()
        client.service.count(jobs(any)) == expected.size()

        cleanup:
        client.close()
    }

    def "what can never match asks nothing"() {
        given:
        serve(page([1]))

        expect:
        names(jobs(Condition.FALSE)) == []
        service.count(jobs(Condition.FALSE)) == 0
        service.plan(jobs(Condition.FALSE)).notes() == ['nothing can match, so nothing is asked']
        server.requests.empty
    }

    def "a job that vanished while tasks were read is left out, and that is said"() {
        given:
        def client = new SandboxedClient()
        def done = client.service.list(jobs(new Condition.Among(Entities.JOBS.property('state'), [JobState.ERROR]))).toList()
        client.other.send('DELETE', "Jobs('${done[1].id()}')")

        expect:
        client.service.withTasks(done.iterator()).collect { it.id() } == done.collect { it.id() } - done[1].id()
        client.notices == ["job ${done[1].id()} vanished while its tasks were read; it is left out".toString()]

        cleanup:
        client.close()
    }

    def "all pages of a large account come while a fifth of the answers says that the service is busy"() {
        given:
        def client = new SandboxedClient('''
            [account]
            jobs = 9000
            order = "shuffled"

            [[faults]]
            kind = "busy"
            share = 0.2
            '''.stripIndent())

        when:
        def ids = client.service.list(jobs()).collect { it.id() }

        then:
        ids.size() == client.service.count(jobs())
        ids.size() > 9000
        ids.toSet().size() == ids.size()

        cleanup:
        client.close()
    }
}
