package dev.amsshell.transport

import dev.amsshell.config.Endpoint
import spock.lang.Specification

class RedirectRulesSpec extends Specification {
    static final GLOBAL = 'https://acc.restv2.westus.media.azure.net/api/'
    static final CHINA = 'https://acc.restv2.chinanorth.media.chinacloudapi.cn/api/'
    static final COMMON = 'https://media.windows.net/'
    static final LOCAL = 'http://127.0.0.1:8080/api/'

    static adopt(String configured, String location, Set<String> more = []) {
        def endpoint = Endpoint.parse(configured, 'x')
        return new RedirectRules(endpoint, more).adopt(endpoint, location, 'Jobs()?$top=1')
    }

    def "from #configured a token may go to #location"() {
        expect:
        adopt(configured, location).root().toString() == root

        where:
        configured            | location                                                 | root
        GLOBAL                | 'https://other.restv2.eastus.media.azure.net/api/'        | 'https://other.restv2.eastus.media.azure.net/api/'
        GLOBAL                | 'https://acc.restv2.westus.media.azure.net/api'           | GLOBAL
        GLOBAL                | '/API/'                                                   | 'https://acc.restv2.westus.media.azure.net/API/'
        CHINA                 | 'https://b.restv2.chinaeast.media.chinacloudapi.cn/api/'  | 'https://b.restv2.chinaeast.media.chinacloudapi.cn/api/'
        COMMON                | 'https://wamsbayclus001rest-hs.cloudapp.net/api/'         | 'https://wamsbayclus001rest-hs.cloudapp.net/api/'
        COMMON                | 'https://acc.restv2.westus.media.azure.net/api/'          | 'https://acc.restv2.westus.media.azure.net/api/'
        LOCAL                 | 'http://127.0.0.1:9090/api/'                              | 'http://127.0.0.1:9090/api/'
        'https://x.example/'  | 'https://x.example/v2/api/'                               | 'https://x.example/v2/api/'
        'https://x.example/'  | 'https://x.example/v2/api/Jobs()?$top=1'                  | 'https://x.example/v2/api/'
    }

    def "from #configured a token must not go to #location"() {
        when:
        adopt(configured, location)

        then:
        def e = thrown(RedirectRefused)
        e.advice()

        where:
        configured           | location
        GLOBAL               | 'https://evil.example/api/'
        GLOBAL               | 'http://acc.restv2.westus.media.azure.net/api/'
        GLOBAL               | 'https://media.azure.net.evil.example/'
        GLOBAL               | 'https://evilmedia.azure.net/'
        GLOBAL               | 'https://acc.restv2.westus.media.azure.net:8443/api/'
        GLOBAL               | 'https://user@acc.restv2.westus.media.azure.net/api/'
        GLOBAL               | 'https://acc.restv2.westus.media.azure.net/api/#x'
        GLOBAL               | 'https://b.restv2.chinaeast.media.chinacloudapi.cn/api/'
        GLOBAL               | 'https://wamsbayclus001rest-hs.cloudapp.net/api/'
        COMMON               | 'https://wamsevil.cloudapp.net/api/'
        COMMON               | 'https://x-wamsbayclus001rest-hs.cloudapp.net/'
        COMMON               | 'https://wamsbayclus001rest-hs.cloudapp.net.evil.example/'
        LOCAL                | 'http://127.0.0.2:8080/api/'
        LOCAL                | 'http://127.0.0.1:99999/api/'
        LOCAL                | 'http://evil.example/'
        'https://x.example/' | 'https://y.x.example/'
        GLOBAL               | 'https://acc.restv2.westus.media.azure.net/api/?x=1'
        GLOBAL               | 'file:///etc/passwd'
        GLOBAL               | 'ht tp://x'
        GLOBAL               | ''
        GLOBAL               | null
    }

    def "with #more in redirect-hosts a token may go to #location: #goes"() {
        when:
        def refused = null
        try {
            adopt(GLOBAL, location, more as Set)
        } catch (RedirectRefused e) {
            refused = e
        }

        then:
        (refused == null) == goes
        goes || refused.advice().contains('add its host to redirect-hosts in the profile')

        where:
        more                   | location                      || goes
        ['new.example']        | 'https://new.example/api/'    || true
        ['New.Example']        | 'https://NEW.example/api/'    || true
        ['new.example']        | 'https://new.example:443/api/' || true
        ['new.example']        | 'https://new.example:8443/'   || false
        ['new.example:8443']   | 'https://new.example:8443/'   || true
        ['new.example:8443']   | 'https://new.example/'        || false
        ['new.example']        | 'http://new.example/'         || false
        ['new.example:80']     | 'http://new.example/'         || false
        ['new.example']        | 'https://a.new.example/'      || false
        ['*.new.example']      | 'https://a.b.new.example/'    || true
        ['*.new.example']      | 'https://new.example/'        || false
        ['*.new.example']      | 'https://evilnew.example/'    || false
        ['*.new.example:8443'] | 'https://a.new.example:8443/' || true
        ['*.new.example']      | 'https://a.new.example.evil/' || false
        ['*.new.example']      | 'https://u@a.new.example/'    || false
        ['*']                  | 'https://evil.example/'       || false
        ['*.']                 | 'https://evil.example/'       || false
        ['']                   | 'https://evil.example/'       || false
        ['[::1]:8443']         | 'https://[::1]:8443/'         || true
        ['[::1]']              | 'https://[::1]/'              || true
    }
}
