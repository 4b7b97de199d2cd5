package dev.amsshell.dsl

import dev.amsshell.job.Processor
import dev.amsshell.query.Condition
import dev.amsshell.query.Entities
import spock.lang.Specification

class GlobSpec extends Specification {
    static final NAME = Entities.PROCESSORS.property('name')

    static Condition named(String pattern) {
        return new Glob(pattern).of(NAME)
    }

    def "'#pattern' fits #fits and not #others"() {
        expect:
        fits.every { named(pattern).test(new Processor('', it, '', '', '', '')) }
        !others.any { named(pattern).test(new Processor('', it, '', '', '', '')) }

        where:
        pattern   | fits                   | others
        'abc'     | ['abc']                | ['ABC', 'xabc', 'abcd', '', null]
        'a*'      | ['a', 'abc', 'a\nb']   | ['ba', '', null]
        '*c'      | ['c', 'abc']           | ['cb', null]
        '*b*'     | ['b', 'abc']           | ['ac', null]
        '*'       | ['', 'anything']       | [null]
        'a*c'     | ['ac', 'abc', 'abcbc'] | ['a', 'abcd', 'bac']
        'aa*aa'   | ['aaaa', 'aaxaa']      | ['aaa', 'aa']
        'a*b*c'   | ['abc', 'axbyc']       | ['acb', 'ac']
        'a*😀'    | ['a b 😀', 'a😀']      | ['a', '😀']
        '*😀*b'   | ['a😀b', '😀xb']       | ['b']
        'a?c'     | ['abc', 'a?c', 'a😀c'] | ['ac', 'abbc']
        '?'       | ['a']                  | ['', 'ab', null]
        'a\\*'    | ['a*']                 | ['ab', 'a']
        'a\\?b'   | ['a?b']                | ['axb']
        'a\\\\b'  | ['a\\b']               | ['a\\\\b']
        'a\\'     | ['a\\']                | ['a']
        '.*[x]$^' | ['.[x]$^', '.y[x]$^']  | ['ax']
    }

    def "of '#pattern' as much is sent as the service understands: #condition"() {
        expect:
        named(pattern).toString() == condition

        where:
        pattern     | condition
        'abc'       | "name == 'abc'"
        'a*'        | "name.startsWith('a')"
        '*c'        | "name.endsWith('c')"
        '*b*'       | "name.contains('b')"
        '*'         | '!(name == null)'
        'a*c'       | "name.startsWith('a') && name.endsWith('c') && named 'a*c'"
        'ab?d*e'    | "name.startsWith('ab') && name.contains('d') && name.endsWith('e') && named 'ab?d*e'"
        '?b'        | "name.endsWith('b') && named '?b'"
    }
}
