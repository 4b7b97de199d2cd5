package dev.amsshell.script.analysis

import dev.amsshell.dsl.Words
import spock.lang.Shared
import spock.lang.Specification

/** In the texts, the last | is the cursor. */
class ExplainerSpec extends Specification {
    @Shared
    def completer = new Completer(new Words())

    Optional<Explanation> explain(String marked) {
        int cursor = marked.lastIndexOf('|')
        return completer.explain(marked.substring(0, cursor) + marked.substring(cursor + 1), cursor, Surroundings.scope())
    }

    def "our own words have their documentation: #text"() {
        expect:
        with(explain(text).get()) {
            help().get().owner() == owner
            help().get().word() == word
            signatures() == [help().get().signature()]
            help().get().example()
            help().get().errors()
        }

        where:
        text                                      | owner       | word
        'ams.job|'                                | 'Ams'       | 'job'
        'ams.jo|b'                                | 'Ams'       | 'job'
        "ams.job('x').aw|ait()"                   | 'JobHandle' | 'await'
        "ams.job('x').await()|"                   | 'JobHandle' | 'await'
        'ams.jobs.failed|'                        | 'Query'     | 'failed'
        'query.first().state|'                    | 'Job'       | 'state'
        'job.tasks[0].errors[0].code|'            | 'Fault'     | 'code'
        'job.state.isFinal|'                      | 'JobState'  | 'isFinal'
        '2.hours|'                                | 'Number'    | 'hours'
        '2.hours.ago|'                            | 'Duration'  | 'ago'
        'show|'                                   | 'Script'    | 'show'
        'ERROR|'                                  | 'Script'    | 'ERROR'
        'ams|'                                    | 'Script'    | 'ams'
        'job.await(timeout|'                      | 'await'     | 'timeout'
        'ams.settle(query, until|: ERROR)'        | 'await'     | 'until'
        'query.since(2.hours, on|'                | 'since'     | 'on'
        'query.where { priority|'                 | 'Job'       | 'priority'
        'query.filter { it.priority|'             | 'Job'       | 'priority'
        'query.since(|'                           | 'Query'     | 'since'
        'query.since(2, |'                        | 'Query'     | 'since'
        'query.since(nope|'                       | 'Query'     | 'since'
        'query.where {|'                          | 'Query'     | 'where'
        "ams.job('|"                              | 'Ams'       | 'job'
        "ams.job('f3c|')"                         | 'Ams'       | 'job'
        "query.states('Fin|"                      | 'Query'     | 'states'
        '.failed|'                                | 'Query'     | 'failed'
    }

    def "anything else has its signatures: #text"() {
        expect:
        with(explain(text).get()) {
            help().isEmpty()
            signatures().containsAll(expected)
        }

        where:
        text                                 | expected
        'names.add|'                         | ['add(E): boolean', 'add(int, E)']
        'names.add(|'                        | ['add(E): boolean']
        '[1].collect|'                       | ['collect(Closure<T>): List<T>']
        'person.greet|'                      | ['greet(String): String']
        'person.nicknames|'                  | ['nicknames: List<String>']
        'person.happy|'                      | ['happy: boolean']
        'job.name.substring|'                | ['substring(int): String', 'substring(int, int): String']
        'Math.abs|'                          | ['abs(int): int', 'abs(double): double']
        'Math.PI|'                           | ['PI: double']
        'query.collect|'                     | ['collect(Closure<T>): List<T>']
        'query|'                             | ['query: Query<Job>']
        'nothing|'                           | ['nothing']
        "def j = ams.job('x'); j|"           | ['j: JobHandle']
        'query.each { it|'                   | ['it: Job']
        'UUID|'                              | ['class java.util.UUID', 'UUID(long, long)']
        'new Date(|'                         | ['class java.util.Date', 'Date(long)']
    }

    def "a local variable hides a word: #text"() {
        expect:
        explain(text).get().signatures() == ['show: Integer']

        where:
        text << ['def show = 1; show|']
    }

    def "what means nothing has no explanation: #text"() {
        expect:
        explain(text).isEmpty()

        where:
        text << ['|', 'nope|', 'nothing.nope|', 'job.nope|', '// job.state|', "'job.state|", 'while|', '1|', 'nope(|', '(|', ')|', 'job.|']
    }
}
