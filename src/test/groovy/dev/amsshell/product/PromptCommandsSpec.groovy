package dev.amsshell.product

import static dev.amsshell.product.PromptTerminal.EXAMPLE

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** What begins with a colon, and the file that is evaluated first. */
@Requires({ Tmux.installed })
class PromptCommandsSpec extends Specification {
    static final INIT = 'def fromInit = 7000\ndef twice(x) { x * 2 }\nimport java.util.zip.CRC32\nprintln "init was here"'

    @Shared
    @AutoCleanup
    PromptTerminal terminal = new PromptTerminal(home: PromptTerminal.homeWith(INIT), options: '--sandbox --scenario samples/scenarios/stuck-at-100.toml', width: 120)
    @AutoCleanup
    PromptTerminal other

    def setupSpec() {
        // it comes some time after the prompt
        terminal.shows(/init was here/)
    }

    def setup() {
        terminal.fresh()
    }

    def file(String name, String content) {
        def file = terminal.home.resolve(name)
        file.toFile().text = content
        return file
    }

    def "#typed is short for #command"() {
        when:
        terminal.enter(typed)

        then:
        terminal.shows(shown)
        terminal.isReady()

        where:
        typed       | command    || shown
        ':prof'     | ':profile' || /\nservice +the built-in sandbox\n/
        ':err'      | ':error'   || /\n(no error yet|input)/
        ':tr'       | ':trace'   || /requests are not shown/
        '  :ti 500' | ':time'    || /\n500\ntook /
    }

    def "an abbreviation of several says of which"() {
        when:
        terminal.enter(':s')

        then:
        terminal.shows(/\n':s' may be :save :set\nType more of its name\.\nams>\z/)
    }

    def "#typed leaves with #code"() {
        given:
        other = new PromptTerminal(options: '')

        when:
        other.enter(typed)

        then:
        other.ends() == code

        where:
        typed     || code
        ':q'      || 0
        'exit(3)' || 3
    }

    def ":load evaluates a file as if it was typed"() {
        given:
        def file = file('some words.groovy', 'def loaded = 30\nint plus(int x) { x + loaded }\n')

        when:
        terminal.enter(":load $file")
        terminal.enter('loaded + plus(100)')

        then:
        terminal.shows(/\n160\nams>\z/)
    }

    def "an error in a file that is loaded says where"() {
        given:
        def file = file('wrong.groovy', 'def a = 1\nnowhere\n')

        when:
        terminal.enter(":load $file")

        then:
        terminal.shows(/\n.*wrong\.groovy:2:1: there is no 'nowhere' here\n/)
        terminal.isReady()
    }

    def ":load says what is wrong with #what"() {
        when:
        terminal.enter(":load $name")

        then:
        terminal.shows(/\n$message/)
        terminal.isReady()

        where:
        what                 | name           || message
        'a file there is not' | '/no/such.file' || 'there is no file /no/such.file'
        'a folder'           | '/tmp'         || 'cannot read /tmp'
        'no file'            | ''             || 'there is a file name missing'
    }

    def ":save writes the inputs that ran, and replaces no file unless -f says so"() {
        given:
        other = new PromptTerminal(options: '')
        def file = other.home.resolve('saved.groovy')
        other.enter('def a = 1')
        other.enter('nowhere')
        other.paste('[a,\n  2]')
        other.press('Enter')
        other.shows(/\n1\n2\nams>\z/)

        when:
        other.enter(":save $file")
        then:
        other.shows(/\n2 inputs are in $file\n/)
        file.toFile().text == 'def a = 1\n[a,\n  2]\n'

        when:
        other.enter('a + 1')
        other.enter(":save $file")
        then:
        other.shows(/\n$file exists already\n:save -f $file replaces it\.\n/)
        file.toFile().text == 'def a = 1\n[a,\n  2]\n'

        when:
        other.enter(":save -f $file")
        then:
        other.shows(/\n3 inputs are in $file\n/)
        file.toFile().text == 'def a = 1\n[a,\n  2]\na + 1\n'
    }

    def ":save leaves secrets out"() {
        given:
        def file = terminal.home.resolve('no-secrets.groovy')

        when:
        terminal.enter('def password = "hunter2"')
        terminal.enter(":save -f $file")
        terminal.shows(/inputs are in /)

        then:
        file.toFile().text.contains('def password = "***"')
        !file.toFile().text.contains('hunter2')
    }

    def ":history lists the last inputs that contain a text, with the names of their results"() {
        when:
        terminal.enter("'hay' + 1")
        terminal.enter("'straw' + 1")
        terminal.enter(":history HAY'")

        then:
        terminal.shows(/(?m):history HAY'\n +_\d+  'hay' \+ 1\n +:history HAY'\nams>\z/)
    }

    def ":set lists what can be set, and what it takes"() {
        when:
        terminal.enter(':set')

        then:
        terminal.shows(/:set\noutput +table\n +how values are written\n +takes table, json, ndjson, csv\ntimeout +none\n(.*\n)+color +auto\n(.*\n)+timezone +UTC\n(.*\n)+ams>\z/)
    }

    def ":set output writes values as #format"() {
        when:
        terminal.set("output $format")
        terminal.enter('[[a: 1, b: "x"]]')

        then:
        terminal.shows(/\n$shown\nams>\z/)

        cleanup:
        terminal.set('output table')

        where:
        format   || shown
        'json'   || /\[\{"a":1,"b":"x"}]/
        'ndjson' || /\{"a":1,"b":"x"}/
        'csv'    || /a,b\n1,x/
        'table'  || /a +b\n1 +x/
    }

    def ":set timeout ends an await"() {
        when:
        terminal.set('timeout 1s')
        terminal.enter('ams.job("f3c43f94-327f-2347-90bb-000000000100").await()')

        then:
        terminal.shows(/not over after 1 s/)

        cleanup:
        terminal.set('timeout none')
    }

    def ":set color never takes the colour away"() {
        given:
        def example = '[[state: FINISHED]]'

        when:
        terminal.enter(example)
        then:
        terminal.showsStyled(/\n\e\[3\dmFinished/)

        when:
        terminal.set('color never')
        terminal.fresh()
        terminal.enter(example)
        then:
        terminal.showsStyled(/\nFinished\n/)
        !terminal.styled().contains('\u001b[3')

        cleanup:
        terminal.set('color auto')
    }

    def ":set timezone shows times by another clock"() {
        when:
        terminal.set('timezone +05:30')
        terminal.enter('[[at: java.time.Instant.parse("2026-01-02T03:04:05Z")]]')

        then:
        terminal.shows(/\nat\n2026-01-02T08:34:05\+05:30\nams>\z/)

        cleanup:
        terminal.set('timezone UTC')
    }

    def ":set refuses #what"() {
        when:
        terminal.enter(":set $setting")

        then:
        terminal.shows(/\n$message/)
        terminal.isReady()

        where:
        what              | setting         || message
        'what is unknown' | 'bogus 1'       || "there is no setting 'bogus'\nThere are output, timeout, color, timezone"
        'what cannot be'  | 'output bogus'  || "output cannot be 'bogus'\nIt is one of table"
        'no duration'     | 'timeout later' || "timeout cannot be 'later'"
        'no time zone'    | 'timezone Moon' || "timezone cannot be 'Moon'"
    }

    def ":vars lists variables and methods"() {
        when:
        terminal.enter('def many = [1, 2, 3]')
        terminal.enter(':vars')

        then:
        terminal.shows(/\nname +type +value\n(.*\n)*fromInit +Integer +7000\n(.*\n)*many +ArrayList +3 elements\n(.*\n)*methods: .*twice\nams>\z/)
    }

    def ":vars asks the service for nothing"() {
        when:
        terminal.enter('def failed = ams.jobs.failed')
        terminal.enter(':trace on')
        terminal.enter(':vars')

        then:
        terminal.shows(/\nfailed +\w+ +a query of jobs.*\n(.*\n)*ams>\z/)
        !terminal.screen().contains('GET ')

        cleanup:
        terminal.enter(':trace off')
        terminal.shows(/requests are not shown.*\nams>\z/)
    }

    def ":imports lists imports"() {
        when:
        terminal.enter('import java.util.concurrent.atomic.*')
        terminal.enter(':imports')

        then:
        terminal.shows(/:imports\nimport java\.util\.zip\.CRC32\nimport java\.util\.concurrent\.atomic\.\*\nams>\z/)
    }

    def ":time says how long an input took"() {
        when:
        terminal.enter(':time 40 + 2')

        then:
        terminal.shows(/\n42\ntook \d+ ms\nams>\z/)
    }

    def ":time goes on from the last result, too"() {
        when:
        terminal.enter('[20, 22]')
        terminal.enter(':time .sum()')

        then:
        terminal.shows(/\n42\ntook \d+ ms\nams>\z/)
    }

    def ":last shows the whole of the last result"() {
        when:
        terminal.enter('(1..60).toList()')
        terminal.shows(/more; 'show' prints all\nams>\z/)
        terminal.enter(':last')
        terminal.showsNow(/\A1\n2\n/)
        terminal.press('G')

        then:
        terminal.showsNow(/(?m)^60$/)

        cleanup:
        terminal.press('q')
        terminal.isReady()
    }

    def ":trace shows each request, and no longer"() {
        when:
        terminal.enter(':trace on')
        terminal.enter('ams.jobs.failed.count() > 0')
        then:
        terminal.shows(/\nGET Jobs\(\)\/.count.*  200  \d+ ms .*\ntrue\nams>\z/)

        when:
        terminal.enter(':trace off')
        terminal.shows(/requests are not shown.*\nams>\z/)
        terminal.fresh()
        terminal.enter('ams.jobs.failed.count() > 0')
        terminal.shows(/\ntrue\nams>\z/)
        then:
        !terminal.screen().contains('GET')
    }

    def ":profile tells which service ams is"() {
        when:
        terminal.enter(':profile')

        then:
        terminal.shows(/\nservice +the built-in sandbox\nsource +--sandbox\nendpoint +http:\S+\n/)
        terminal.isReady()
    }

    def "a person's init.groovy is evaluated before the first input"() {
        when:
        terminal.enter('twice(fromInit) + new CRC32().value')

        then:
        terminal.shows(/\n14000\nams>\z/)
    }

    def "an error in init.groovy is told, and the prompt works"() {
        given:
        other = new PromptTerminal(options: '', home: PromptTerminal.homeWith('def before = 1\nnowhere + 1'))

        when:
        other.enter('before + 41')

        then:
        other.shows(/init\.groovy:2:1: there is no 'nowhere' here\n/)
        other.shows(/\n42\nams>\z/)
    }

    def "#command does not run init.groovy"() {
        given:
        def process = new AmsShellProcess().with(HOME: terminal.home.toString(), XDG_CONFIG_HOME: "$terminal.home/config".toString())

        when:
        def ended = process.runWithInput('print binding.hasVariable("fromInit")', *arguments)

        then:
        ended.code == 0
        ended.out.strip() == 'false'
        !ended.err.contains('init')

        where:
        command | arguments
        'run'   | ['run', '-']
        'eval'  | ['eval', 'binding.hasVariable("fromInit")']
    }

    def ":reset forgets what was made, and keeps the words"() {
        when:
        terminal.enter('def gone = 1')
        terminal.enter(':reset')
        terminal.enter('gone')
        then:
        terminal.shows(/\nall is as it was at the start\n(.*\n)*.*there is no 'gone' here\n/)

        when:
        terminal.enter("${EXAMPLE}.exists()")
        then:
        terminal.shows(/\ntrue\nams>\z/)
    }
}
