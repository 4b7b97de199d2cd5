package dev.amsshell.service.v2

import spock.lang.Specification

class IdSetSpec extends Specification {

    def "an id is new once, however many others there are"() {
        given:
        def ids = (1..50_000).collect { "nb:jid:UUID:" + new UUID(it * 7919L, it) }
        def set = new IdSet()

        expect:
        ids.every { set.add(it) }
        !ids.any { set.add(it) }
        ids.every { set.contains(it) }
        set.size() == 50_000
    }

    def "ids that differ in little are different: #first and #second"() {
        given:
        def set = new IdSet()
        set.add(first)

        expect:
        !set.contains(second)

        where:
        first | second
        'a'   | 'b'
        'ab'  | 'ba'
        ''    | '\u0000'
        'a'   | 'aa'
        'id1' | 'id2'
    }
}
