package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.job.JobState
import spock.lang.Specification

class PromptEngineSpec extends Specification {
    def output = new ByteArrayOutputStream()
    def counter = [0]
    PromptEngine engine = new PromptEngine([state: JobState.PROCESSING, counter: counter],
        new Io(InputStream.nullInputStream(), new PrintStream(output, true), System.err, true, true, true))

    def eval(String... inputs) {
        def last = null
        for (input in inputs) {
            last = engine.evaluate(input, new Cancellation(), { it })
            assert last instanceof Outcome.Value: "$input: $last"
        }
        return (last as Outcome.Value).value()
    }

    def "#what stays for the inputs that follow"() {
        expect:
        eval(*inputs) == value

        where:
        what                           | inputs                                                                          || value
        'a variable'                   | ['x = 1', 'x + 1']                                                              || 2
        'a def'                        | ['def x = 1', 'x + 1']                                                          || 2
        'a typed declaration'          | ['int x = 1.9', 'x']                                                            || 1
        'a String declaration'         | ['String s = "a${1}"', 's.class.simpleName']                                    || 'String'
        'a generic declaration'        | ['List<Integer> l = [1, 2]', 'l.sum()']                                         || 3
        'a var'                        | ['var x = 3', 'x']                                                              || 3
        'a final'                      | ['final x = 3', 'x']                                                            || 3
        'a declaration without value'  | ['def x', 'x == null']                                                          || true
        'a primitive without value'    | ['int n', 'n + 1']                                                              || 1
        'a boolean without value'      | ['boolean b', '!b']                                                             || true
        'a multiple declaration'       | ['def (a, b) = [1, 2]', 'a + b']                                                || 3
        'a closure'                    | ['def twice = { it * 2 }', 'twice(4)']                                          || 8
        'a method'                     | ['def f(x) { x + 1 }', 'f(1)']                                                  || 2
        'a recursive method'           | ['int f(int n) { n < 2 ? 1 : n * f(n - 1) }', 'f(5)']                           || 120
        'a method that calls another'  | ['def f() { g() }', 'def g() { 7 }', 'f()']                                     || 7
        'a redefined method'           | ['def f() { 1 }', 'def f() { 2 }', 'f()']                                       || 2
        'a method that sees variables' | ['n = 2', 'def f() { n }', 'n = 3', 'f()']                                      || 3
        'overloads from two inputs'    | ['def f(a) { "one" }', 'def f(a, b) { "two" }', 'f(1) + f(1, 2)']               || 'onetwo'
        'a method as a closure'        | ['def f(x) { x + 1 }', '[1, 2].collect(f)']                                     || [2, 3]
        'the newest import'            | ['import java.awt.List', 'import java.util.List', 'List z = [1]', 'z']            || [1]
        'a class'                      | ['class P { int x }', 'new P(x: 4).x']                                          || 4
        'a redefined class'            | ['class P { int x() { 1 } }', 'class P { int x() { 2 } }', 'new P().x()']       || 2
        'an enum'                      | ['enum Color { RED, BLUE }', 'Color.BLUE.ordinal()']                            || 1
        'a record'                     | ['record Pt(int x) { }', 'new Pt(5).x()']                                       || 5
        'an import'                    | ['import java.util.concurrent.TimeUnit', 'TimeUnit.HOURS.toMinutes(1)']         || 60
        'an import with another name'  | ['import java.util.concurrent.TimeUnit as TU', 'TU.HOURS.toMinutes(1)']         || 60
        'a star import'                | ['import java.util.concurrent.atomic.*', 'new AtomicInteger(3).get()']          || 3
        'a static import'              | ['import static java.lang.Math.max', 'max(1, 2)']                               || 2
        'a static star import'         | ['import static java.lang.Math.*', 'abs(-1)']                                   || 1
        'an import beside code'        | ['import java.util.concurrent.TimeUnit; x = 1', 'TimeUnit.HOURS.toMinutes(x)']  || 60
    }

    def "nothing is evaluated twice"() {
        when:
        eval('def n = (counter[0] += 1)', 'n', 'n', 'def f() { n }', 'f()')

        then:
        counter == [1]
    }

    def "variables of loops and closures stay local"() {
        given:
        eval('for (i in 1..3) { def inner = i }', '[1].each { def hidden = it }')

        expect:
        engine.evaluate('inner', new Cancellation(), { it }) instanceof Outcome.Thrown
        engine.evaluate('hidden', new Cancellation(), { it }) instanceof Outcome.Thrown
    }

    def "a declaration is a value too"() {
        expect:
        eval('def x = 5') == 5
    }

    def "states compare with their names at the prompt, too"() {
        expect:
        eval("state == 'processing'")
        eval('state == PROCESSING')
    }

    def "an input that does not compile changes nothing"() {
        given:
        eval('x = 1')

        expect:
        engine.evaluate('import nowhere.Nothing; x = 2', new Cancellation(), { it }) instanceof Outcome.CompileFailure
        eval('x') == 1
    }

    def "what does not compile is told with its line"() {
        when:
        def problem = (engine.evaluate('1 + )', new Cancellation(), { it }) as Outcome.CompileFailure).problems().first()

        then:
        problem.file() == 'input1'
        problem.line() == 1
        problem.sourceLine() == '1 + )'
    }

    def "what an input throws is told with the place in that input, even from an earlier one"() {
        given:
        eval('def f() {\n  throw new Exception("x")\n}')

        when:
        def problem = (engine.evaluate('f()', new Cancellation(), { it }) as Outcome.Thrown).problem()

        then:
        problem.file() == 'input1'
        problem.line() == 2
        problem.sourceLine() == '  throw new Exception("x")'
        problem.frames()*.file() == ['input1', 'input2']
    }

    def "a method that is called wrongly is told as such"() {
        given:
        eval('def greet(String n) { "hi $n" }')

        expect:
        (engine.evaluate('greet("a", "b")', new Cancellation(), { it }) as Outcome.Thrown).error() instanceof MissingMethodException
    }

    def "a word stays a word"() {
        given:
        eval('def counter(x) { 1 }')

        expect:
        eval('counter') == [0]
    }

    def "an interrupted input leaves the variables"() {
        given:
        eval('x = 1')
        def cancellation = new Cancellation()
        cancellation.cancel()

        expect:
        engine.evaluate('while (true) { x = 2 }', cancellation, { it }) instanceof Outcome.Interrupted
        eval('x') == 1
    }

    def "#what is known as #name"() {
        expect:
        eval(*inputs, name) == value

        where:
        what                               | inputs                    | name  || value
        'the last result'                  | ['1', '2']                | '_'   || 2
        'the result before the last'       | ['1', '2']                | '__'  || 1
        'the one before that'              | ['1', '2', '3']           | '___' || 1
        'the result of an input'           | ['1', '2', '3']           | '_2'  || 2
        'a result, after one without any'  | ['1', 'null']             | '_'   || 1
        'a result that was given a name'   | ['def x = 5']             | '_'   || 5
    }

    def "old results are let go"() {
        given:
        100.times { eval('1') }

        when:
        eval('2')

        then:
        !engine.variables()*.name().contains('_1')
        engine.variables()*.name().containsAll(['_2', '_101'])
    }

    def "whoever shows a result knows that #input gave it a name: #isAssigned"() {
        given:
        def shown = []

        when:
        engine.evaluate(input, new Cancellation(), { shown << it })

        then:
        shown*.isAssigned() == [isAssigned]

        where:
        input                | isAssigned
        'x = 1'              | true
        'def x = 1'          | true
        'int x = 1'          | true
        'def (a, b) = [1, 2]'| true
        'x = 1; x += 2'      | true
        'x = 1; x'           | false
        '1 == 1'             | false
        'x = 1; [x]'         | false
    }

    def "variables, methods and imports can be listed"() {
        given:
        eval('import java.util.regex.Pattern', 'import static java.lang.Math.*', 'b = 1', 'def a() { 1 }', 'c = null')

        expect:
        engine.variables()*.name() == ['b', 'c', '_', '_3']
        engine.methods() == ['a']
        engine.imports() == ['import java.util.regex.Pattern', 'import static java.lang.Math.*']
    }

    def "a reset leaves the words and nothing else"() {
        given:
        eval('import java.util.regex.Pattern', 'b = 1', 'def a() { 1 }', 'class C { }')

        when:
        engine.reset()

        then:
        engine.variables() + engine.methods() + engine.imports() == []
        ['b', 'a()', 'new C()', 'Pattern.compile("x")'].every { !(engine.evaluate(it, new Cancellation(), { }) instanceof Outcome.Value) }
        eval('counter') == [0]
    }

    def "a file is evaluated as if it was typed, under its own name"() {
        when:
        def outcome = engine.load('/home/me/init.groovy', 'def x = 1\ndef twice(n) { n * 2 }\nnowhere', new Cancellation())

        then:
        (outcome as Outcome.Thrown).problem().file() == '/home/me/init.groovy'
        (outcome as Outcome.Thrown).problem().line() == 3
        eval('twice(x)') == 2
        engine.count() == 1
    }
}
