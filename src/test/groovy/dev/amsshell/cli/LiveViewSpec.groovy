package dev.amsshell.cli

import static dev.amsshell.testing.SampleProgress.of

import java.nio.charset.StandardCharsets
import java.time.Instant
import spock.lang.Specification

class LiveViewSpec extends Specification {
    static final ESC = '\u001b'

    def sink = new ByteArrayOutputStream()
    def terminal = new PrintStream(sink, true, StandardCharsets.UTF_8)
    def drawing = ['one']
    def ended = 0
    LiveView view = new LiveView(terminal, { drawing }, { line -> view.above { terminal.print("ams-shell: $line\n") } }, { ended++ })

    String written() {
        def text = sink.toString(StandardCharsets.UTF_8)
        sink.reset()
        return text
    }

    def "a line is drawn where the cursor is, which stays there"() {
        when:
        view.show(of([:]))
        then:
        written() == "$ESC[?7lone$ESC[J$ESC[?7h\r"
    }

    def "a block is drawn downwards, and the cursor goes back to its beginning"() {
        given:
        drawing = ['one', 'two', 'three']

        when:
        view.show(of([:]))
        then:
        written() == "$ESC[?7lone$ESC[K\r\ntwo$ESC[K\r\nthree$ESC[J$ESC[?7h$ESC[2A\r"
    }

    def "what is on the screen already is not written again"() {
        given:
        view.show(of([:]))
        written()

        when:
        view.show(of(after: 73))
        then:
        written() == ''

        when:
        drawing = ['two']
        view.show(of(after: 74))
        then:
        written() == "$ESC[?7ltwo$ESC[J$ESC[?7h\r"
    }

    def "what is told stays above what is drawn next"() {
        given:
        view.show(of([:]))
        written()

        when:
        view.tell('trying again')
        view.show(of([:]))
        then:
        written() == " $ESC[J\r$ESC[Kams-shell: trying again\n$ESC[?7lone$ESC[J$ESC[?7h\r"
    }

    def "it is taken off the screen once, and only if it is there"() {
        when:
        view.clear()
        then:
        written() == ''

        when:
        view.show(of([:]))
        written()
        view.clear()
        view.clear()
        then:
        written() == " $ESC[J\r$ESC[K"
    }

    def "nothing remains after the end"() {
        given:
        view.show(of([:]))
        written()

        when:
        view.close()
        view.clear()
        then:
        written() == " $ESC[J\r$ESC[K"
        ended == 1
    }

    def "tasks are always worth reading"() {
        expect:
        view.wantsTasks(Instant.EPOCH)
    }
}
