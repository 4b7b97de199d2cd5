package dev.amsshell.script.analysis

import spock.lang.Specification

class CompletenessSpec extends Specification {
    def check = new CompletenessCheck()

    def "complete: #text"() {
        expect:
        check.of(text).complete()

        where:
        text << [
            '', '   ', '1', 'x = 1', 'println "a"', 'def f() { 1 }', "[1, 2].each { println it }", 'if (x) { 1 } else { 2 }',
            'x++', 'x--', '"a ${b} c"', "'it''s'", "'a\\'b'", '/a(b/', 'x = /[/', '4 / 2 / 1', '// comment (', '/* ( */ 1',
            'foo )', 'foo(]', "'unclosed", '"unclosed', 'class A { }', 'import java.util.List', "x = 'a // b'", '"""a\nb"""',
            '"${[1, 2].collect { "x${it}" }}"', 'a?.b', 'x = y as int', 'return', '#!/usr/bin/env x', ')',
        ]
    }

    def "wants more: #text"() {
        expect:
        !check.of(text).complete()

        where:
        text << [
            'def f() {', 'foo(', 'foo(1,', '[1, 2', '[1, 2].each {', 'x = 1 +', 'x =', 'a.', 'a?.', 'if (x) {', 'if (x) { 1 } else',
            '"""a', "'''a\nb", '/* comment', 'class A {', 'x = [', 'a &&', 'a ||', 'foo(bar(1)', '"${[1, 2].collect {', 'try { 1 }',
            'x ?', 'x ? 1 :', 'def f(', '{ ->', 'x = new', 'class A extends',
        ]
    }

    def "the depth of open brackets is known: #text"() {
        expect:
        check.of(text).depth() == depth

        where:
        text            | depth
        'def f() {'     | 1
        'foo([1, {'     | 3
        'foo("(",'      | 1
        'x = 1 +'       | 0
    }
}
