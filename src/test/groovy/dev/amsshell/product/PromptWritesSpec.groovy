package dev.amsshell.product

import dev.amsshell.testing.Tmux
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** What the prompt asks before it changes anything, and what counts as an answer. */
@Requires({ Tmux.installed })
class PromptWritesSpec extends Specification {
    static final JOB = 'ams.job("f3c43f94-327f-2347-90bb-000000000100")'
    static final PLAN = /cancel 1 job at http:.*\/api\/:\n  nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000100  Processing  'Stuck at 100'\n/

    @AutoCleanup
    LoggedSandbox sandbox = new LoggedSandbox('stuck-at-100.toml')
    @AutoCleanup
    PromptTerminal terminal

    PromptTerminal open(Map given = [:]) {
        def environment = sandbox.environment + (given.environment ?: [:])
        terminal = new PromptTerminal(given + [options: given.options ?: '', environment: environment])
    }

    /** Enters something that changes the job, and waits for the question. */
    void ask(String input = "${JOB}.cancel()") {
        terminal.enter(input)
        terminal.shows(/${PLAN}Send this\? \[y\/N]\z/)
    }

    List<String> getChanges() {
        sandbox.allRequests.findAll { it.contains('CancelJob') || it =~ / (DELETE|MERGE) / }
    }

    def "#answer sends it, and the job is shown as it is then"() {
        given:
        open()
        ask()

        when:
        terminal.enter(answer)

        then:
        terminal.shows(/Send this\? \[y\/N] $answer\nams-shell: done: cancel 1 job\nid  .*\nname .*\nstate +Canceling\n(.*\n)*ams>\z/)
        changes.size() == 1

        where:
        answer << ['y', 'YES']
    }

    def "anything else sends nothing: #what"() {
        given:
        open()
        ask()

        when:
        keys(terminal)
        then:
        terminal.shows(/\ninput1:1:1: not confirmed; nothing was sent\n(.*\n)*ams>\z/)

        when:
        terminal.enter("${JOB}.state")
        then:
        terminal.shows(/\nProcessing\nams>\z/)
        changes == []

        where:
        what            | keys
        'Enter'         | { it.press('Enter') }
        'no'            | { it.enter('no') }
        'yep'           | { it.enter('yep') }
        'Ctrl-D'        | { it.press('C-d') }
        'y, taken back' | { it.type('y'); it.shows(/\[y\/N] y\z/); it.press('BSpace', 'Enter') }
        'an arrow'      | { it.press('Up', 'Enter') }
    }

    def "Ctrl-C at the question interrupts, sends nothing, and leaves the prompt as it was"() {
        given:
        open()
        ask()

        when:
        terminal.type('y')
        terminal.shows(/\[y\/N] y\z/)
        terminal.press('C-c')
        then:
        terminal.shows(/\nnothing was sent\ninterrupted\nams>\z/)

        when:
        terminal.enter('40 + 2')
        then:
        terminal.shows(/\nams> 40 \+ 2\n42\nams>\z/)
        changes == []
    }

    def "what was typed before the question is no answer to it: #typed"() {
        given:
        open()
        def over = terminal.home.resolve('over')

        when:
        terminal.enter("println 'on'; while (!new File('$over').exists()) sleep 10; ${JOB}.cancel()")
        terminal.shows(/(?m)^on$/)
        keys(terminal)
        Files.createFile(over)
        then:
        terminal.shows(/Send this\? \[y\/N]\z/)

        when:
        terminal.press('Enter')
        then:
        terminal.shows(/not confirmed; nothing was sent\n(.*\n)*ams>\z/)
        changes == []

        where:
        typed                | keys
        'a line'             | { it.enter('y') }
        'a line not ended'   | { it.type('y') }
        'many lines'         | { 20.times { n -> it.enter('yes') } }
    }

    def "a file that is loaded asks, too"() {
        given:
        open()
        def file = Files.writeString(terminal.home.resolve('night.groovy'), "${JOB}.cancel()")

        when:
        ask(":load $file")
        terminal.enter('y')

        then:
        terminal.shows(/done: cancel 1 job\nams>\z/)
        changes.size() == 1
    }

    def "a timed input asks, too"() {
        given:
        open()

        when:
        ask(":time ${JOB}.cancel()")
        terminal.enter('y')

        then:
        terminal.shows(/\nstate +Canceling\n(.*\n)*took .*\nams>\z/)
    }

    def "--allow-writes is for scripts, and does not keep the prompt from asking; nor does --quiet, nor JSON"() {
        given:
        open(options: '--allow-writes -q --output json')
        ask()

        when:
        terminal.enter('n')

        then:
        terminal.shows(/not confirmed; nothing was sent/)
        changes == []
    }

    def "an init file, which nobody answers for, changes nothing"() {
        given:
        open(home: PromptTerminal.homeWith("${JOB}.cancel()"))

        expect:
        terminal.shows(/nothing was sent; nobody can be asked here whether to cancel 1 job at http:/)
        changes == []
    }

    def "what runs beside an input changes nothing: #what"() {
        given:
        open()

        when:
        terminal.enter(input)

        then:
        terminal.shows(/nothing was sent; nobody can be asked here whether to/)
        changes == []

        where:
        what                       | input
        'a thread'                 | "def t = Thread.start { try { ${JOB}.cancel() } catch (e) { println e.message } }; t.join()"
        'a filter of what is shown' | "ams.jobs.failed.filter { ams.job(it).delete(); true }"
    }

    def "one question is asked for all that a query gives, and what cannot be done is left out of it"() {
        given:
        open()

        when:
        terminal.enter('ams.jobs.states(QUEUED, FINISHED).newest(30).cancel()*.state.unique()')
        terminal.shows(/(?s)cancel \d+ jobs at .*left out, \d+ jobs: only a job that is Queued, .* and it is Finished\nSend this\? \[y\/N]\z/)
        terminal.enter('y')

        then:
        terminal.shows(/done: cancel \d+ jobs\n(.*\n)*ams>\z/)
        changes.size() == (terminal.screen() =~ /done: cancel (\d+) jobs/)[0][1] as int
        terminal.screen().count('Send this?') == 1
    }

    def "the question stands alone while a wait is drawn, which goes on when it is answered"() {
        given:
        open()

        when:
        ask("${JOB}.settle(onChange: { job, before -> if (!before) ams.job(job).cancel() }).state")
        terminal.enter('y')

        then:
        terminal.shows(/\nCanceled\nams>\z/)
        changes.size() == 1
    }

    def "a dumb terminal asks, too"() {
        given:
        open(environment: [TERM: 'dumb'])

        when:
        terminal.enter("${JOB}.cancel()")
        terminal.shows(/Send this\? \[y\/N]\z/)
        terminal.enter(answer)

        then:
        terminal.shows(result)
        changes.size() == sent

        where:
        answer || sent | result
        'y'    || 1    | /done: cancel 1 job/
        'n'    || 0    | /not confirmed; nothing was sent/
    }

    def "a dumb terminal hears Ctrl-C at the question"() {
        given:
        open(environment: [TERM: 'dumb'])

        when:
        terminal.enter("${JOB}.cancel()")
        terminal.shows(/Send this\? \[y\/N]\z/)
        terminal.press('C-c')

        then:
        terminal.shows(/nothing was sent\ninterrupted\nams>\z/)
        changes == []
    }
}
