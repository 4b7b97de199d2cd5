package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** What is remembered of inputs, for whom, and what is not. */
@Requires({ Tmux.installed })
class PromptHistorySpec extends Specification {
    static final TOKEN = 's3cret-token-of-mine'
    static final JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLW9mLW1pbmU'

    @Shared
    @AutoCleanup
    PromptTerminal terminal = new PromptTerminal(options: '', environment: [AMS_ENDPOINT: 'http://127.0.0.1:1/', AMS_TOKEN: TOKEN])
    @AutoCleanup
    PromptTerminal other

    def setup() {
        terminal.fresh()
    }

    /** Another shell of the same user, or of somebody else. */
    def open(home = terminal.home) {
        other = new PromptTerminal(options: '', home: home)
    }

    /** Evaluates an input in the shared shell, and waits until it has. */
    def evaluate(String input) {
        def mark = "mark${System.nanoTime()}"
        terminal.enter(input)
        terminal.enter("'$mark'")
        terminal.shows(/\n$mark\nams>\z/)
    }

    /** The inputs in the file, the newest last. */
    def written() {
        Files.readAllLines(terminal.history)*.replaceFirst(/^\d+:/, '')
    }

    def "inputs are in a file for its owner alone, as soon as they are entered"() {
        when:
        evaluate('2000 + 2')

        then:
        written().contains('2000 + 2')
        PosixFilePermissions.toString(Files.getPosixFilePermissions(terminal.history)) == 'rw-------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(terminal.history.parent)) == 'rwx------'
    }

    def "another shell begins with what was entered before, with all its lines"() {
        given:
        evaluate("'from the first'")
        terminal.paste('[2100,\n  1].sum()')
        terminal.press('Enter')
        terminal.shows(/\n2101\nams>\z/)

        when:
        open()
        other.press('Up')
        then:
        other.shows(/(?m)^ams> \[2100,\n  ->   1]\.sum\(\)\z/)

        when:
        other.press('C-c')
        other.isReady()
        other.press('C-r')
        other.shows(/search/)
        other.type('from the f')
        then:
        other.shows(/ams> 'from the first'/)
    }

    def "shells that run at the same time share their inputs"() {
        given:
        open()
        evaluate("'entered here' + 1")

        when:
        other.press('Enter')
        other.shows(/ams>\nams>\z/)
        other.press('Up', 'Up')
        then: 'before it there is the mark of the feature'
        other.shows(/ams> 'entered here' \+ 1\z/)

        when:
        other.enter(' + 2')
        other.shows(/entered here12\nams>\z/)
        terminal.press('Enter')
        terminal.shows(/ams>\nams>\z/)
        terminal.press('Up')
        then:
        terminal.shows(/ams> 'entered here' \+ 1 \+ 2\z/)
    }

    def "an input that begins with a space is not remembered"() {
        when:
        evaluate(" 'kept ' + 'to myself'")
        evaluate("'kept ' + 'for all'")

        then:
        written().contains("'kept ' + 'for all'")
        !terminal.history.toFile().text.contains('to myself')
    }

    def "#what never reaches the file"() {
        when:
        evaluate(input)

        then:
        written().any { it == kept }
        !terminal.history.toFile().text.contains(secret)

        where:
        what                         | secret    | input                          || kept
        'the token in use'           | TOKEN     | "def t = '$TOKEN'; 1"          || "def t = '***'; 1"
        'what is named a password'   | 'hunter2' | "def password = 'hunter2'"     || "def password = '***'"
        'what is given as a secret'  | 'hunter3' | "[clientSecret: 'hunter3']"    || "[clientSecret: '***']"
        'what looks like a token'    | JWT       | "def x = '$JWT'"               || "def x = '***'"
        'the signature of an address' | 'aGVsbG8' | "'https://h/a?sig=aGVsbG8%3D&x=1'" || "'https://h/a?sig=***&x=1'"
    }

    def "to mention a secret's name loses nothing"() {
        when:
        evaluate("def tokens = 5; 'the password is not ' + tokens")

        then:
        written().contains("def tokens = 5; 'the password is not ' + tokens")
    }

    def "Up still has the secret as it was typed"() {
        when:
        terminal.enter("def apiKey = 'hunter4'")
        terminal.shows(/\nhunter4\nams>\z/)
        terminal.clear('ams>')
        terminal.press('Up')

        then:
        terminal.shows(/\Aams> def apiKey = 'hunter4'\z/)
        written().last() == "def apiKey = '***'"
    }

    def "what was entered survives a shell that is killed"() {
        given:
        def home = new AmsShellProcess().home
        open(home)
        other.enter("new File('$home/pid').text = ProcessHandle.current().pid(); 'before the end'")
        other.shows(/\nbefore the end\nams>\z/)

        when:
        ProcessHandle.of(home.resolve('pid').toFile().text as long).get().destroyForcibly()
        then:
        other.ends() == 137

        when:
        other.close()
        open(home)
        other.press('Up')
        then:
        other.shows(/ams> new File.*'before the end'\z/)
    }

    def "a history that is none is set aside, and there is a new one"() {
        given:
        def home = new AmsShellProcess().home
        def file = home.resolve('state/ams-shell/history')
        Files.createDirectories(file.parent)
        Files.write(file, [0x66, 0xff, 0xfe, 0x0a] as byte[])

        when:
        open(home)
        then:
        other.screen() =~ /is no history and is now called history\.damaged/

        when:
        other.enter('40 + 2')
        other.shows(/\n42\nams>\z/)
        then:
        file.resolveSibling('history.damaged').toFile().bytes == [0x66, 0xff, 0xfe, 0x0a] as byte[]
        file.toFile().text.endsWith(':40 + 2\n')
    }
}
