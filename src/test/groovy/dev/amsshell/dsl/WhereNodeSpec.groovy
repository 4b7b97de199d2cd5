package dev.amsshell.dsl

import static dev.amsshell.dsl.WhereNode.Kind.ALL
import static dev.amsshell.dsl.WhereNode.Kind.LITERAL
import static dev.amsshell.dsl.WhereNode.Kind.NAME
import static dev.amsshell.dsl.WhereNode.Kind.TRUTH

import spock.lang.Specification

class WhereNodeSpec extends Specification {
    def "a node can be read back from its text"() {
        given:
        def node = WhereNode.of(ALL, 3, 14, WhereNode.of(TRUTH, 3, 14, WhereNode.of(NAME, 3, 14, 'name', 0)),
            WhereNode.of(TRUTH, 4, 1, WhereNode.of(LITERAL, 4, 1, 'String', text)))

        expect:
        WhereNode.decode(node.encode()) == node

        where:
        text << ['', 'x', '3:x', '(', ')', '))((', "it's\n\"\\\u0000", '\u00e9\ud83d\ude00']
    }
}
