package dev.amsshell.cli

import spock.lang.Specification

class FoldersSpec extends Specification {
    def "on #system with #environment the cache is #cache, the state #state and the configuration #config"() {
        expect:
        with(Folders.of(environment, system, '/home/op')) { [it.cache(), it.state(), it.config()]*.toString() == [cache, state, config] }

        where:
        system  | environment                                      || cache                          | state                               | config
        'Linux' | [:]                                              || '/home/op/.cache/ams-shell'    | '/home/op/.local/state/ams-shell'   | '/home/op/.config/ams-shell'
        'Linux' | [HOME: '?']                                      || '/dev/null/.cache/ams-shell'   | '/dev/null/.local/state/ams-shell'  | '/dev/null/.config/ams-shell'
        'Linux' | [HOME: '/elsewhere']                             || '/elsewhere/.cache/ams-shell'  | '/elsewhere/.local/state/ams-shell' | '/elsewhere/.config/ams-shell'
        'Linux' | [XDG_CACHE_HOME: '/c', XDG_STATE_HOME: '/s', XDG_CONFIG_HOME: '/f'] || '/c/ams-shell' | '/s/ams-shell'                   | '/f/ams-shell'
        'Linux' | [XDG_CACHE_HOME: 'relative', XDG_STATE_HOME: ''] || '/home/op/.cache/ams-shell'    | '/home/op/.local/state/ams-shell'   | '/home/op/.config/ams-shell'
    }
}
