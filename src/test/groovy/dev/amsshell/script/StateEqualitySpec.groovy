package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.job.JobState
import spock.lang.Specification

class StateEqualitySpec extends Specification {
    static io = new Io(InputStream.nullInputStream(), System.out, System.err, false, false, false)
    def engine = new ScriptEngine([state: JobState.PROCESSING, nothing: [name: null]], io, Optional.empty())

    def run(String text) {
        return engine.run(new Source('check.groovy', text, null), [], new Cancellation(), { it })
    }

    def "#expression is #value"() {
        expect:
        run(expression) == new Outcome.Value(value)

        where:
        expression                                                           | value
        "state == 'Processing'"                                              | true
        "state == 'processing'"                                              | true
        'state == "PROCESSING"'                                              | true
        "'processing' == state"                                              | true
        "state == 'Finished'"                                                | false
        "state != 'Finished'"                                                | true
        "state != 'processing'"                                              | false
        "state == PROCESSING"                                                | true
        "state in [FINISHED, PROCESSING]"                                    | true
        "state in ['finished', 'processing']"                                | true
        "state in ['finished', ERROR]"                                       | false
        "state !in ['finished', 'error']"                                    | true
        "state == 'Unknown(9)'"                                              | false
        "[state].any { it == 'processing' }"                                 | true
        "({ s -> s == 'processing' })(state)"                                | true
        "def f(s) { s == 'processing' }; f(state)"                           | true
        "class K { static t(s) { s == 'processing' } }; K.t(state)"          | true
        "class K { def s; boolean p = s == 'x' }; new K().p"                 | false
        "def f(s, p = s == 'processing') { p }; f(state)"                    | true
        "@groovy.transform.CompileStatic def f(Object s) { s == 'processing' }; f(state)" | true
        "@groovy.transform.CompileStatic def f(String s) { s == 'x' }; f('x')" | true
        "'a' == 'a'"                                                         | true
        "'a' == \"\${'a'}\""                                                 | true
        "'1' == 1"                                                           | false
        "nothing.name == 'x'"                                                | false
        "nothing.name != null"                                               | false
        "'a' in ['a', 'b']"                                                  | true
        "1 in ['a', 1]"                                                      | true
        "state == \"Proc\${'essing'}\""                                       | true
        "switch (state) { case 'queued': 'no'; break; case 'processing': 'yes'; break; default: 'other' }" | 'yes'
        "switch ('b') { case 'a': 1; break; case 'b': 2; break }"            | 2
        "switch (1) { case '1': 'text'; break; default: 'other' }"           | 'text'
        "switch (null) { case 'a': 1; break; default: 'none' }"              | 'none'
        "@groovy.transform.CompileStatic def f(String s) { switch (s) { case 'x': return 1; default: return 2 } }; f('x')" | 1
        "null in ['a', null]"                                                | true
        "def w = 'processing'; state == w"                                   | true
        "state == 'proc' + 'essing'"                                         | true
        "def l = ['queued', 'processing']; state in l"                       | true
        "state in (['processing'] as Set)"                                   | true
        "state in 'processing'"                                              | true
        "switch (state) { case ['queued', 'processing']: 'yes'; break; default: 'no' }" | 'yes'
        "def n = 3; n == 3L && n in [1, 3] && n in 1..5 && 'a' in String"    | true
        "@groovy.transform.CompileStatic def f(int a, long b) { a == b }; f(3, 3L)" | true
        "'x'.with { it == 'x' ? 'yes' : 'no' }"                              | 'yes'
    }

    def "#expression is an error that lists the states"() {
        when:
        def outcome = run(expression) as Outcome.Thrown

        then:
        outcome.problem().message() == "no state 'Finsihed'; there are Queued, Scheduled, Processing, Canceling, Finished, Error, Canceled"
        outcome.problem().line() == 1

        where:
        expression << ["state == 'Finsihed'", "'Finsihed' != state", "state in ['Processing', 'Finsihed']",
                       "switch (state) { case 'Finsihed': 1 }"]
    }

    def "the message of an assertion tells what stood there"() {
        expect:
        (run("assert state == 'finished' : 'not yet'") as Outcome.Thrown).problem().message().contains('Expression: (state == finished)')
    }

    def "a failed assertion draws the state below its comparison"() {
        expect:
        (run("assert state == 'finished'") as Outcome.Thrown).problem().message() == '''\
assertion failed

assert state == 'finished'
       |     |
       |     false
       Processing'''
    }
}
