package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import dev.amsshell.job.JobState
import dev.amsshell.testing.CheckedRun
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What check(..) and expect(..) make of closures of all shapes. */
class CheckSpec extends Specification {
    static final STATIC = '@groovy.transform.CompileStatic '
    static final WORDS = [state: JobState.PROCESSING, yes: true, no: false, list: [1, 2], none: []]

    def run = new CheckedRun()

    def "check { #body } is #outcome"() {
        when:
        def end = run.run("check('a') { $body }\n7", WORDS)

        then:
        end == new Outcome.Value(7)
        run.outcomes == [outcome]

        where:
        body                                                        || outcome
        'yes'                                                       || 'ok'
        'no'                                                        || 'failed'
        '1 + 1 == 2'                                                || 'ok'
        '1 + 1 == 3'                                                || 'failed'
        'list'                                                      || 'ok'
        'none'                                                      || 'failed'
        'null'                                                      || 'failed'
        ''                                                          || 'error'
        '{ -> no }'                                                 || 'error'
        'def f = { no }; f'                                         || 'error'
        'def f = { no }; return f'                                  || 'error'
        'def x = 2; x == 2'                                         || 'ok'
        'def x = 2'                                                 || 'ok'
        'def x = 0'                                                 || 'failed'
        'x = 0'                                                     || 'failed'
        'assert yes'                                                || 'ok'
        'assert no'                                                 || 'failed'
        'assert no : "not yet"'                                     || 'failed'
        'assert no; yes'                                            || 'failed'
        'return yes'                                                || 'ok'
        'return no'                                                 || 'failed'
        'return'                                                    || 'failed'
        'if (yes) return true; no'                                  || 'ok'
        'if (no) return true; no'                                   || 'failed'
        'if (yes) { 1 == 1 } else { 1 == 2 }'                       || 'ok'
        'if (no) { 1 == 1 } else { 1 == 2 }'                        || 'failed'
        'if (no) 1 == 1; else if (yes) 1 == 2; else 1 == 1'         || 'failed'
        'if (no) { 1 == 2 }'                                        || 'ok'
        'if (yes) { 1 == 2 }'                                       || 'failed'
        'if (yes) { assert no }'                                    || 'failed'
        'if (yes) { }'                                              || 'failed'
        'for (x in list) { assert x > 0 }'                          || 'ok'
        'for (x in list) { assert x > 1 }'                          || 'failed'
        'while (no) { }'                                            || 'ok'
        'try { yes } finally { }'                                   || 'ok'
        'try { no } finally { }'                                    || 'failed'
        'switch (1) { case 1: yes; break; default: no }'            || 'ok'
        'list.every { it > 0 }'                                     || 'ok'
        'list.every { it > 1 }'                                     || 'failed'
        'list.each { x -> [x].each { assert it == x } }'            || 'ok'
        'def f = { no }; f() || yes'                                || 'ok'
        'def f = { no }; f()'                                       || 'failed'
        '({ -> yes })()'                                            || 'ok'
        'yes ? no : yes'                                            || 'failed'
        '!no'                                                       || 'ok'
        '-> yes'                                                    || 'ok'
        'it == null'                                                || 'ok'
        "state == 'processing'"                                     || 'ok'
        "state == 'Finished'"                                       || 'failed'
        "state == 'Finsihed'"                                       || 'error'
        'throw new Exception("oh")'                                 || 'error'
        'nobody'                                                    || 'error'
        'def f; f = { f() }; f()'                                   || 'error'
        'try { throw new Exception() } catch (e) { }; yes'          || 'ok'
    }

    def "a failed one shows its picture, without the word that was not written: #body"() {
        when:
        run.run("def n = 3; check('a') {\n$body\n}", WORDS)

        then:
        run.results[0].message() == picture.stripIndent().strip()

        where:
        body                                 || picture
        '  n + 1 == 3'                       || '''
                                                n + 1 == 3
                                                | |   |
                                                3 4   false'''
        "  state == 'finished'"              || '''
                                                state == 'finished'
                                                |     |
                                                |     false
                                                Processing'''
        '  return n == 4'                    || '''
                                                n == 4
                                                | |
                                                3 false'''
        '  if (n) { n > 4 } else { n }'      || '''
                                                n > 4
                                                | |
                                                3 false'''
        '  n == 4 &&\n    n == 3'            || '''
                                                n == 4 && n == 3
                                                | |    |
                                                3 |    false
                                                  false'''
        '  assert n == 4'                    || '''
                                                assert n == 4
                                                       | |
                                                       3 false'''
        '  assert n == 4 : "not four"'       || 'not four. Expression: (n == 4). Values: n = 3'
    }

    def "where there is no expression to draw, the value says why: #text"() {
        when:
        run.run(text, WORDS)

        then:
        run.results[0].message() == message

        where:
        text                                         || message
        "def c = { none }; check('a', c)"            || 'it came to []'
        "def c = { 'no' - 'no' }; check('a', c)"     || "it came to ''"
        "check('a') { try { no } finally { } }"      || 'it came to false'
    }

    def "under CompileStatic as well: #text"() {
        when:
        def end = run.run(STATIC + "void f() { $text }; f()")

        then:
        end == new Outcome.Value(null)
        run.outcomes == outcomes

        where:
        text                                                                || outcomes
        "check('a') { 1 + 1 == 2 }; check('b') { 1 == 2 }"                  || ['ok', 'failed']
        "check('a', warn: true) { int n = 1; n == 2 }"                      || ['warning']
        "check('a') { if (1 > 2) return true; assert 1 == 1 }"              || ['ok']
        "[1, 2].each { int n -> check('n' + n) { n == 1 } }"                || ['ok', 'failed']
        "expect('a', max: 3) { 4 }; expect('b', 2, min: 1)"                 || ['failed', 'ok']
        "check('a') { ams.jobs.where { state == ERROR }.toString().contains('query') }" || ['ok']
    }

    def "in methods, loops, closures and beside nested closures it is asserted, too: #text"() {
        when:
        run.run(text, WORDS)

        then:
        run.results*.message() == messages

        where:
        text                                                       || messages
        "def f() { check('a') { 1 > 2 } }; f()"                    || ['1 > 2\n  |\n  false']
        "for (i in 1..2) { check('a') { 1 > 2 } }"                 || ['1 > 2\n  |\n  false'] * 2
        "[1].each { check('a') { 1 > 2 } }"                        || ['1 > 2\n  |\n  false']
        "this.check('a') { 1 > 2 }"                                || ['1 > 2\n  |\n  false']
        "check 'a', { 1 > 2 }"                                     || ['1 > 2\n  |\n  false']
        "check('a', { 1 > 2 }, warn: true)"                        || ['1 > 2\n  |\n  false']
        "check('a') { check('b') { 1 > 2 }; 2 > 1 }"               || ['1 > 2\n  |\n  false', null]
    }

    def "a check of the script's own stays what it is: #text"() {
        expect:
        run.run(text, WORDS) == new Outcome.Value('own false')
        run.results == []

        where:
        text << ["def check(name, body) { 'own ' + body() }; check('a') { 1 == 2 }",
                 "def check(String name, Closure body) { 'own ' + body() }; check('a') { 1 == 2 }",
                 "def check = { name, body -> 'own ' + body() }; check('a') { 1 == 2 }",
                 "check = { name, body -> 'own ' + body() }; check('a') { 1 == 2 }",
                 "def f(check) { check('a') { 1 == 2 } }; f { name, body -> 'own ' + body() }",
                 "class K { def check(name, body) { 'own ' + body() } }; new K().check('a') { 1 == 2 }",
                 "class K { def check(name, body) { 'own ' + body() }; def go() { check('a') { 1 == 2 } } }; new K().go()",
                 "def o = [check: { name, body -> 'own ' + body() }]; o.check('a') { 1 == 2 }",
                 "def check(Map options, name, body) { 'own ' + body() }; check('a', warn: true) { 1 == 2 }",
                 "def check(body) { 'own ' + body() }; check { 1 == 2 }",
                 "check = { body -> 'own ' + body() }; check { 1 == 2 }",
                 "@groovy.transform.Field def check = { name, body -> 'own ' + body() }\ncheck('a') { 1 == 2 }"]
    }

    def "an expect of the script's own stays what it is: #text"() {
        expect:
        run.run(text) == new Outcome.Value('own 3')
        run.results == []

        where:
        text << ["def expect(Map options, name, body) { 'own ' + body() }; expect('a', max: 1) { 3 }",
                 "expect = { options, name, body -> 'own ' + body() }; expect('a', max: 1) { 3 }",
                 "def expect = { options, name, body -> 'own ' + body() }; expect('a', max: 1) { 3 }"]
    }

    def "#call is a #outcome"() {
        when:
        run.run(call)

        then:
        run.outcomes == [outcome]
        run.results[0].message() == message

        where:
        call                                                || outcome   | message
        "check('a', warn: true) { false }"                  || 'warning' | 'false'
        "check('a', warn: false) { false }"                 || 'failed'  | 'false'
        "expect('a', max: 5) { 5 }"                         || 'ok'      | null
        "expect('a', max: 5) { 5.01 }"                      || 'failed'  | '5.01 is above max: 5'
        "expect('a', min: 5) { 5L }"                        || 'ok'      | null
        "expect('a', min: 5) { 4 }"                         || 'failed'  | '4 is below min: 5'
        "expect('a', 4, min: 5)"                            || 'failed'  | '4 is below min: 5'
        "expect('a', max: 9, warnMax: 5) { 6 }"             || 'warning' | '6 is above warnMax: 5'
        "expect('a', max: 9, warnMax: 5) { 10 }"            || 'failed'  | '10 is above max: 9'
        "expect('a', warnMin: 5) { 0.5f }"                  || 'warning' | '0.5 is below warnMin: 5'
        "expect('a', max: 2.minutes) { 90.seconds }"        || 'ok'      | null
        "expect('a', max: 2.minutes) { 3.hours }"           || 'failed'  | '3 h 0 min 0 s is above max: 2 min 0 s'
        "expect('a', max: 1.second) { java.time.Duration.ofMillis(1) }" || 'ok' | null
        "expect('a', min: java.time.Duration.ZERO) { java.time.Duration.ofHours(-1) }"          || 'failed'  | '-1 h 0 min 0 s is below min: 0 s'
        "expect('a', min: java.time.Duration.ZERO) { java.time.Duration.ofMillis(-5) }"         || 'failed'  | '-5 ms is below min: 0 s'
        "expect('a', max: 90.seconds) { java.time.Duration.ofMillis(90004) }"    || 'failed'  | '90.004 s is above max: 90 s'
        "expect('a', max: 1.second, min: java.time.Duration.ofMillis(1)) { java.time.Duration.ofNanos(1) }" || 'failed' | '0 ms is below min: 1 ms'
        "expect('a', max: 5) { 10G ** 60 }"                 || 'failed'  | '1.0000000000000000E+60 is above max: 5'
        "expect('a', max: 10G ** 60) { 10G ** 60 + 1 }"     || 'failed'  | "1${'0' * 59}1 is above max: 1${'0' * 60}"
        "expect('a', max: 5) { assert false : 'oh' }"       || 'failed'  | 'oh. Expression: false'
    }

    def "what makes no sense is an error of the check, and the others are made: #call"() {
        when:
        def end = run.run("$call\ncheck('b') { true }")

        then:
        end == new Outcome.Value(null)
        run.outcomes == ['error', 'ok']
        run.results[0].message().contains(message)
        run.checks.firstError().get() instanceof IllegalArgumentException

        where:
        call                                          || message
        "check('a', warm: true) { true }"             || "check has no option 'warm'; there are warn, jobs"
        "check('a', warn: 1) { true }"                || 'warn: is true or false, not 1'
        "check('a', jobs: 3) { true }"                || 'jobs: is a query or a list of jobs, not 3'
        "expect('a') { 3 }"                           || 'expect wants a threshold: min:, max:, warnMin: or warnMax:'
        "expect('a', maximum: 3) { 3 }"               || "expect has no option 'maximum'; there are min, max, warnMin, warnMax, jobs"
        "expect('a', max: 3, warnMax: 1.hour) { 3 }"  || 'thresholds are all numbers or all durations'
        "expect('a', max: 1.hour) { 3 }"              || 'the value is 3, and the thresholds are durations'
        "expect('a', max: 3) { 3.minutes }"           || 'the value is 3 min 0 s, and the thresholds are numbers'
        "expect('a', max: 'many') { 3 }"              || 'a threshold is a number or a duration such as 5.minutes, not \'many\''
        "expect('a', max: 3) { null }"                || 'expect compares a number or a duration, and the value is null'
        "expect('a', max: 3) { '3' }"                 || "and the value is '3'"
        "expect('a', max: null) { 3 }"                || 'max: is null; leave it out where there is no limit'
        "expect('a', max: 3, warnMin: null) { 3 }"    || 'warnMin: is null'
        "check('a') { }"                              || 'it is empty'
        "check('a') { { -> true } }"                  || 'it came to a closure, which holds always'
        "check('a', 1 == 1)"                          || "check wants a name and a closure: check('none failed') { ... }"
        "check('a', null)"                            || "check wants a name and a closure: check('none failed') { ... }"
        "check(null) { true }"                        || 'check wants a name first, and this is none: null'
        "check(' ') { true }"                         || 'check wants a name first, and this is none:  '
        "check(warn: true) { true }"                  || 'check wants a name first, and this is none: [warn:true]'
        "expect(3, max: 4) { 3 }"                     || 'expect wants a name first, and this is none: 3'
        "expect('a', null, max: 3)"                   || 'and the value is null'
        "expect('a', max: 3) { 0d / 0d }"             || 'and the value is NaN'
        "expect('a', min: 3, max: 2) { 3 }"           || 'no value is both from min: 3 and to max: 2'
    }

    def "an error tells where it is, and what to do"() {
        when:
        run.run("check('a') {\n  ams.job('zz')\n}\ncheck('b') {\n  nobody\n}")

        then:
        run.results[0].message().contains('nothing is configured')
        run.results[1].message() == """\
            checks.groovy:5:3: there is no 'nobody' here
              5 |   nobody
                |   ^""".stripIndent()
    }

    def "what is no check at all ends the script: #call"() {
        expect:
        (run.run(call) as Outcome.Thrown).error().message == message
        run.results == []

        where:
        call                      || message
        "check('none')"           || "check wants a name and a closure: check('none failed') { ... }"
        "check { true }"          || "check wants a name and a closure: check('none failed') { ... }"
        "check('a', warn: true)"  || "check wants a name and a closure: check('none failed') { ... }"
        "expect(3)"               || "expect wants a name, a limit and a value: expect('queue', max: 500) { ... }"
        "expect { 3 }"            || "expect wants a name, a limit and a value: expect('queue', max: 500) { ... }"
    }

    def "a long line of a picture is cut"() {
        when:
        run.run("def many = (1..5000).toList(); check('a') { many.size() == 3 }")

        then:
        run.results[0].message().readLines()*.size().max() == 303
        run.results[0].message().contains('...')
    }

    def "exit passes through a check, and through what wraps it: #body"() {
        expect:
        run.run("check('a') { $body }") == new Outcome.Exit(3)
        run.results == []

        where:
        body << ['exit(3)', '[1].each { exit(3) }', 'try { exit(3) } catch (e) { }', 'try { exit(3) } catch (Throwable t) { throw new RuntimeException(t) }']
    }

    def "cancellation passes through a check, whatever that makes of it: #body"() {
        given:
        def end = { run.cancellation.cancel() }

        expect:
        run.run("check('a') { end(); $body }\ncheck('b') { true }", [end: end]) == new Outcome.Interrupted()
        run.results == []

        where:
        body << ['sleep 10000', 'while (true) { }', 'try { sleep 10000 } catch (Throwable t) { throw new Exception(t) }', 'throw new dev.amsshell.base.Cancelled()']
    }

    def "checks of several threads are all there"() {
        when:
        def end = run.run("(1..20).collect { n -> Thread.start { check('n' + n) { n % 2 } } }*.join()")

        then:
        end instanceof Outcome.Value
        run.outcomes.countBy { it } == [ok: 10, failed: 10]
    }

    def "at the prompt a check is asserted until its name has another meaning"() {
        given:
        def engine = new PromptEngine([ams: run.ams], CheckedRun.IO)
        def eval = { String text -> engine.evaluate(text, new Cancellation(), { it }) }

        when:
        eval("check('a') { 1 > 2 }")
        eval("n = 3")
        eval("check('b') { n > 4 }")

        then:
        run.results*.message() == ['1 > 2\n  |\n  false', 'n > 4\n| |\n3 false']

        when:
        def own = [eval("def check(name, body) { 'own ' + body() }"), eval("check('a') { 1 > 2 }")]

        then:
        own[1] == new Outcome.Value('own false')
        run.results.size() == 2
    }

    @TempDir
    Path folder

    def "a script that is found compiled checks the same"() {
        given:
        def engine = new ScriptEngine([ams: run.ams], CheckedRun.IO, Optional.of(new ScriptCache(folder, '1', CheckedRun.CLOCK)))
        def source = new Source('a.groovy', "check('a') { 1 > 2 }", folder)

        when:
        2.times { engine.run(source, [], new Cancellation(), { it }) }

        then:
        run.results*.message() == ['1 > 2\n  |\n  false'] * 2
    }
}
