package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.query.Entities
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import spock.lang.Specification
import spock.lang.TempDir

/** Wherever a script says where { }, and whoever it says it to. */
class WhereScriptSpec extends Specification {
    static io = new Io(InputStream.nullInputStream(), System.out, System.err, false, false, false)
    static words = [q: new Asked(Entities.JOBS), t: new Asked(Entities.TASKS), ams: Asked.account(), five: 5, list: [1, 2],
                    from: Instant.parse('2026-11-21T03:00:00Z')]

    /** Our types as they are declared, with a query that tells its condition. */
    static typed = '''\
package dev.amsshell.dsl
import groovy.transform.*
class Query {
  def where(Closure c) { c.condition(dev.amsshell.query.Entities.JOBS, { it } as java.util.function.UnaryOperator) }
  Query getFailed() { this }
}
class Ams { Query jobs = new Query(); Ams on(String profile) { this } }
'''

    @TempDir
    Path folder
    def engine = new ScriptEngine(words, io, Optional.empty())

    Outcome run(String text, ScriptEngine engine = this.engine) {
        return engine.run(new Source('check.groovy', text, folder), [], new Cancellation(), { String.valueOf(it) })
    }

    def "it is understood in #place"() {
        expect:
        run(script) == new Outcome.Value(value)

        where:
        place                        | script                                                                      | value
        'a method'                   | "def f(q, n) { q.where { priority == n } }; f(q, 3)"                        | 'priority == 3'
        'a parameter default'        | "def f(q, c = q.where { state == ERROR }) { c }; f(q)"                      | 'state == Error'
        'a class'                    | "class K { def f(q) { q.where { priority == n } }; int n = 4 }; new K().f(q)" | 'priority == 4'
        'a static method'            | "class K { static N = 5; static f(q) { q.where { priority == N } } }; K.f(q)" | 'priority == 5'
        'a class with such a field'  | "class K { def name = 'n'; def f(q) { q.where { it.name == name } } }; new K().f(q)" | "name == 'n'"
        'an inner class'             | "class O { def q; class I { def f() { q.where { state == ERROR } } }; def g() { new I().f() } }; new O(q: q).g()" | 'state == Error'
        'an anonymous class'         | "def y = 4; def o = new Object() { def f(q) { def x = 5; q.where { priority == x + y } } }; o.f(q)" | 'priority == 9'
        'a trait'                    | "trait T { def f(q) { q.where { state == ERROR } } }; class K implements T { }; new K().f(q)" | 'state == Error'
        'an enum'                    | "enum E { A; def f(q) { q.where { state == ERROR } } }; E.A.f(q)"           | 'state == Error'
        'a closure'                  | "list.collect { n -> q.where { priority == n } }"                           | '[priority == 1, priority == 2]'
        'a closure, with its it'     | "list.collect { q.where { -> priority == it } }"                            | '[priority == 1, priority == 2]'
        'a with'                     | "q.with { where { state == ERROR } }"                                       | 'state == Error'
        'a text'                     | 'def s = "${q.where { state == ERROR }}"; s'                                | 'state == Error'
        'brackets'                   | "q.where({ state == ERROR })"                                               | 'state == Error'
        'a lambda'                   | "q.where(it -> it.state == ERROR)"                                          | 'state == Error'
        'a safe call'                | "q?.where { state == ERROR }"                                               | 'state == Error'
        'a field of the script'      | "@groovy.transform.Field n = 6; def f(q) { q.where { priority == n } }; f(q)" | 'priority == 6'
        'another where'              | "q.where { id in q.where { state == ERROR }.toString().findAll('E').collect { 'job-1' } }" | "id in ['job-1']"
        'another where on ams'       | "ams.jobs.where { id in ams.tasks.where { progress > 50 }.toString().findAll('5').collect { 'job-1' } }" | "id in ['job-1']"
        'a dynamic part of a class'  | "@groovy.transform.CompileStatic class A { @groovy.transform.CompileDynamic static f(q) { q.where { state == ERROR } } }; A.f(q)" | 'state == Error'
    }

    def "a name is a property where the rows have it, and a variable where not"() {
        expect:
        run("processor = 'Enc'; [q.where { name == processor }, t.where { processor == 'x' }]") ==
            new Outcome.Value("[name == 'Enc', processor == 'x']")
    }

    def "each entity has its own properties"() {
        expect:
        run("[ams.tasks.where { progress > 50 }, ams.assets.where { storageAccount == 'x' }, ams.processors.where { vendor == 'x' }]") ==
            new Outcome.Value("[progress > 50, storageAccount == 'x', vendor == 'x']")
    }

    def "a name declared within an expression is no property"() {
        expect:
        run("$query { priority in list.collect { name -> name + 1 } || priority in list.collect { def state = it; state } }") ==
            new Outcome.Value('priority in [2, 3] || priority in [1, 2]')

        where:
        query << ['q.where', 'ams.jobs.where']
    }

    def "values are evaluated once, in their order, and only as far as needed"() {
        expect:
        run("def seen = []; def v = { seen << it; it }; $query { v(false) && v(1) == priority || v('a') == name && priority in [v(3), v(4)] }; seen") ==
            new Outcome.Value('[false, a, 3, 4]')

        where:
        query << ['q.where', 'ams.jobs.where']
    }

    def "values are those of the moment when the query is built"() {
        expect:
        run("def n = 1; def a = q.where { priority == n }; n = 2; [a, q.where { priority == n++ }, n]") ==
            new Outcome.Value('[priority == 1, priority == 2, 3]')
    }

    def "anybody else's where gets the closure as it was written: #use"() {
        expect:
        run("class Mine { def where(Closure c) { $use } }; new Mine().where { it + five }") == new Outcome.Value(value)

        where:
        use                                                          | value
        "c(1)"                                                       | '6'
        "c.call(1)"                                                  | '6'
        "[1, 2].collect(c)"                                          | '[6, 7]'
        "c.curry(1)()"                                               | '6'
        "(c >> { it * 2 })(1)"                                       | '12'
        "c.memoize()(1)"                                             | '6'
        "c.clone()(1)"                                               | '6'
        "c.rehydrate([:], [five: 7], null)(1)"                       | '8'
        "c.delegate = [five: 7]; c.resolveStrategy = 1; c(1)"        | '8'
        "def d = c.clone(); d.delegate = [five: 7]; d.resolveStrategy = 1; [d(1), c(1)]" | '[8, 6]'
        "c.maximumNumberOfParameters"                                | '1'
        "c.owner.is(c.thisObject) && c.owner instanceof Script"      | 'true'
    }

    def "anybody else's where takes any code: #script"() {
        expect:
        run(script) == new Outcome.Value(value)

        where:
        script                                                                                                     | value
        "class Mine { def where(Closure c) { c(5, 6) } }; new Mine().where { a, b -> def x = a + b; return x }"    | '11'
        "class Mine { def where(java.util.function.Predicate<Object> p) { p.test(1) } }; new Mine().where { def x = 1; return it == x }" | 'true'
        "class Mine { def where(Closure c) { c.delegate = [name: 'n', state: 1]; c.resolveStrategy = 1; c() } }; new Mine().where { name = 'm'; name + state }" | 'm1'
        "def where(Closure c) { c() }; where { five.intdiv(2) }"                                                   | '2'
    }

    def "where types are checked, somebody else's where is left alone"() {
        expect:
        run('''import groovy.transform.*; import groovy.transform.stc.*
@CompileStatic class Mine { boolean where(@ClosureParams(value = SimpleType, options = 'int') Closure c) { c(2) } }
@CompileStatic def f() { new Mine().where { it > 1 } }
f()''') == new Outcome.Value('true')
    }

    def "where types are checked, #code"() {
        expect:
        run("$typed@CompileStatic class K { static n = 7; $code }; $call") == new Outcome.Value(value)

        where:
        code                                                                                     | call                        | value
        "static f(Query q, String n) { q.where { state == ERROR && name == n } }"                | "K.f(new Query(), 'x')"     | "state == Error && name == 'x'"
        "Query q; def f() { q.failed.where { priority == n } }"                                  | "new K(q: new Query()).f()" | 'priority == 7'
        "def f() { Query q = new Query(); q.where { priority in 1..5 } }"                        | "new K().f()"               | 'priority >= 1 && priority <= 5'
        "static f(Ams ams) { ams.on('x').jobs.failed.where { state in [ERROR, 'canceled'] } }"   | "K.f(new Ams())"            | 'state in [Error, Canceled]'
        "static f(Ams a) { a.jobs.where { name in ['a'].collect { String s -> s.toUpperCase() } } }" | "K.f(new Ams())"        | "name in ['A']"
        "static f(Ams a) { int sum = 0; [1, 2].each { int i -> sum += i }; a.jobs.where { priority > sum } }" | "K.f(new Ams())" | 'priority > 3'
        "@TypeChecked static f(Ams a) { a.jobs.where { it.priority > 3 } }"                      | "K.f(new Ams())"            | 'priority > 3'
    }

    def "on what is declared as a query, what cannot be sent does not compile"() {
        given:
        def failure = run("${typed}def f(Query q) {\n  q.where { it.name.reverse() == 'x' } }") as Outcome.CompileFailure

        expect:
        failure.problems()[0].message() == 'it.name.reverse() cannot be sent to the service; filter { } evaluates it here'
        [failure.problems()[0].line(), failure.problems()[0].column()] == [9, 13]
    }

    def "a failed assertion shows what was asked"() {
        expect:
        (run("assert q.where { state == ERROR } == null") as Outcome.Thrown).problem().message() == '''\
assertion failed

assert q.where { state == ERROR } == null
       | |                        |
       | state == Error           false
       asked about jobs'''
    }

    def "a script from the cache asks the same"() {
        given:
        def cached = new ScriptEngine(words, io, Optional.of(new ScriptCache(folder.resolve('cache'), '1', Clock.systemUTC())))
        def script = "q.where { state == ERROR && created > from }"

        expect:
        run(script, cached) == run(script, cached)
        run(script, cached) == new Outcome.Value('state == Error && created > 2026-11-21T03:00:00Z')
    }

    def "#what can be asked"() {
        given:
        def outcome = run("$query { $closure }")

        expect:
        (outcome as Outcome.Value).value().toString().split(word).size() - 1 == count

        where:
        what                             | query      | closure                                                       | word   | count
        '300 conjuncts'                  | 'q.where'  | (1..300).collect { "name != five + 'n$it'" }.join(' && ')     | 'name' | 300
        '300 conjuncts on ams'           | 'ams.jobs.where' | (1..300).collect { "name != five + 'n$it'" }.join(' && ') | 'name' | 300
        '3000 alternatives in a list'    | 'ams.jobs.where' | "id in [${(1..3000).collect { "'job-$it'" }.join(', ')}]" | 'job'  | 3000
        'what is in 150 brackets'        | 'q.where'  | '(' * 150 + 'state == ERROR' + ')' * 150                      | 'state' | 1
        'what is denied 150 times'       | 'q.where'  | '!(' * 150 + 'state == ERROR' + ')' * 150                     | 'state' | 1
        'any text'                       | 'q.where'  | "name == '''(3:a)\n\\t\"1:'''"                                | 'name' | 1
    }

    def "the types are known by their names, and a script may have its own"() {
        given:
        Files.writeString(folder.resolve('Task.groovy'), 'class Task { def x = 2 }')

        expect:
        run(script) == new Outcome.Value(value)

        where:
        script                                                    | value
        "Job j = null; JobHandle h; JobState s = ERROR; Ams a; s" | 'Error'
        "class Job { def x = 1 }; new Job().x"                    | '1'
        "new Task().x"                                            | '2'
    }

    def "it is understood at the prompt"() {
        given:
        def prompt = new PromptEngine(words, io)
        def evaluate = { String text ->
            def outcome = prompt.evaluate(text, new Cancellation(), { })
            outcome instanceof Outcome.Value ? new Outcome.Value(String.valueOf(outcome.value())) : outcome
        }

        expect:
        evaluate("def urgent = false") instanceof Outcome.Value
        evaluate("def find(n) { q.where { priority == n || urgent } }") instanceof Outcome.Value
        evaluate("find(3)") == new Outcome.Value('priority == 3')
        evaluate("ams.jobs.where { urgent || state == ERROR }") == new Outcome.Value('state == Error')

        and: 'a variable of the prompt gives way to a property'
        evaluate("def state = FINISHED") instanceof Outcome.Value
        evaluate("ams.jobs.where { state == ERROR }") == new Outcome.Value('state == Error')

        and:
        evaluate("Job j = null") instanceof Outcome.Value
        evaluate("class Job { def x = 1 }") instanceof Outcome.Value
        evaluate("new Job().x") == new Outcome.Value('1')

        and:
        (evaluate("ams.jobs.where { name.reverse() == 'x' }") as Outcome.CompileFailure).problems()[0].column() == 18
        (evaluate("q.where { name.reverse() == 'x' }") as Outcome.Thrown).problem().column() == 11
    }
}
