package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.job.JobState
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ScriptEngineSpec extends Specification {
    @TempDir
    Path folder
    def output = new ByteArrayOutputStream()
    def io = new Io(InputStream.nullInputStream(), new PrintStream(output, true, StandardCharsets.UTF_8), System.err, false, false, false)
    def engine = new ScriptEngine([state: JobState.PROCESSING, answer: 42], io, Optional.empty())

    def run(String text, String... args) {
        return engine.run(new Source('my-check.groovy', text, folder), args as List, new Cancellation(), { it })
    }

    def "the value of a script is that of its last expression"() {
        expect:
        run('def x = 20\nx + 22') == new Outcome.Value(42)
        run('answer') == new Outcome.Value(42)
        run('') == new Outcome.Value(null)
        run('#!/usr/bin/env -S ams-shell run\n1') == new Outcome.Value(1)
    }

    def "output of the script, its closures and its helpers goes where it is told"() {
        when:
        run('println "a"; [1].each { println "b" }; def f() { print "ü" }; f()')

        then:
        output.toString(StandardCharsets.UTF_8) == 'a\nb\nü'
    }

    def "arguments are there as args"() {
        expect:
        run('args.join("|") + args.length', 'a b', '--x', '') == new Outcome.Value('a b|--x|3')
    }

    def "exit(#code) ends a script with it, also from within a catch-all of exceptions"() {
        expect:
        run("try { exit($code) } catch (e) { }; println 'on'") == new Outcome.Exit(code)
        output.size() == 0

        where:
        code << [0, 3, 255]
    }

    def "an exit code that no system has is an error of the script"() {
        expect:
        run('exit(256)').error() instanceof IllegalArgumentException
    }

    def "what does not compile is told with its place"() {
        when:
        def outcome = run('def a = 1\nprintln b c d e )\n') as Outcome.CompileFailure

        then:
        def problem = outcome.problems().first()
        problem.file() == 'my-check.groovy'
        problem.line() == 2
        problem.column() > 0
        problem.sourceLine() == 'println b c d e )'
    }

    def "a script that ends too soon is told with the end of its last line"() {
        when:
        def problem = (run('def x = 1\nx +\n\n') as Outcome.CompileFailure).problems().first()

        then:
        problem.message() == 'the script ends in the middle of something'
        problem.line() == 2
        problem.column() == 4
        problem.sourceLine() == 'x +'
    }

    def "every problem of a script is told, not only the first"() {
        expect:
        (run('Nope1 a\nNope2 b') as Outcome.CompileFailure).problems().size() == 2
    }

    def "what a script throws is told with the script's own frames"() {
        when:
        def outcome = run('''\
            def outer() {
              [1].each { inner() }
            }
            def inner() { throw new IllegalStateException('no way') }
            outer()'''.stripIndent()) as Outcome.Thrown

        then:
        outcome.problem().message() == 'IllegalStateException: no way'
        outcome.problem().frames()*.with { [it.line(), it.method()] } == [[4, 'inner'], [2, 'closure'], [2, 'outer'], [5, '']].unique { it[0] }
        outcome.problem().frames()*.file().unique() == ['my-check.groovy']
    }

    def "the caret stands below the word that failed: #word"() {
        when:
        def problem = (run("def x = 1\n  x.toString() + $text") as Outcome.Thrown).problem()

        then:
        problem.line() == 2
        problem.column() == problem.sourceLine().indexOf(word) + 1

        where:
        text        | word
        'nowhere'   | 'nowhere'
        'missing(1)' | 'missing'
        'x / 0'     | 'x.toString'
    }

    def "a failed assertion shows the values"() {
        when:
        def outcome = run('def x = 3\nassert x * 2 == 7') as Outcome.Thrown

        then:
        outcome.problem().message() == '''\
assertion failed

assert x * 2 == 7
       | |   |
       3 6   false'''
    }

    def "a script uses classes in files beside it, also in packages"() {
        given:
        Files.writeString(folder.resolve('Helper.groovy'), 'class Helper { static int twice(int x) { x * Inner.two() } }')
        Files.writeString(folder.resolve('Inner.groovy'), 'class Inner { static int two() { 2 } }')
        Files.createDirectory(folder.resolve('util'))
        Files.writeString(folder.resolve('util/More.groovy'), 'package util\nclass More { String toString() { "more" } }')

        expect:
        run('import util.More\nHelper.twice(21) + " " + new More()') == new Outcome.Value('42 more')
    }

    def "a problem in a file beside the script is told with that file"() {
        given:
        Files.writeString(folder.resolve('Broken.groovy'), 'class Broken {\n  int x = = 1\n}')
        Files.writeString(folder.resolve('Thrower.groovy'), 'class Thrower {\n  static go() { throw new Exception("x") }\n}')

        expect:
        with((run('new Broken()') as Outcome.CompileFailure).problems().first()) {
            file() == 'Broken.groovy'
            line() == 2
        }
        with((run('Thrower.go()') as Outcome.Thrown).problem()) {
            file() == 'Thrower.groovy'
            line() == 2
            sourceLine() == '  static go() { throw new Exception("x") }'
        }
    }

    def "a script with a main method runs"() {
        expect:
        run('class App { static void main(String[] args) { App.out = args[0] }\n static out }', 'x') instanceof Outcome.Value
    }

    def "a script is whatever can be run: #text"() {
        expect:
        (run(text, 'a') as Outcome.Thrown).problem().message() == 'IllegalStateException: ran'

        where:
        text << [
            'throw new IllegalStateException("ran")',
            'class App { static void main(String[] args) { if (args == ["a"]) throw new IllegalStateException("ran") } }',
            'void main() { throw new IllegalStateException("ran") }',
            'def main() { throw new IllegalStateException("ran") }',
            'static main(args) { throw new IllegalStateException("ran") }',
        ]
    }

    def "a file with nothing to run says so"() {
        expect:
        (run('class Only { }') as Outcome.Thrown).problem().message().contains('there is nothing to run')
    }

    def "a file may be called #name"() {
        expect:
        engine.run(new Source(name, 'answer + 1', folder), [], new Cancellation(), { it }) == new Outcome.Value(43)

        where:
        name << ['answer.groovy', 'int.groovy', 'package-info.groovy', 'my check.groovy', '1.groovy', 'ü.groovy', 'noextension', 'a.b.groovy', '-.groovy']
    }

    def "a script may have a sleep of its own"() {
        expect:
        run('def sleep(String x) { "mine $x" }; sleep("3")').value().toString() == 'mine 3'
        run('def named(x) { "mine $x" }; def known = { 5 }; named("a") + known()').value().toString() == 'mine a5'
    }

    def "whatever a script throws, it ends: #text"() {
        expect:
        run(text) instanceof Outcome.Thrown
        ErrorText.of(run(text) as Outcome.Thrown)

        where:
        text << [
            'class E extends RuntimeException { String getMessage() { throw new IllegalStateException() } }; throw new E()',
            'def a = new Exception("a"), b = new Exception("b", a); a.initCause(b); throw a',
            'def f() { f() }; f()',
            'throw new Error("x")',
            'class S { static x = 1 / 0 }; S.x',
        ]
    }

    def "exit counts also from another thread"() {
        expect:
        run('java.util.concurrent.CompletableFuture.supplyAsync { exit(3) }.join()') == new Outcome.Exit(3)
    }

    def "what fails while a value is shown is an error of the script"() {
        when:
        def outcome = engine.run(new Source('a', '1', null), [], new Cancellation(), { throw new IllegalStateException('no') })

        then:
        outcome instanceof Outcome.Thrown
    }

    def "checking compiles and runs nothing"() {
        expect:
        engine.check(new Source('a.groovy', 'println "ran"', null)) == new Outcome.Value(null)
        engine.check(new Source('a.groovy', 'println (', null)) instanceof Outcome.CompileFailure
        output.size() == 0
    }

    def "a script cannot download code"() {
        expect:
        run('@Grab("org.example:evil:1.0")\nimport java.util.List\n1') == new Outcome.Value(1)
    }
}
