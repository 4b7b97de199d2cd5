package dev.amsshell.product

import dev.amsshell.testing.Tmux
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** The prompt where a terminal can do little, and where its size changes. */
@Requires({ Tmux.installed })
class PromptTerminalsSpec extends Specification {
    static final JOBS = 'ams.jobs.named("*").newest(3)'

    @Shared
    @AutoCleanup
    PromptTerminal dumb = new PromptTerminal(options: '--sandbox --speed 300', environment: [TERM: 'dumb'], height: 20)
    @Shared
    @AutoCleanup
    PromptTerminal terminal = new PromptTerminal(environment: [NO_COLOR: '1'])
    @AutoCleanup
    PromptTerminal other

    def setup() {
        terminal.resize(100, 40)
        terminal.fresh()
    }

    def longest(String screen) {
        screen.readLines()*.size().max()
    }

    def "a dumb terminal has all the prompt does but for its looks"() {
        when:
        dumb.enter('def f(x) {')
        dumb.enter('x * 2')
        dumb.enter('}')
        dumb.enter('f(21)')
        then:
        dumb.shows(/(?m)^(ams> )?42\nams>\z/)

        when:
        dumb.enter('nowhere')
        then:
        dumb.shows(/\ninput\d+:1:1: there is no 'nowhere' here\n.*\n.*\^\nams>\z/)

        when:
        dumb.enter('[[state: FINISHED]]')
        dumb.shows(/\nstate\nFinished\nams>\z/)
        then:
        !dumb.styled().contains('\u001b')
    }

    def "on a dumb terminal long output is not paged"() {
        when:
        dumb.enter('show (1..100)')

        then:
        dumb.shows(/\n1\n2\n3\n(.*\n)+100\nams>\z/)
    }

    def "a dumb terminal tells how an await goes, line by line"() {
        when:
        dumb.enter('ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").await().state')

        then:
        dumb.shows(/\nFinished\nams>\z/)
        !(dumb.screen() =~ /[█░]/)
    }

    def "with NO_COLOR there is no colour in what is typed, shown or wrong"() {
        when:
        terminal.enter('def s = "x"; [[state: FINISHED]]')
        terminal.enter('nowhere')
        terminal.shows(/\^\nams>\z/)
        terminal.type('def t = "y" + 1')

        then:
        terminal.showsNow(/\nams> def t = "y" \+ 1\z/)
        !(terminal.styled() =~ /\e\[[\d;]*[349]\dm/)
    }

    def "without UTF-8 in the locale no letter is lost"() {
        given:
        other = new PromptTerminal(environment: [LC_ALL: 'C'])

        when:
        other.enter('"東京 " + "caf\\u00e9".size()')
        then:
        other.shows(/\n東京 4\nams>\z/)

        when:
        other.enter('[[a: "…\\u00e9"]]')
        then:
        other.shows(/\na\n…é\nams>\z/)
    }

    def "#width columns are enough for a table and an error"() {
        given:
        terminal.resize(width, 200)
        terminal.fresh()

        when:
        terminal.enter(JOBS)
        terminal.shows(/\n(.*\n)+ams>\z/)
        terminal.enter('"table " + "is here"')
        terminal.shows(/\ntable is here\nams>\z/)
        then:
        longest(terminal.visible()) <= width
        terminal.visible().count('\n') < 12
        terminal.visible().contains('f3c43f94-327f-2347-90bb-3bf79f8559f1')

        when:
        terminal.enter('nowhere')
        then:
        terminal.shows(/\ninput\d+:1:1: there is no 'nowhere' here\n +1 \| nowhere\n +\| \^\nams>\z/)

        where:
        width << [40, 80, 200]
    }

    def "a table is as wide as the terminal is now"() {
        given:
        def failed = 'ams.jobs.failed.newest(3)'

        when:
        terminal.resize(200, 40)
        terminal.fresh()
        terminal.enter(failed)
        then:
        terminal.shows(/\nstate .*started \(UTC\).*ended \(UTC\).*\n(.*\n)+ams>\z/)

        when:
        terminal.resize(60, 40)
        terminal.fresh()
        terminal.enter(failed)
        then:
        terminal.shows(/\nstate .*\n(.*\n)+ams>\z/)
        longest(terminal.visible()) <= 60
    }

    def "a line goes on after the terminal was resized while it was typed"() {
        given:
        def sum = (1..60).join(' + ')

        when:
        terminal.type(sum)
        terminal.shows(/59 \+ 60\z/)
        terminal.resize(50, 40)
        terminal.type(' + 1000')
        terminal.shows(/60 \+ 1000\z/)
        terminal.resize(120, 40)
        terminal.press('C-a')
        terminal.type('100_000 + ')
        terminal.press('Enter')

        then:
        terminal.shows(/\n102830\nams>\z/)
    }

    def "pages are as high as the terminal is now"() {
        when:
        terminal.resize(100, 10)
        terminal.fresh()
        terminal.enter('show (1..30)')

        then:
        terminal.showsNow(/\A1\n(.*\n)*9\nq: quit/)

        when:
        terminal.resize(100, 20)
        then:
        terminal.showsNow(/\A1\n(.*\n)*19\nq: quit/)

        cleanup:
        terminal.press('q')
        terminal.isReady()
    }
}
