package dev.amsshell.cli

import dev.amsshell.base.Failure
import dev.amsshell.render.Format
import java.time.Duration
import java.time.ZoneId
import spock.lang.Specification

class LiveSettingsSpec extends Specification {
    def settings = new LiveSettings(Preferences.USUAL)

    String value(String name) {
        settings.all().find { it.name() == name }.value()
    }

    def "#name set to '#text' is #kept"() {
        when:
        settings.set(name, text)

        then:
        settings.now()."$component"() == kept

        where:
        name       | component | text            || kept
        'output'   | 'output'  | 'ndjson'        || Format.NDJSON
        'output'   | 'output'  | ' CSV '         || Format.CSV
        'color'    | 'color'   | 'never'         || Preferences.Color.NEVER
        'timeout'  | 'timeout' | '1h30m'         || Optional.of(Duration.ofMinutes(90))
        'timeout'  | 'timeout' | 'PT2H'          || Optional.of(Duration.ofHours(2))
        'timezone' | 'zone'    | 'Europe/Berlin' || ZoneId.of('Europe/Berlin')
        'timezone' | 'zone'    | 'europe/berlin' || ZoneId.of('Europe/Berlin')
        'timezone' | 'zone'    | 'utc'           || ZoneId.of('UTC')
        'timezone' | 'zone'    | '+05:30'        || ZoneId.of('+05:30')
        'timezone' | 'zone'    | 'local'         || ZoneId.systemDefault()
    }

    def "a timeout can be taken back"() {
        when:
        settings.set('timeout', '30m')
        settings.set('timeout', 'none')

        then:
        settings.now().timeout().empty
    }

    def "one change leaves the others alone"() {
        when:
        settings.set('timezone', 'Asia/Tokyo')
        settings.set('timeout', '2h')
        settings.set('color', 'always')
        settings.set('output', 'json')

        then:
        settings.all()*.value() == ['json', '2h', 'always', 'Asia/Tokyo']
    }

    def "without any options they are as usual"() {
        expect:
        settings.all().collectEntries { [it.name(), it.value()] } == [output: 'table', timeout: 'none', color: 'auto', timezone: 'UTC']
    }

    def "each value that is shown or offered is understood: #name"() {
        expect:
        settings.all().find { it.name() == name }.with { [it.value(), *it.choices()] }.each { settings.set(name, it) }

        where:
        name << Preferences.NAMES
    }

    def "each setting says what it takes and does"() {
        expect:
        settings.all()*.name() == Preferences.NAMES
        settings.all().every { it.takes() && it.help() && it.choices() }
    }

    def "#name cannot be '#text', and stays as it was"() {
        given:
        def before = settings.now()

        when:
        settings.set(name, text)

        then:
        def e = thrown(UsageError)
        e.kind() == Failure.Kind.USAGE
        e.message == message
        e.advice() == advice
        settings.now() == before

        where:
        name       | text            || message                                 | advice
        'output'   | 'xml'           || "output cannot be 'xml'"                | 'It is one of table, json, ndjson, csv.'
        'color'    | ''              || "color cannot be ''"                    | 'It is one of auto, always, never.'
        'timeout'  | '30'            || "timeout cannot be '30'"                | 'It is a duration such as 90s, 30m, 2h, 1d or PT1H30M.'
        'timezone' | 'Europe/Berlni' || "timezone cannot be 'Europe/Berlni'"    | 'It is UTC, local, a name such as Europe/Berlin or an offset such as +05:30.'
        'timezone' | 'a b'           || "timezone cannot be 'a b'"              | 'It is UTC, local, a name such as Europe/Berlin or an offset such as +05:30.'
        'colour'   | 'never'         || "there is no setting 'colour'"          | 'There are output, timeout, color, timezone.'
    }
}
