package dev.amsshell.product

import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.Tmux
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** What the prompt asks before it changes anything, and what counts as an answer. */
@Requires({ Tmux.installed })
class PromptWritesSpec extends Specification {
    /** Many jobs that go on for ever, so that each feature can have one. */
    static final JOBS = (1..30).collect { """
        [[jobs]]
        id = "${guid(it)}"
        name = "Stuck"
        state = "processing"
        work = "10m"
        sticks-at = 100
        """ }.join('').stripIndent()

    @Shared
    @AutoCleanup
    LoggedSandbox sandbox = new LoggedSandbox(SandboxedClient.scenarioOf('[account]\nnew-job-every = "never"\n' + JOBS))
    @Shared
    @AutoCleanup
    PromptTerminal terminal = open()
    @AutoCleanup
    PromptTerminal other
    @Shared
    int asked

    static String guid(int number) {
        String.format('f3c43f94-327f-2347-90bb-%012d', number)
    }

    PromptTerminal open(Map given = [:]) {
        new PromptTerminal(given + [options: given.options ?: '', environment: sandbox.environment + (given.environment ?: [:])])
    }

    def setup() {
        terminal.fresh()
        sandbox.forget()
    }

    /** A job that nobody has asked about yet. */
    String job() {
        "ams.job('${guid(++asked)}')"
    }

    /** Enters something that cancels a job, and waits for the question. */
    void ask(PromptTerminal where = terminal, String input) {
        where.enter(input)
        where.shows(/cancel 1 job at http:.*\/api\/:\n  nb:jid:UUID:${guid(asked)}  Processing  'Stuck'\nSend this\? \[y\/N]\z/)
    }

    /** What was sent that changes something. */
    List<String> getChanges() {
        sandbox.allRequests.findAll { it.contains('CancelJob') || it =~ / (DELETE|MERGE) / }
    }

    def "#answer sends it, and the job is shown as it is then"() {
        given:
        ask("${job()}.cancel()")

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
        def job = job()
        ask("${job}.cancel()")

        when:
        keys(terminal)
        then:
        terminal.shows(/\ninput\d+:1:1: not confirmed; nothing was sent\n(.*\n)*ams>\z/)

        when:
        terminal.enter("${job}.state")
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
        ask("${job()}.cancel()")

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
        def over = Files.createTempDirectory('over').resolve('over')

        when:
        terminal.enter("println 'on'; while (!new File('$over').exists()) sleep 10; ${job()}.cancel()")
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

        cleanup:
        Files.delete(over)
        Files.delete(over.parent)

        where:
        typed              | keys
        'a line'           | { it.enter('y') }
        'a line not ended' | { it.type('y') }
        'many lines'       | { 20.times { n -> it.enter('yes') } }
    }

    def "a file that is loaded asks, too"() {
        given:
        def file = Files.writeString(terminal.home.resolve('night.groovy'), "${job()}.cancel()")

        when:
        ask(":load $file")
        terminal.enter('y')

        then:
        terminal.shows(/done: cancel 1 job\nams>\z/)
        changes.size() == 1
    }

    def "a timed input asks, too"() {
        when:
        ask(":time ${job()}.cancel()")
        terminal.enter('y')

        then:
        terminal.shows(/\nstate +Canceling\n(.*\n)*took .*\nams>\z/)
    }

    def "what runs beside an input changes nothing: #what"() {
        when:
        terminal.enter(input.replace('JOB', job()))

        then:
        terminal.shows(/nothing was sent; nobody can be asked here whether to/)
        changes == []

        where:
        what                        | input
        'a thread'                  | "Thread.start { try { JOB.cancel() } catch (e) { println e.message } }.join()"
        'a filter of what is shown' | "ams.jobs.failed.filter { ams.job(it).delete(); true }"
    }

    def "one question is asked for all that a query gives, and what cannot be done is left out of it"() {
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
        when:
        ask("${job()}.settle(onChange: { job, before -> if (!before) ams.job(job).cancel() }).state")
        terminal.enter('y')

        then:
        terminal.shows(/\nCanceled\nams>\z/)
        changes.size() == 1
    }

    def "--allow-writes is for scripts, and does not keep the prompt from asking; nor does --quiet, nor JSON"() {
        given:
        other = open(options: '--allow-writes -q --output json')
        ask(other, "${job()}.cancel()")

        when:
        other.enter('n')

        then:
        other.shows(/not confirmed; nothing was sent/)
        changes == []
    }

    def "an init file, which nobody answers for, changes nothing"() {
        given:
        other = open(home: PromptTerminal.homeWith("${job()}.cancel()"))

        expect:
        other.shows(/nothing was sent; nobody can be asked here whether to cancel 1 job at http:/)
        changes == []
    }

    def "a dumb terminal asks, too, and hears Ctrl-C"() {
        given:
        other = open(environment: [TERM: 'dumb'])

        when:
        ask(other, "${job()}.cancel()")
        other.enter('n')
        other.shows(/not confirmed; nothing was sent\n(.*\n)*ams>\z/)
        ask(other, "${job()}.cancel()")
        other.press('C-c')
        then:
        other.shows(/nothing was sent\ninterrupted\nams>\z/)
        changes == []

        when:
        ask(other, "${job()}.cancel()")
        other.enter('y')
        then:
        other.shows(/done: cancel 1 job\n/)
        changes.size() == 1
    }
}
