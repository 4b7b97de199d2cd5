package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** What Ctrl-C stops, and that the rest goes on. */
@Requires({ Tmux.installed })
class PromptInterruptSpec extends Specification {
    static final ENDLESS = 'java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()'

    /** Takes connections and never answers. */
    @Shared
    @AutoCleanup
    def silent = new ServerSocket(0, 50, InetAddress.loopbackAddress)
    @Shared
    @AutoCleanup
    PromptTerminal terminal = new PromptTerminal(options: '--scenario samples/scenarios/stuck-at-100.toml --sandbox')
    @AutoCleanup
    PromptTerminal other
    int started

    def setup() {
        terminal.fresh()
    }

    /** Enters something that runs, and waits until it does. */
    def start(PromptTerminal where = terminal, String input) {
        def mark = "on${++started}"
        where.enter("println '$mark'; $input")
        where.shows(/(?m)^$mark$/)
    }

    def "Ctrl-C stops #what and keeps the variables"() {
        given:
        terminal.enter('kept = 41')
        terminal.shows(/\n41\nams>\z/)

        when:
        start(input)
        terminal.press('C-c')
        then:
        terminal.shows(/\ninterrupted\nams>\z/)

        when:
        terminal.enter('kept + 1')
        then:
        terminal.shows(/\n42\nams>\z/)

        where:
        what                           | input
        'a loop'                       | 'while (true) { }'
        'a loop of steps'              | '(1..2_000_000_000).each { it + 1 }'
        'a sleep'                      | 'sleep 1_000_000'
        'a wait of the JDK'            | 'new java.util.concurrent.CountDownLatch(1).await()'
        'a loop that catches all'      | 'while (true) { try { sleep 50 } catch (Throwable e) { } }'
        'endless recursion'            | 'def r() { try { r() } catch (StackOverflowError e) { r() } }; r()'
        'a method of an earlier input' | 'new Object().with { while (true) { it.hashCode() } }'
    }

    def "Ctrl-C ends an await, says how to go on with it, and leaves the job alone"() {
        given:
        def job = 'ams.job("f3c43f94-327f-2347-90bb-000000000100")'

        when:
        terminal.enter("${job}.await()")
        terminal.shows(/\d %/)
        terminal.press('C-c')
        then:
        terminal.shows(/the job goes on; to wait for it again: ams\.job\('[^']+'\)\.await\(\)\ninterrupted\nams>\z/)

        when:
        terminal.enter("${job}.state")
        then:
        terminal.shows(/\nProcessing\nams>\z/)
    }

    def "Ctrl-C ends a request that is not answered"() {
        given:
        other = new PromptTerminal(options: '', environment: [AMS_ENDPOINT: "http://127.0.0.1:${silent.localPort}/api/", AMS_TOKEN: 'a-token'])

        when:
        start(other, 'ams.jobs.count()')
        other.press('C-c')
        then:
        other.shows(/\ninterrupted\nams>\z/)

        when:
        other.enter('40 + 2')
        then:
        other.shows(/\n42\nams>\z/)
    }

    def "a second Ctrl-C leaves behind what cannot be stopped, and says so"() {
        when:
        start(ENDLESS)
        terminal.press('C-c')
        then:
        terminal.shows(/\nit does not stop; press Ctrl-C again to leave it behind\z/)

        when:
        terminal.press('C-c')
        then:
        terminal.shows(/\ninterrupted; it did not stop and was left behind, .*\nams>\z/)

        when:
        terminal.enter('40 + 2')
        then:
        terminal.shows(/\n42\nams>\z/)
    }

    def "Ctrl-C ends a command, too"() {
        when:
        terminal.enter(":time println 'on'; sleep 1_000_000")
        terminal.shows(/(?m)^on$/)
        terminal.press('C-c')

        then:
        terminal.shows(/\ninterrupted\ntook .*\nams>\z/)
    }

    def "Ctrl-C at the prompt clears the line, all of its lines"() {
        when:
        terminal.enter('def half(x) {')
        terminal.type('a thou')
        terminal.shows(/-> +a thou\z/)
        terminal.press('C-c')
        terminal.shows(/a thou\nams>\z/)
        terminal.enter('6 * 7')

        then:
        terminal.shows(/\nams> 6 \* 7\n42\nams>\z/)
    }

    def "keys that are pressed while something runs wait for the prompt"() {
        given:
        def over = terminal.home.resolve('over')

        when:
        start("while (!new File('$over').exists()) sleep 10; println 'off'")
        terminal.enter('1000 + 1')
        terminal.enter('1000 + 2')
        Files.createFile(over)
        terminal.shows(/\n1002\nams>\z/)

        then:
        terminal.screen().readLines().drop(2) == ['off', 'ams> 1000 + 1', '1001', 'ams> 1000 + 2', '1002', 'ams>']
    }

    def "Ctrl-D leaves"() {
        given:
        other = new PromptTerminal(options: '')

        when:
        other.press('C-d')

        then:
        other.ends() == 0
    }

    def "a termination ends it without a word, #when"() {
        given:
        def home = new AmsShellProcess().home
        other = new PromptTerminal(home: home, options: '')
        other.enter("new File('$home/pid').text = ProcessHandle.current().pid(); 'written'")
        other.shows(/\nwritten\nams>\z/)
        other.clear('ams>')
        typed.each { start(other, it) }

        when:
        ProcessHandle.of(home.resolve('pid').toFile().text as long).get().destroy()
        then:
        other.ends() == 143
        other.screen() =~ /\Aams>$left\[exit code 143]\z/

        where:
        when                   | typed             || left
        'at the prompt'        | []                || '\\s+'
        'while something runs' | ['sleep 1000000'] || ' println .*\\non\\d+\\n'
    }

    def "on a dumb terminal Ctrl-C at the prompt forgets the line"() {
        given:
        other = new PromptTerminal(options: '', environment: [TERM: 'dumb'])

        when:
        other.type('half a thou')
        other.shows(/half a thou\z/)
        other.press('C-c')
        other.shows(/half a thou\^C/)
        other.enter('6 * 7')

        then:
        other.shows(/\n42\nams>\z/)
    }

    def "on a dumb terminal Ctrl-C stops what runs, and leaves behind what cannot be stopped"() {
        given:
        other = new PromptTerminal(options: '', environment: [TERM: 'dumb'])

        when:
        start(other, 'kept = 41; while (true) { }')
        other.press('C-c')
        then:
        other.shows(/interrupted\nams>\z/)

        when:
        start(other, ENDLESS)
        other.press('C-c')
        other.shows(/press Ctrl-C again/)
        other.press('C-c')
        then:
        other.shows(/was left behind.*\nams>\z/)

        when:
        other.enter('kept + 1')
        then:
        other.shows(/\n42\nams>\z/)
    }
}
