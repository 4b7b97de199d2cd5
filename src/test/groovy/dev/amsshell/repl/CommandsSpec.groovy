package dev.amsshell.repl

import spock.lang.Specification

class CommandsSpec extends Specification {
    def done = []
    def commands = new Commands([':help', ':history', ':quit', ':save', ':set'].collect { name ->
        Command.of(name, name == ':quit' ? '' : 'SOMETHING', 'for a test', { typed -> name == ':set' ? ['output ', 'output json', 'color '] : [] }) { done << [name, it] }
    })

    def "#typed means #meant"() {
        when:
        commands.run(typed)

        then:
        done == [meant]

        where:
        typed               | meant
        ':quit'             | [':quit', '']
        ':q'                | [':quit', '']
        '  :he  '           | [':help', '']
        ':set'              | [':set', '']
        ':se output  json ' | [':set', 'output  json']
        ':save a b'         | [':save', 'a b']
    }

    def "#typed is refused: #message"() {
        when:
        commands.run(typed)

        then:
        def refused = thrown(Refused)
        refused.message == message
        done == []

        where:
        typed    | message
        ':h'     | "':h' may be :help :history"
        ':q now' | ":quit takes nothing, and there is 'now'"
        ':s x'   | "':s' may be :save :set"
        ':'      | "there is no command ':'"
        ':bogus' | "there is no command ':bogus'"
        ':QUIT'  | "there is no command ':QUIT'"
    }

    def "after '#typed' there is #choices"() {
        when:
        def suggestions = commands.suggest(typed)

        then:
        suggestions.all()*.text() == choices
        typed.substring(suggestions.start()) == replaced

        where:
        typed          | choices                       | replaced
        ':h'           | [':help', ':history']         | ':h'
        ' :q'          | [':quit']                     | ':q'
        ':set '        | ['output ', 'output json', 'color '] | ''
        ':set o'       | ['output ', 'output json']    | 'o'
        ':se output j' | ['output json']               | 'output j'
        ':s o'         | []                            | 'o'
        ':bogus'       | []                            | ':bogus'
    }
}
