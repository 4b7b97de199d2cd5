package dev.amsshell.render

import static dev.amsshell.testing.Printing.printer
import static dev.amsshell.testing.Printing.text

import dev.amsshell.dsl.Ams
import dev.amsshell.dsl.Host
import dev.amsshell.dsl.Query
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.ScriptedServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The first rows of a query, as the sandbox's log says what they cost, and of everything else that has rows. */
class FirstRowsSpec extends Specification {
    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient('''
        [account]
        jobs = 0
        new-job-every = "never"

        [[jobs]]
        count = 60
        name = "Nightly {n}"
        state = "error"
        ago = "20m"
        spread = "30m"

        [[jobs]]
        count = 1940
        name = "Daily {n}"
        state = "finished"
        ago = "2d"
        spread = "30m"
        '''.stripIndent())

    def setup() {
        client.forget()
    }

    static List<String> shown(Object value, int most = 50, Format format = Format.TABLE) {
        return text(new FirstRows(printer(format), { most }), value).readLines()
    }

    def "of #what the first rows are shown, and how many more there are, in two requests"() {
        when:
        def lines = shown(query.call(client.ams.jobs))

        then:
        // rows below their headings
        lines.size() == 52
        lines.last() == "... and $more more; 'show' prints all"
        client.requests == [list, count]

        where:
        what                | query                                          | more    | list                                                   | count
        'all'               | ({ Query it -> it })                           | '1,974' | 'Jobs()?$top=51'                                       | 'Jobs()/$count'
        'a restriction'     | ({ it.failed })                                | '10'    | 'Jobs()?$filter=State eq 4&$top=51'                    | 'Jobs()/$count?$filter=State eq 4'
        'an order'          | ({ it.failed.orderBy('created desc') })        | '10'    | 'Jobs()?$filter=State eq 4&$orderby=Created desc&$top=51' | 'Jobs()/$count?$filter=State eq 4'
        'a limit'           | ({ it.newest(200) })                           | '150'   | 'Jobs()?$orderby=Created desc&$top=51'                 | 'Jobs()/$count'
        'a limit of limits' | ({ it.first(500).first(120) })                 | '70'    | 'Jobs()?$top=51'                                       | 'Jobs()/$count'
    }

    def "rows that are all shown are not counted: #rows"() {
        when:
        def lines = shown(client.ams.jobs.failed.first(rows), 50)

        then:
        lines.size() == rows + 1
        client.requests == ['Jobs()?$filter=State eq 4&$top=' + rows]

        where:
        rows << [3, 49, 50]
    }

    def "no more tasks are read than those of the rows and of the next"() {
        when:
        def lines = shown(client.ams.jobs.failed.withTasks(), 2)

        then:
        lines.last() == "... and 58 more; 'show' prints all"
        client.requests.count { it.contains('/Tasks') } == 3
    }

    def "what is evaluated here is not counted: #request"() {
        when:
        def lines = shown(query.call(client.ams.jobs.failed))

        then:
        lines.last() == "... and more; 'show' prints all"
        client.requests == [request]

        where:
        query                          | request
        ({ it.filter { true } })       | 'Jobs()?$filter=State eq 4&$top=1000'
        ({ it.named('N?ght*') })       | "Jobs()?\$filter=State eq 4 and startswith(Name,'N') and substringof('ght',Name)&\$top=1000"
    }

    def "when the count fails, the rows are there all the same"() {
        given:
        def rows = (1..3).collect { '{"Id":"nb:jid:UUID:00000000-0000-0000-0000-00000000000' + it + '","Name":"Job","State":2}' }
        def server = new ScriptedServer(ScriptedServer.json('{"value":[' + rows.join(',') + ']}'), ScriptedServer.json('', 501))
        def clock = new MutableClock(SandboxedClient.START)
        def service = SandboxedClient.service(server.root, clock, [])
        def jobs = new Ams({ service }, clock, null, {}, new Host({}, { it }, {})).jobs

        expect:
        shown(jobs, 2).last() == "... and more; 'show' prints all"
        server.requestLines == ['GET /api/Jobs()?$top=3 HTTP/1.1', 'GET /api/Jobs()/$count HTTP/1.1']

        cleanup:
        service.close()
        server.close()
    }

    def "how many rows is asked for each value anew"() {
        given:
        def most = 2
        def first = new FirstRows(printer(Format.TABLE), { most++ })

        expect:
        text(first, 1..9) == "1\n2\n... and 7 more; 'show' prints all\n"
        text(first, 1..9) == "1\n2\n3\n... and 6 more; 'show' prints all\n"
    }

    def "of #what the first rows are shown"() {
        expect:
        shown(value, 2) == ['1', '2', "... and ${more}more; 'show' prints all".toString()]

        where:
        what                  | value                                              || more
        'a list'              | [1, 2, 3, 4]                                       || '2 '
        'an array'            | [1, 2, 3] as int[]                                 || '1 '
        'a range'             | 1..1_000_002                                       || '1,000,000 '
        'an endless iterator' | new Endless()                                      || ''
        'an endless stream'   | java.util.stream.Stream.iterate(1) { it + 1 }      || ''
    }

    static final class Endless implements Iterator<Integer> {
        int given

        boolean hasNext() {
            true
        }

        Integer next() {
            ++given
        }
    }

    def "no row is pulled beyond the next one, as #format"() {
        given:
        def rows = new Endless()

        when:
        def lines = shown(rows, 50, format)

        then:
        rows.given <= 51
        lines.last() == "... and more; 'show' prints all"

        where:
        format << Format.values()
    }

    def "few rows and single values are shown as if there were no limit"() {
        expect:
        shown(value, 3) == lines

        where:
        value             || lines
        [1, 2, 3]         || ['1', '2', '3']
        [a: 1]            || ['a  1']
        'x'               || ['x']
        Duration.ZERO     || ['PT0S']
    }
}
