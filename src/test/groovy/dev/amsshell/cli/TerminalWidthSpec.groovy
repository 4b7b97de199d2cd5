package dev.amsshell.cli

import dev.amsshell.testing.MutableClock
import java.time.Duration
import spock.lang.Specification

class TerminalWidthSpec extends Specification {
    def "the terminal is asked once a second, and an answer that fails is no answer"() {
        given:
        def clock = new MutableClock('2015-02-11T03:11:53Z')
        def answers = [0, 80, 40, 0, 50]
        def asked = 0
        def width = new TerminalWidth(clock, { answers[asked++] })

        when:
        def told = [0, 900, 100, 999, 1, 1000, -3000].collect {
            clock.advance(Duration.ofMillis(it))
            width.columns()
        }

        then:
        told == [0, 0, 80, 80, 40, 40, 50]
        asked == 5
    }

    def "'#size' is #columns columns"() {
        expect:
        TerminalWidth.columns(size) == columns

        where:
        size       || columns
        '24 80\n'  || 80
        '0 0\n'    || 0
        ''         || 0
        'x'        || 0
        '24 x'     || 0
    }
}
