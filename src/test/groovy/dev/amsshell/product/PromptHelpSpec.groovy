package dev.amsshell.product

import dev.amsshell.testing.Tmux
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** How people at the prompt find out what they can type. */
@Requires({ Tmux.installed })
class PromptHelpSpec extends Specification {
    /** High enough for all help; without a service, since help needs none. */
    @Shared
    @AutoCleanup
    PromptTerminal terminal = new PromptTerminal(options: '', height: 200)

    def setup() {
        terminal.fresh()
    }

    def "the first line says how to get help and how to leave"() {
        given:
        def other = new PromptTerminal(options: '')

        expect:
        other.screen() ==~ /ams-shell \S+; :help for help, :quit or Ctrl-D to leave\nams>/

        cleanup:
        other.close()
    }

    def ":help shows the words, the commands and where more is to be found"() {
        when:
        terminal.enter(':help')

        then:
        terminal.shows(/(?m)^ +ams\.jobs\.failed\.since\(2\.hours\)/)
        terminal.shows(/\n +:load FILE +evaluate what is in a file\n(.*\n)*ams>\z/)
        terminal.shows(/\n:help jobs .*\n +about these\n/)
    }

    def "each topic that :help names has a page"() {
        given:
        terminal.enter(':help')
        terminal.shows(/ about these\n(.*\n)*ams>\z/)
        def topics = (terminal.screen() =~ /\n:help (.*?)\s+about these/)[0][1].split(' ')

        when:
        def pages = topics.collectEntries { topic ->
            terminal.fresh()
            terminal.enter(":help $topic")
            terminal.shows(/\Aams> :help $topic\n(.*\n)+ams>\z/)
            [topic, terminal.screen()]
        }

        then:
        topics.size() > 5
        pages.values().every { it.readLines().size() > 5 && !it.contains('there is no help') }
        pages.values().toSet().size() == topics.size()
    }

    def ":help tells of #what"() {
        when:
        terminal.enter(":help $wanted")

        then:
        terminal.shows(/\Aams> :help \S+\n(.*\n)*?$shown/)
        terminal.isReady()

        where:
        what                   | wanted      || shown
        'a word'               | 'newest'    || /Query\.newest\(.*\n +.*\n +example: +\S+.*newest/
        'a word of two things' | 'name'      || /JobHandle\.name\n(.*\n)+?Task\.name\n/
        'a command'            | ':save'     || /:save \[-f] FILE\n  write the inputs/
        'a command, no colon'  | 'history'   || /:history \[TEXT]\n/
    }

    def "what nobody knows is said to be unknown, with where to look"() {
        when:
        terminal.enter(':help bogus')

        then:
        terminal.shows(/\nthere is no help on 'bogus'\n:help lists .*; ams\.help\(\) lists the words\.\nams>\z/)
    }

    def "ams.help() lists the words with a line for each"() {
        when:
        terminal.enter('ams.help()')

        then:
        terminal.shows(/\nof +word +does\n(.*\n)*query +named +only those of that name; .*\n(.*\n)*ams>\z/)
    }

    def "as any list, it goes on with show"() {
        when:
        terminal.enter('show ams.help()')
        terminal.shows(/(?m)^of +word +does$/)
        terminal.press('G')

        then:
        terminal.shows(/\nquery +settle +/)

        cleanup:
        terminal.press('q')
    }

    def "ams.help(word) tells about one word"() {
        when:
        terminal.enter('ams.help("newest")')

        then:
        terminal.shows(/(.*\n)*.*newest\(.*\n(.*\n)*.*example.*\n(.*\n)*ams>\z/)
    }

    def "a command that is unknown is said to be, with where to look"() {
        when:
        terminal.enter(':bogus')

        then:
        terminal.shows(/\nthere is no command ':bogus'\n:help lists those there are\.\nams>\z/)
    }

    def "without a configuration the prompt says how to get one when it is needed"() {
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
