package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification

/** The prompt, in a real terminal. */
@Requires({ Tmux.installed })
class PromptSpec extends Specification {
    def home = new AmsShellProcess().home
    @AutoCleanup
    Tmux terminal

    def open(String options = '--sandbox', Map environment = [:]) {
        terminal?.close()
        terminal = new Tmux("${AmsShellProcess.LAUNCHER} $options", [HOME: home.toString(), XDG_STATE_HOME: "$home/state".toString()] + environment)
        terminal.shows(/ams>$/)
    }

    def "a job is shown, its state asked, and the shell left"() {
        given:
        open()

        when:
        terminal.enter('def j = ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1")')
        then:
        terminal.shows(/state +Processing/)

        when:
        terminal.enter('j.state == "processing" || j.state == FINISHED')
        then:
        terminal.shows(/\ntrue\n/)

        when:
        terminal.enter(':quit')
        then:
        terminal.ends() == 0
    }

    def "an input goes on until its brackets are closed"() {
        given:
        open()

        when:
        terminal.enter('def twice(x) {')
        terminal.enter('x * 2')
        terminal.enter('}')
        terminal.enter('twice(21)')

        then:
        terminal.shows(/\n42\n/)
    }

    def "two empty lines end an input that would never end"() {
        given:
        open()

        when:
        terminal.enter('foo(')
        terminal.press('Enter', 'Enter')

        then:
        terminal.shows(/input1:\d:\d/)
        terminal.shows(/ams>$/)
    }

    def "several lines are pasted as one input"() {
        given:
        open()

        when:
        terminal.paste('def f(x) {\n\tx + 1\n}\n[1, 2]\n  .collect { f(it) }\n  .sum()')
        terminal.press('Enter')

        then:
        terminal.shows(/\n5\n/)
    }

    def "Ctrl-C stops what runs and keeps the variables"() {
        given:
        open()

        when:
        terminal.enter('x = 41')
        terminal.shows(/\n41\n/)
        terminal.enter('println "on"; while (true) { try { sleep 50 } catch (e) { } }')
        terminal.shows(/(?m)^on$/)
        terminal.press('C-c')
        then:
        terminal.shows(/interrupted\n/)

        when:
        terminal.enter('x + 1')
        then:
        terminal.shows(/\n42\n/)
    }

    def "a second Ctrl-C leaves behind what cannot be stopped"() {
        given:
        open()

        when:
        terminal.enter('println "on"; java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()')
        terminal.shows(/(?m)^on$/)
        terminal.press('C-c')
        then:
        terminal.shows(/press Ctrl-C again/)

        when:
        terminal.press('C-c')
        then:
        terminal.shows(/was left behind/)

        when:
        terminal.enter('40 + 2')
        then:
        terminal.shows(/\n42\n/)
    }

    def "Ctrl-C at the prompt clears the line, Ctrl-D leaves"() {
        given:
        open()

        when:
        terminal.type('half a thou')
        terminal.shows(/half a thou$/)
        terminal.press('C-c')
        terminal.shows(/half a thou.*\nams>$/)
        terminal.enter('6 * 7')
        then:
        terminal.shows(/\n42\n/)

        when:
        terminal.shows(/ams>$/)
        terminal.press('C-d')
        then:
        terminal.ends() == 0
    }

    def "Ctrl-C stops what runs on a dumb terminal, too"() {
        given:
        open('--sandbox', [TERM: 'dumb'])

        when:
        terminal.enter('x = 41; println "on"; while (true) { }')
        terminal.shows(/(?m)^on$/)
        terminal.press('C-c')
        then:
        terminal.shows(/interrupted/)

        when:
        terminal.enter('x + 1')
        then:
        terminal.shows(/\n42\n/)
    }

    def "a damaged history is set aside"() {
        given:
        def file = home.resolve('state/ams-shell/history')
        Files.createDirectories(file.parent)
        Files.write(file, [0x66, 0xff, 0xfe, 0x0a] as byte[])
        open()

        when:
        terminal.enter('40 + 2')

        then:
        terminal.shows(/\n42\n/)
        Files.exists(file.resolveSibling('history.damaged'))
    }

    def "an error shows its place, and the shell lives on"() {
        given:
        open()

        when:
        terminal.enter('nowhere + 1')
        then:
        terminal.shows(/input1:1:1: there is no 'nowhere' here/)

        when:
        terminal.enter('ams.job("00000000-327f-2347-90bb-3bf79f8559f1")')
        then:
        terminal.shows(/no such job/)
    }

    def "commands may be abbreviated, and unknown ones list those that exist"() {
        given:
        open()

        when:
        terminal.enter(':h')
        then:
        terminal.shows(/:quit   leave/)

        when:
        terminal.enter(':bogus')
        then:
        terminal.shows(/no command ':bogus'/)

        when:
        terminal.enter(':q')
        then:
        terminal.ends() == 0
    }

    def "exit(n) leaves with that code"() {
        given:
        open()

        when:
        terminal.enter('exit(3)')

        then:
        terminal.ends() == 3
    }

    def "what a script prints cannot command the terminal"() {
        given:
        open()

        when:
        terminal.enter('println "\\u001b]0;title\\u0007"; "\\u001b[31mred"')

        then:
        terminal.shows(/\\u001b]0;title\\u0007/)
        terminal.shows(/\\u001b\[31mred/)
    }

    def "history lasts, for its owner alone, without the token"() {
        given:
        def token = 's3cret-token-of-mine'
        open('', [AMS_ENDPOINT: 'http://127.0.0.1:1/', AMS_TOKEN: token])

        when:
        terminal.enter("def t = '$token'; 1000 + 1")
        terminal.shows(/\n1001\n/)
        terminal.enter('2000 + 2')
        terminal.shows(/\n2002\n/)
        terminal.enter(':quit')
        terminal.ends()
        def file = home.resolve('state/ams-shell/history')

        then:
        file.toFile().text.contains('2000 + 2')
        file.toFile().text.contains("def t = '***'")
        !file.toFile().text.contains(token)
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.parent)) == 'rwx------'

        when:
        open()
        terminal.press('Up', 'Up')
        then:
        terminal.shows(/ams> 2000 \+ 2/)
    }

    def "without a configuration the prompt says how to get one when it is needed"() {
        given:
        open('')

        when:
        terminal.enter('1 + 1')
        then:
        terminal.shows(/\n2\n/)

        when:
        terminal.enter('ams')
        then:
        terminal.shows(/no service is configured/)
        terminal.shows(/add --sandbox/)
    }
}
