package dev.amsshell.repl

import dev.amsshell.base.Redactor
import dev.amsshell.script.analysis.SecretLiterals
import java.nio.file.Path
import java.util.function.UnaryOperator
import org.jline.reader.LineReader
import org.jline.reader.LineReaderBuilder
import org.jline.terminal.impl.DumbTerminal
import spock.lang.Specification
import spock.lang.TempDir

class SharedHistorySpec extends Specification {
    @TempDir
    Path folder
    def redactor = new Redactor()

    /** Types lines at a real line reader; the history that it fills. */
    SharedHistory shell(UnaryOperator<String> mask = new SecretLiterals(redactor)::masked) {
        return new SharedHistory(new HistoryFile(folder.resolve('history'), { assert false: it }), mask)
    }

    static LineReader reader(SharedHistory history, String typed = '') {
        def terminal = new DumbTerminal(new ByteArrayInputStream(typed.bytes), new ByteArrayOutputStream())
        return LineReaderBuilder.builder().terminal(terminal).history(history).option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build()
    }

    static SharedHistory type(SharedHistory history, String... lines) {
        def reader = reader(history, lines.collect { it + '\n' }.join(''))
        lines.each { assert reader.readLine() == it }
        return history
    }

    static List<String> lines(SharedHistory history) {
        return history.collect { it.line() }
    }

    def inFile() {
        return folder.resolve('history').toFile().readLines()*.replaceFirst(/^\d+:/, '')
    }

    def "one has what one typed, and the file has it without the secret"() {
        given:
        redactor.learn('s3cret-of-mine')

        when:
        def history = type(shell(), "password = 'hunter2'", "x = 's3cret-of-mine'", 'token.size()')

        then:
        lines(history) == ["password = 'hunter2'", "x = 's3cret-of-mine'", 'token.size()']
        inFile() == ["password = '***'", "x = '***'", 'token.size()']
    }

    def "the next shell has what the file has"() {
        given:
        type(shell(), "password = 'hunter2'", '1 + 1')

        when:
        def next = shell()
        reader(next)

        then:
        next.takeIn() == null
        lines(next) == ["password = '***'", '1 + 1']
    }

    def "a line that begins with a space is nowhere"() {
        when:
        def history = type(shell(), ' 1 + 1', '2')

        then:
        lines(history) == ['2']
        inFile() == ['2']
    }

    def "the same line again counts once"() {
        when:
        def history = type(shell(), '1', '1', '2', '1')

        then:
        lines(history) == ['1', '2', '1']
        inFile() == ['1', '2', '1']
    }

    def "what another shell wrote comes before one's next line, and Up finds it"() {
        given:
        def mine = type(shell(), 'a')
        def other = type(shell(), 'b', 'c')

        when:
        mine.takeIn()

        then:
        mine.previous()
        mine.current() == 'c'

        when:
        type(mine, 'd')
        other.takeIn()

        then:
        lines(mine) == ['a', 'b', 'c', 'd']
        lines(other) == ['a', 'b', 'c', 'd']
        inFile() == ['a', 'b', 'c', 'd']
    }

    def "more than JLine's 500 lines are remembered"() {
        given:
        shell()
        folder.resolve('history').toFile().text = (1..2000).collect { "$it:x$it\n" }.join('')

        when:
        def history = type(shell(), 'y')

        then:
        history.size() == 2001
        history.get(history.first()) == 'x1'
    }

    def "what cannot be judged is not kept"() {
        when:
        def history = type(shell({ throw new IllegalStateException() }), 'a')

        then:
        lines(history) == ['a']
        inFile() == []
    }
}
