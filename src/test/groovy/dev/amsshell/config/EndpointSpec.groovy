package dev.amsshell.config

import spock.lang.Specification

class EndpointSpec extends Specification {
    def "#text is the root #root"() {
        expect:
        Endpoint.parse(text, 'AMS_ENDPOINT').root().toString() == root

        where:
        text                                                    | root
        'https://acc.restv2.westus.media.azure.net/api/'        | 'https://acc.restv2.westus.media.azure.net/api/'
        'https://acc.restv2.westus.media.azure.net/API'         | 'https://acc.restv2.westus.media.azure.net/API/'
        'https://media.windows.net'                             | 'https://media.windows.net/'
        ' http://127.0.0.1:8080/api '                           | 'http://127.0.0.1:8080/api/'
        'HTTP://LocalHost:1/'                                   | 'http://localhost:1/'
        'http://[::1]:8080/api/'                                | 'http://[::1]:8080/api/'
        'http://127.1.2.3/'                                     | 'http://127.1.2.3/'
    }

    def "#text is refused: #reason"() {
        when:
        Endpoint.parse(text, 'AMS_ENDPOINT')

        then:
        def e = thrown(ConfigurationProblem)
        e.message.startsWith('AMS_ENDPOINT')
        e.message.contains(reason)
        e.advice()

        where:
        text                                | reason
        'http://media.windows.net/'         | 'unencrypted to media.windows.net'
        'http://127.0.0.1.evil.example/api' | 'unencrypted'
        'http://localhost.evil.example/'    | 'unencrypted'
        'http://10.0.0.1/'                  | 'unencrypted'
        'http://2130706433/'                | 'unencrypted'
        'ftp://media.windows.net/'          | 'not an http or https URL'
        'media.windows.net'                 | 'not an http or https URL'
        'https://'                          | 'not a URL'
        'https:///api'                      | 'not an http or https URL'
        'https://a b/'                      | 'not a URL'
        'https://x.example/api?x=1'         | "without '?' or '#'"
        'https://x.example/api#x'           | "without '?' or '#'"
        'https://user:pw@x.example/api'     | 'user name or password'
        'https://x.example:99999/'          | 'a port that cannot be'
        ''                                  | 'not an http'
    }

    def "a password in front of a malformed host is not repeated"() {
        when:
        Endpoint.parse('https://user:hunter22@bad host/', 'AMS_ENDPOINT')

        then:
        def e = thrown(ConfigurationProblem)
        !e.message.contains('hunter22')
    }
}
