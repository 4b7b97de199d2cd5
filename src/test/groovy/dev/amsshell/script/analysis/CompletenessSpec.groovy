package dev.amsshell.script.analysis

import spock.lang.Specification

class CompletenessSpec extends Specification {
    static final COMPLETE = [
        // expressions
        '1', 'x = 1', 'println "a"', "[1, 2].each { println it }", 'x++', 'x--', 'a?.b', 'x = y as int', '4 / 2 / 1', 'a?[0]', 'a ?: b', 'a*.b', 'a.&b',
        'a = b ? c : d', 'x = a\n  ? b\n  : c', '!a', 'a <=> b', '1..<5', 'a !in b', 'x instanceof String', '[:]', '[a: 1, (b): 2]', 'a[1..-1]', 'a ==~ /x/',
        "ams.jobs.failed\n  .since(2.hours)\n  .newest(20)", "ams.jobs.where { state == ERROR &&\n  priority > 5 }", 'foo a, b', 'foo(a) { b }', 'x = { a, b -> a }',
        '{ -> 1 }()', '(a, b) -> a', 'x = y -> y + 1', 'int[] a = [1, 2]', 'a = new int[]{1, 2}', 'def (a, b) = [1, 2]', '(a, b) = [b, a]', 'a = b = 1',
        'List<Map<String, Integer>> x = []', 'x = (List<String>) y', 'a.<String>b()', '@groovy.transform.Field def x = 1', "a.'b c'", 'a."${b}"', '-x', '~/a/',
        // strings
        '"a ${b} c"', "'it''s'", "'a\\'b'", '/a(b/', 'x = /[/', '"""a\nb"""', '"${[1, 2].collect { "x${it}" }}"', 'x = $/a\n$$b/$', "'''a\n'b'\n'''", "'a\\\nb'",
        "x = 'a // b'", "x = '/* a'", '"\\${"', '"$a.b"', 'x = /a\nb/', '"{"', "')'",
        // statements and declarations
        'def f() { 1 }', 'if (x) { 1 } else { 2 }', 'if (x) 1', 'if (x)\n  1\nelse\n  2', 'if (a) 1 else if (b) 2', 'for (x in y) println x', 'for (int i = 0; i < 3; i++) { }',
        'while (x) { }', 'do { x() } while (y)', 'try { 1 } finally { 2 }', 'try { 1 } catch (e) { 2 }', 'try { 1 } catch (A | B e) { 2 } finally { 3 }', 'try (a) { 1 }',
        'switch (x) { case 1: 2; break; default: 3 }', 'x = switch (y) { case 1 -> 2; default -> 3 }', 'return', 'assert x : "y"', 'throw x', 'synchronized (x) { }',
        'outer: for (x in y) { break outer }', 'class A { }', 'class A<T extends B> extends C implements D { T t }', 'enum A { B, C }', 'record A(int b) { }', 'interface A { }',
        'trait A { }', 'import java.util.List', 'import static a.B.*', 'import a.B as C', '@Override\nString a() { }', 'def <T> T f(T x) { x }', 'static f(a = 1) { }', '1; 2;', 'var x = 1',
        // nothing, comments, and what only the evaluation can mend
        '', '   ', '\n', '// comment (', '/* ( */ 1', '1 // +', '1 /* a\nb */', '#!/usr/bin/env x', '1 +\n// b\n2', ')', 'foo )', 'foo(]', "'unclosed", '"unclosed', "x = 'a\nb", 'a b c d e {}}',
        'class 1', 'int = 5 5', 'for for', 'if (x) )', 'a b c d', 'x.in', 'x.as', 'class A { def f() }', 'x y z', '1 2', 'a b: 1 c', 'println 1 2 3',
    ]

    static final INCOMPLETE = [
        // brackets
        'def f() {', 'foo(', 'foo(1,', 'foo(1', '[1, 2', '[1, 2,', '[a:', '[a: 1,', '[1, 2].each {', 'foo(bar(1)', 'x = [', 'def f(', 'def f(a,', '{ ->', '{ a, b ->', 'f { x ->', 'a[', 'class A {',
        'class A { def b() {', 'if (x) {', 'if (x', 'for (x in', 'for (int i = 0;', 'while (', 'switch (x) {', 'switch (x) { case 1:', 'enum A {', 'record A(', 'try {', 'try { 1 } catch (e) {',
        'synchronized (x) {', 'List<String> f(', 'new A(', 'new int[]{', '@A(', '(a, b) -> {', 'ams.jobs.where {', 'ams.jobs.where { state == ERROR &&', 'do {', 'a?[', '(', 'foo a, {', 'foo(a: { it',
        // strings and comments
        '"""a', "'''a\nb", '/* comment', '1 /* comment', '"${[1, 2].collect {', '"${a', '"""${a}', 'x = $/a', 'x = $/a\nb', '"${"${', "'''", '"""a\\"""', 'x = """a ${b} c\n',
        // operators
        'x = 1 +', 'x =', 'a.', 'a?.', 'a &&', 'a ||', 'x ?', 'x ? 1 :', 'a ?:', 'a -', 'a *', 'a /', 'a %', 'a ==', 'a !=', 'a <', 'a >=', 'a <=>', 'a =~', 'a ==~', 'a <<', 'a |', 'a ^', 'a..', 'a..<', 'a *.', 'a.&', 'a ::',
        'a ?=', 'a +=', 'a ->', 'foo a,', 'foo a, b,', 'x = a ? b :', 'def x =', 'int x = 1,', 'a && !', 'ams.jobs.failed.', 'ams.jobs\n  .failed.', '1 + // b', '1 + /* b */', 'x = -',
        // words
        'if (x) { 1 } else', 'if (x) 1 else', 'x = new', 'class A extends', 'class A implements', 'class A implements B,', 'throw', 'x instanceof', 'x in', 'x as', 'x !in', 'x !instanceof',
        'try { 1 }', 'do { 1 }', 'do { 1 } while', 'if (x)', 'while (x)', 'for (x in y)', 'else', 'class A', 'interface A', 'enum A', 'def f()', 'import', '@Override', '@A(1)', 'assert', 'switch (x)', 'a: ', 'try', 'try { 1 } catch', 'try { 1 } catch (e)', 'try { 1 } finally', 'def', 'static', 'private',
        'final', 'def f(int a)', '@A\n@B', "x = '😀'; if (x)", 'if (x) // b\n',
    ]

    def check = new CompletenessCheck()

    def "complete: #text"() {
        expect:
        check.isComplete(text)

        where:
        text << COMPLETE
    }

    def "wants more: #text"() {
        expect:
        !check.isComplete(text)

        where:
        text << INCOMPLETE
    }

    def "a finished statement before it changes nothing: #before"() {
        expect:
        INCOMPLETE.findAll { check.isComplete("$before$it".toString()) } == []
        COMPLETE.findAll { !it.startsWith('#!') && !check.isComplete("$before$it".toString()) } == []

        where:
        before << ["x = 1\n", "f { 'a' }; ", "// b {\n", "if (a) { b }\n\n", "x = \"\"\"a\n\${b}\"\"\"\r\n"]
    }

    def "blanks and comments after it change nothing: #text"() {
        expect:
        check.isComplete("$text /* b */ // c".toString()) == check.isComplete(text)
        check.isComplete("$text\n  \n".toString()) == check.isComplete(text)

        where:
        text << (COMPLETE + INCOMPLETE).findAll { Scan.of(it).with { scan -> !scan.hasOpenText() && !scan.isBroken() } }
    }

    def "nothing that an input asks of the compiler is done before Enter"() {
        expect:
        check.isComplete("@Grab('no.such:library:1') import no.such.Library")
    }
}
