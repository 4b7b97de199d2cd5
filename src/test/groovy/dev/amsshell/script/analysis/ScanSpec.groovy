package dev.amsshell.script.analysis

import static dev.amsshell.script.analysis.Token.Kind.*

import spock.lang.Specification

class ScanSpec extends Specification {
    static List kinds(String text) {
        return Scan.of(text).tokens().findAll { it.kind().code || it.kind() == COMMENT }*.kind()
    }

    def "pieces of #text"() {
        expect:
        kinds(text) == expected

        where:
        text                    | expected
        'def x = 1'             | [KEYWORD, NAME, OPERATOR, NUMBER]
        "j.state == 'a'"        | [NAME, OPERATOR, NAME, OPERATOR, OPERATOR, STRING]
        '2.hours.ago'           | [NUMBER, OPERATOR, NAME, OPERATOR, NAME]
        '0x1fL + 1.5e3 + 1..2'  | [NUMBER, OPERATOR, NUMBER, OPERATOR, NUMBER, OPERATOR, OPERATOR, NUMBER]
        'a(1) // b(2)'          | [NAME, BRACKET, NUMBER, BRACKET, COMMENT]
        '/* a */ b'             | [COMMENT, NAME]
        '"a ${b} c"'            | [STRING, BRACKET, NAME, BRACKET, STRING]
        '"${a}"'                | [STRING, BRACKET, NAME, BRACKET, STRING]
        '"${"x${y}"}"'          | [STRING, BRACKET, STRING, BRACKET, NAME, BRACKET, STRING, BRACKET, STRING]
        "'a\\'b'"               | [STRING]
        "'''a\n'b'\n'''"        | [STRING]
        'x = /a(b/'             | [NAME, OPERATOR, STRING]
        'x = $/a/b$$c/$'        | [NAME, OPERATOR, STRING]
        'a / b / c'             | [NAME, OPERATOR, NAME, OPERATOR, NAME]
        'a++ / b'               | [NAME, OPERATOR, OPERATOR, OPERATOR, NAME]
        'f(1) / 2'              | [NAME, BRACKET, NUMBER, BRACKET, OPERATOR, NUMBER]
        'return /x/'            | [KEYWORD, STRING]
        'f { }\n/x/'            | [NAME, BRACKET, BRACKET, STRING]
        'a\n/b/'                | [NAME, STRING]
        '(a\n/b)'               | [BRACKET, NAME, OPERATOR, NAME, BRACKET]
        "x = 'open"             | [NAME, OPERATOR, WRONG]
        'x)'                    | [NAME, WRONG]
        '(]'                    | [BRACKET, WRONG]
        '#!/usr/bin/env x\n1'   | [COMMENT, NUMBER]
    }

    def "the pieces of #text leave no gap"() {
        when:
        def tokens = Scan.of(text).tokens()

        then:
        tokens*.in(text).join('') == text

        where:
        text << ['', ' ', "def f(x) {\n\t\"\${x + 'a'}\" // b\n}\n", '"a', '"""a\n${', '/* a', '\\u0041 ~ § 😀', "'''", '"$', '$/']
    }

    def "brackets know their partner: #text"() {
        expect:
        Scan.of(text).partners()[at] == partner

        where:
        text             | at | partner
        'f(a[1], {b})'   | 1  | 11
        'f(a[1], {b})'   | 11 | 1
        'f(a[1], {b})'   | 3  | 5
        '"${a}"'         | 2  | 4
        'f(a'            | 1  | null
        "f(')'"          | 1  | null
        'f(]'            | 1  | null
    }

    def "#depth brackets are open at the end of #text"() {
        expect:
        Scan.of(text).depth() == depth

        where:
        text         | depth
        'def f() {'  | 1
        'foo([1, {'  | 3
        'foo("(",'   | 1
        'x = 1 +'    | 0
    }
}
