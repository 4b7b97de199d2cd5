package dev.amsshell.product

import static dev.amsshell.product.PromptTerminal.EXAMPLE

import dev.amsshell.testing.Tmux
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** What Tab and {@code ?} tell, and that they ask nobody for it. */
@Requires({ Tmux.installed })
class PromptCompletionSpec extends Specification {
    @Shared
    @AutoCleanup
    def sandbox = new LoggedSandbox('stuck-at-100.toml')
    @Shared
    @AutoCleanup
    PromptTerminal terminal = new PromptTerminal(options: '', environment: sandbox.environment, width: 120)

    def eventually = new PollingConditions(timeout: 10)

    def setupSpec() {
        terminal.enter('def zebra = [1000, 1001]')
        terminal.shows(/\n1001\nams>\z/)
        new PollingConditions(timeout: 10).eventually { assert sandbox.allRequests }
    }

    def setup() {
        terminal.fresh()
    }

    /** Types a text and presses Tab once it is there. */
    def tab(String typed) {
        terminal.type(typed)
        terminal.shows(/\Q${typed.stripTrailing()}\E\z/)
        terminal.press('Tab')
    }

    def "Tab lists what may follow, in groups, with what it does"() {
        when:
        tab('ams.jobs.sched')
        then:
        terminal.shows(/\Aams> ams\.jobs\.scheduled\z/)

        when:
        terminal.fresh()
        tab('ams.jobs.s')
        then:
        terminal.shows(/\Aams> ams\.jobs\.s\nmethods\nstates\(\s+\(only those in one of some states\)\nsince\([^\n]+\n(.*\n)*properties\nscheduled +\(only those that are Scheduled\)/)
    }

    def "Tab completes '#typed'"() {
        when:
        tab(typed)

        then:
        terminal.shows(/\Aams> \Q$completed\E\z/)

        where:
        typed                          || completed
        'ams.jobs.newe'                || 'ams.jobs.newest('
        'zeb'                          || 'zebra'
        'FINI'                         || 'FINISHED'
        'ams.jobs.where { templ'       || 'ams.jobs.where { templateId'
        'ams.jobs.filter { it.templ'   || 'ams.jobs.filter { it.templateId'
        "${EXAMPLE}.await(timeo"       || "${EXAMPLE}.await(timeout:"
        "${EXAMPLE}.await(until: FINI" || "${EXAMPLE}.await(until: FINISHED"
        ':prof'                        || ':profile'
        ':set timez'                   || ':set timezone'
        ':set output nd'               || ':set output ndjson'
        ':help awaitA'                 || ':help awaitAny'
        ':load samples/chec'           || ':load samples/check.groovy'
        '.collectEnt'                  || '.collectEntries'
        '[zebra.collectEnt'            || '[zebra.collectEntries'
    }

    def "Tab completes in the middle of a line"() {
        given:
        terminal.type('ams.jobs.longT + 1')
        4.times { terminal.press('Left') }

        when:
        terminal.press('Tab')

        then:
        terminal.shows(/\Aams> ams\.jobs\.longerThan\( \+ 1\z/)
    }

    def "Tab lists #what"() {
        when:
        tab(typed)

        then:
        terminal.shows(/\Aams> \Q${typed.stripTrailing()}\E\n(.*\n)*$listed/)

        where:
        what                    | typed                          || listed
        'properties in where'   | 'ams.jobs.where { '            || /properties\nid .*\n(.*\n)*runningDuration +\(processor time/
        'options of await'      | "${EXAMPLE}.await("            || /options of await\ntimeout: +\(how long .*\nuntil: /
        'states for an option'  | "${EXAMPLE}.await(until: "     || /states\nQUEUED +\(.*\n(.*\n)*.*CANCELED /
        'states for a word'     | 'ams.jobs.states('             || /states\nQUEUED +\(/
        'commands'              | ':'                            || /commands\n(.*\n)*:load +\(evaluate what is in a file\)/
        'settings'              | ':set '                        || /output +timeout +color +timezone/
        'what a setting can be' | ':set color '                  || /.*auto +.*always +.*never/
        'files'                 | ':load samples/scenarios/b'    || /.*big-account\.toml +.*busy-service\.toml/
    }

    def "recent jobs are listed by their ids, with states and names"() {
        when:
        tab("ams.job('")

        then:
        terminal.shows(/\Aams> ams\.job\('\n(.*\n)*f3c43f94-327f-2347-90bb-3bf79f8559f1'\) +\(\w+  Encoding BigBuckBunny into H264/)
    }

    def "the id of a recent job is completed"() {
        when:
        tab("ams.job('f3c43f94-327f-2347-90bb-0")

        then:
        terminal.shows(/\Aams> ams\.job\('f3c43f94-327f-2347-90bb-000000000100'\)\z/)
    }

    def "what was completed can be evaluated"() {
        when:
        tab('zebra.collectEnt')
        terminal.shows(/collectEntries\z/)
        terminal.enter(' { [it, 2000 + it] }.values()')

        then:
        terminal.shows(/\n3000\n3001\nams>\z/)
    }

    def "a second Tab shows the signature and what it does"() {
        when:
        tab('ams.jobs.longe')
        terminal.shows(/\Aams> ams\.jobs\.longerThan\(\z/)
        terminal.press('Tab')

        then:
        terminal.shows(/\AlongerThan\(.*\)\n  only those that took longer.*\n  example:  .*longerThan.*\n(.*\n)*ams> ams\.jobs\.longerThan\(\z/)
    }

    def "a second Tab goes on into #what"() {
        when:
        tab(typed)
        terminal.shows(/\Aams> \Q$completed\E\z/)
        terminal.press('Tab')

        then:
        terminal.shows(listed)

        where:
        what         | typed              | completed            || listed
        'a folder'   | ':load sampl'      | ':load samples/'     || 'check.groovy'
        'a setting'  | ':set outp'        | ':set output'        || 'ndjson'
    }

    def "Tab lists what may follow, whatever was completed on an earlier line"() {
        given:
        tab(':load sampl')
        terminal.shows(/\Aams> :load samples\/\z/)
        terminal.fresh()

        when:
        tab(':load samples/')

        then:
        terminal.shows(/check\.groovy/)
    }

    def "Tab at the beginning of a line in a block indents it"() {
        when:
        terminal.type('[1,')
        terminal.press('M-Enter')
        terminal.shows(/(?m)^  -> *\z/)
        terminal.press('Tab', 'Tab')
        terminal.type('2]')

        then:
        terminal.shows(/\n  ->  +2]\z/)
    }

    def "?expression shows the signature and what it does, and evaluates nothing"() {
        when:
        terminal.enter('?(zebra << 3).size()')
        terminal.enter('?ams.jobs.newest')
        then:
        terminal.shows(/\nnewest\(n\)\n  the newest so many, the newest first\n  example:  .*\n(.*\n)*ams>\z/)

        when:
        terminal.enter('zebra.size() + 300')
        then:
        terminal.shows(/\n302\nams>\z/)
    }

    def "?expression says what a variable is"() {
        when:
        terminal.enter('?zebra')

        then:
        terminal.shows(/\nzebra: ArrayList\nams>\z/)
    }

    def "what is not known is said to be unknown"() {
        when:
        terminal.enter('?nowhere')

        then:
        terminal.shows(/\nnothing is known of 'nowhere'\n:help lists what there is\.\nams>\z/)
    }

    def "neither Tab nor a suggestion nor ? sends a request or evaluates anything"() {
        given:
        terminal.enter('def count = 0; def touch() { count++; ams }; ams.jobs.count() > 0')
        terminal.shows(/\ntrue\nams>\z/)
        eventually.eventually { assert sandbox.requests.any { it.contains('$count') } }
        terminal.clear('ams>')
        sandbox.forget()

        when:
        ['ams.jobs.first().sta', 'touch().jobs.first().nam', "ams.job('", "${EXAMPLE}.tasks[0].", 'ams.jobs.where { name == touch().', 'ams.jobs.count'].each { typed ->
            tab(typed)
            terminal.press('Tab')
            terminal.fresh()
        }
        terminal.enter('?touch().jobs.first().state')
        terminal.enter('?ams.jobs.count()')
        terminal.enter('count + 400')
        terminal.shows(/\n400\nams>\z/)
        terminal.enter('ams.jobs.failed.count() > 0')
        terminal.shows(/\ntrue\nams>\z/)

        then: 'the only request is the one that was entered'
        eventually.eventually { assert sandbox.requests.size() == 1 }
        sandbox.requests[0].contains('State eq 4')
    }
}
