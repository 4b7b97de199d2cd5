package dev.amsshell.product

import static dev.amsshell.product.PromptTerminal.EXAMPLE

import dev.amsshell.testing.Tmux
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** How values and errors are shown, and what they are fetched for. */
@Requires({ Tmux.installed })
class PromptResultsSpec extends Specification {
    static final PAGER = /q: quit, h: help, arrows: scroll/

    /** An account of 50,000 jobs. */
    @Shared
    @AutoCleanup
    def sandbox = new LoggedSandbox('big-account.toml')
    @Shared
    @AutoCleanup
    PromptTerminal terminal = new PromptTerminal(options: '', environment: sandbox.environment, height: 20)

    def eventually = new PollingConditions(timeout: 5)

    def setup() {
        terminal.fresh()
        sandbox.forget()
    }

    def "the last results are known by name"() {
        when:
        terminal.enter('2 + 3')
        terminal.enter('_ + 10')
        terminal.enter('"$_ after $__"')

        then:
        terminal.shows(/\n15 after 5\nams>\z/)
    }

    def "each result is known by its number, which the history tells"() {
        given:
        terminal.enter("'needle' + 1")
        terminal.shows(/\nneedle1\nams>\z/)
        terminal.enter(":history 'needle'")
        terminal.shows(/(?m)^ +_\d+  'needle' \+ 1$/)
        def name = (terminal.screen() =~ /(_\d+)  'needle'/)[0][1]

        when:
        terminal.enter('1 + 1')
        terminal.enter("${name}.size() + 90")

        then:
        terminal.shows(/\n97\nams>\z/)
    }

    def "a query shows the rows that the screen has room for and how many more there are, and fetches no more"() {
        when: 'the terminal is 20 lines high'
        terminal.enter('ams.jobs')
        terminal.shows(/\n\.\.\. and \S+ more; 'show' prints all\nams>\z/)
        def lines = terminal.screen().readLines()

        then:
        lines.size() == 19
        lines[1] =~ /state +id +created \(UTC\)/
        lines[-2] == "... and ${String.format('%,d', 50_000 - 15)} more; 'show' prints all"
        eventually.eventually { assert sandbox.requests.size() == 2 }
        sandbox.requests.any { it.contains('/Jobs()?$top=16 ') }
        sandbox.requests.any { it.contains('/Jobs()/$count ') }
    }

    def "a query that is given a name is not run"() {
        when:
        terminal.enter('def q = ams.jobs.failed')
        terminal.shows(/\na query of jobs; 'show' prints its rows\nams>\z/)
        terminal.enter('q.count() > 0')
        terminal.shows(/\ntrue\nams>\z/)

        then:
        eventually.eventually { assert sandbox.requests.size() == 1 }
        sandbox.requests[0].contains('$count')
    }

    def "a job that is given a name is shown"() {
        when:
        terminal.enter("def j = $EXAMPLE")

        then:
        terminal.shows(/\nstate +\w+\n/)
        terminal.isReady()
    }

    def "a list shows its first elements"() {
        when:
        terminal.enter('(1..1000).toList()')

        then:
        terminal.shows(/\n1\n2\n3\n(\d+\n)+\.\.\. and 9\d\d more; 'show' prints all\nams>\z/)
    }

    def "what is null shows nothing"() {
        when:
        terminal.enter('null')
        terminal.enter('"next"')

        then:
        terminal.shows(/\Aams> null\nams> "next"\nnext\nams>\z/)
    }

    def "what is longer than the screen comes on pages, and leaves the screen when q is pressed"() {
        when:
        terminal.enter('show (1..100)')
        then:
        terminal.showsNow(/\A1\n2\n[\s\S]*\n19\n$PAGER/)

        when:
        terminal.press('Space')
        then:
        terminal.showsNow(/\A20\n[\s\S]*\n38\n/)

        when:
        terminal.press('b')
        then:
        terminal.showsNow(/\A1\n/)

        when:
        terminal.type('/77')
        terminal.press('Enter')
        then:
        terminal.showsNow(/\A77\n/)

        when:
        terminal.press('q')
        then:
        terminal.shows(/\Aams> show \(1\.\.100\)\nams>\z/)
    }

    def "what fits on the screen is not paged"() {
        when:
        terminal.enter('show (1..15)')

        then:
        terminal.shows(/\n14\n15\nams>\z/)
    }

    def "who has read enough of a long list has the rest not asked for"() {
        when:
        terminal.enter('show ams.jobs')
        terminal.showsNow(/\Astate +id[\s\S]*\n$PAGER/)
        terminal.press('q')
        terminal.isReady()
        terminal.enter('ams.jobs.failed.count() > 0')
        terminal.shows(/\ntrue\nams>\z/)
        eventually.eventually { assert sandbox.requests.any { it.contains('$count') } }

        then:
        sandbox.requests.size() < 10
    }

    def "Ctrl-C leaves the pages, too"() {
        when:
        terminal.enter('show (1..1000)')
        terminal.showsNow(/\A1\n[\s\S]*\n$PAGER/)
        terminal.press('C-c')
        terminal.showsNow(/\Aams> show \(1\.\.1000\)\n/)
        terminal.enter('40 + 2')

        then:
        terminal.shows(/\n42\nams>\z/)
    }

    def "a wide table scrolls sideways"() {
        when:
        terminal.enter('show ams.jobs.newest(3)')
        then:
        terminal.showsNow(/\Astate +id +created/)

        when:
        terminal.press('Right')
        then:
        terminal.showsNow(/\A.*(started|ended).* name/)

        when:
        terminal.press('Left')
        then:
        terminal.showsNow(/\Astate +id +created/)

        cleanup:
        terminal.press('q')
        terminal.isReady()
    }

    def "what a script prints is never paged"() {
        when:
        terminal.enter('(1..50).each { println it }; "done"')

        then:
        terminal.shows(/\n49\n50\ndone\nams>\z/)
    }

    def "what a script prints cannot command the terminal"() {
        when:
        terminal.enter('println "\\u001b]0;title\\u0007"; "\\u001b[31mred"')

        then:
        terminal.shows(/\n\\u001b]0;title\\u0007\n\\u001b\[31mred\nams>\z/)
    }

    def "an error shows its place, and :error the rest"() {
        when:
        terminal.enter('throw new RuntimeException("why", new IOException("root"))')
        then:
        terminal.shows(/\ninput\d+:1:1: RuntimeException: why\n.*\n    \| \^\n:error shows the rest\nams>\z/)

        when:
        terminal.enter(':error')
        then:
        terminal.shows(/\n  caused by: java\.io\.IOException: root\nams>\z/)
    }

    def "an error is a few lines: #why"() {
        when:
        terminal.enter(input)

        then:
        terminal.shows(/\A.*\ninput\d+:1:\d+: $message.*\n(.*\n){0,4}ams>\z/)

        where:
        why                 | input                                                | message
        'no such name'      | 'nowhere + 1'                                        | /there is no 'nowhere' here/
        'no such job'       | 'ams.job("00000000-327f-2347-90bb-3bf79f8559f1").name' | 'no such job'
        'no Groovy'         | '1 ++ ) 2'                                           | ''
        'no such method'    | 'ams.jobz()'                                         | '.*jobz'
        'deep in a library' | 'java.time.Instant.parse("yesterday")'               | '.*yesterday'
    }
}
