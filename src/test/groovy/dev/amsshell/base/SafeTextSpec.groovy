package dev.amsshell.base

import spock.lang.Specification

class SafeTextSpec extends Specification {
    def "a line keeps ordinary text as it is: #text"() {
        expect:
        SafeText.line(text).is(text)

        where:
        text << ['', 'plain', "l'été à Münster", '動画', '\uD83C\uDFAC clap', 'a / b : c']
    }

    def "a line shows what could command a terminal as its code"() {
        expect:
        SafeText.line(text) == shown

        where:
        text             | shown
        '\u001b[31mred'  | '\\u001b[31mred'
        'a\u0007b'       | 'a\\u0007b'
        'a\u009b31m'     | 'a\\u009b31m'
        'a\u202Egnp.exe' | 'a\\u202egnp.exe'
        'a\u2061b'       | 'a\\u2061b'
        'a\u2066b'       | 'a\\u2066b'
        'one\ntwo\r\t'   | 'one\\ntwo\\r\\t'
        'half \uD83C'    | 'half \\ud83c'
        '\uDFAC half'    | '\\udfac half'
    }

    def "a block keeps line breaks and tabs, and nothing else"() {
        expect:
        SafeText.block('one\n\ttwo\r\u001b]0;title\u0007') == 'one\n\ttwo\\r\\u001b]0;title\\u0007'
    }
}
