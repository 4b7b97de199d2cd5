package dev.amsshell.cli

import java.time.Duration
import spock.lang.Specification

class DurationTextSpec extends Specification {
    def "'#text' is #duration"() {
        expect:
        DurationText.parse(text).get() == Duration.parse(duration)

        where:
        text      || duration
        '90s'     || 'PT1M30S'
        '30m'     || 'PT30M'
        ' 2H '    || 'PT2H'
        '1d'      || 'PT24H'
        '1.5d'    || 'PT36H'
        '250ms'   || 'PT0.25S'
        '1h30m'   || 'PT1H30M'
        '1d2h3m4s5ms' || 'PT26H3M4.005S'
        'PT2H'    || 'PT2H'
        'pt0.5s'  || 'PT0.5S'
        '0s'      || 'PT0S'
        '999999999d' || 'PT23999999976H'
    }

    def "a duration is written as it is understood: #text"() {
        expect:
        DurationText.of(DurationText.parse(text).get()) == text

        where:
        text << ['0s', '0.5s', '1m30s', '30m', '1h30m', '24h', '26h3m4.005s']
    }

    def "'#text' is no duration"() {
        expect:
        DurationText.parse(text).empty

        where:
        text << ['', '30', 'm', '5 m', '-5m', 'PT-5M', 'P1Y', '1h 30m', '1w', '9999999999s', '1..5h', 'never', '1e3s', '\u0663s']
    }
}
