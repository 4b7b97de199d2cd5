package dev.amsshell.cli

import spock.lang.Specification

class FoldersSpec extends Specification {
    def "on #system with #environment the cache is #expectedCache and the state #expectedState"() {
        expect:
        with(Folders.of(environment, system, '/home/op')) {
            cache().toString() == expectedCache
            state().toString() == expectedState
        }

        where:
        system  | environment                                        || expectedCache               | expectedState
        'Linux' | [:]                                                || '/home/op/.cache/ams-shell' | '/home/op/.local/state/ams-shell'
        'Linux' | [HOME: '?']                                        || '/dev/null/.cache/ams-shell' | '/dev/null/.local/state/ams-shell'
        'Linux' | [HOME: '/elsewhere']                               || '/elsewhere/.cache/ams-shell' | '/elsewhere/.local/state/ams-shell'
        'Linux' | [XDG_CACHE_HOME: '/c', XDG_STATE_HOME: '/s']       || '/c/ams-shell'              | '/s/ams-shell'
        'Linux' | [XDG_CACHE_HOME: 'relative', XDG_STATE_HOME: '']   || '/home/op/.cache/ams-shell' | '/home/op/.local/state/ams-shell'
    }
}
