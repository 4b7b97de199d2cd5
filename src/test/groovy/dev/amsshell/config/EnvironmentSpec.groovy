package dev.amsshell.config

import dev.amsshell.base.Cancellation
import java.nio.file.Path
import spock.lang.Specification

class EnvironmentSpec extends Specification {
    static final ENDPOINT = 'https://acc.restv2.westus.media.azure.net/api/'

    def "endpoint and token make one profile, at the newest version of the API"() {
        when:
        def profile = Environment.profile([AMS_ENDPOINT: ENDPOINT, AMS_TOKEN: ' a-token\n']).get()

        then:
        profile.location().describe() == ENDPOINT
        profile.signIn().source().read(new Cancellation()).reveal() == 'a-token'
        profile.name() == ''
        profile.apiVersion() == '2.19'
    }

    def "the version can be set: #version"() {
        expect:
        Environment.profile([AMS_ENDPOINT: ENDPOINT, AMS_TOKEN: 'a-token', AMS_API_VERSION: version]).get().apiVersion() == version

        where:
        version << ['2.11', '2.17']
    }

    def "a file of certificates can be named"() {
        expect:
        Environment.profile([AMS_ENDPOINT: ENDPOINT, AMS_TOKEN: 'a-token', AMS_CA_FILE: '/etc/ca.pem']).get().caFile().get() == Path.of('/etc/ca.pem')
    }

    def "without either there is no profile"() {
        expect:
        Environment.profile(variables).empty

        where:
        variables << [[:], [AMS_ENDPOINT: '', AMS_TOKEN: ' '], [AMS_API_VERSION: '2.11']]
    }

    def "half of a profile, or a part that cannot be, is refused: #message"() {
        when:
        Environment.profile(variables)

        then:
        def e = thrown(ConfigurationProblem)
        e.message.contains(message)

        where:
        variables                                                                 | message
        [AMS_ENDPOINT: ENDPOINT]                                                  | 'AMS_TOKEN is not'
        [AMS_TOKEN: 'a-token']                                                    | 'AMS_ENDPOINT is not'
        [AMS_ENDPOINT: ENDPOINT, AMS_TOKEN: 'Bearer a-token']                     | 'AMS_TOKEN has characters'
        [AMS_ENDPOINT: ENDPOINT, AMS_TOKEN: 'a\r\nX-Evil: 1']                     | 'AMS_TOKEN has characters'
        [AMS_ENDPOINT: ENDPOINT, AMS_TOKEN: 'a-token', AMS_API_VERSION: 'latest'] | 'AMS_API_VERSION'
    }

    def "no token shows in a profile or in a complaint about one"() {
        expect:
        !Environment.profile([AMS_ENDPOINT: ENDPOINT, AMS_TOKEN: 's3cret-token']).get().toString().contains('s3cret')

        when:
        Environment.profile([AMS_ENDPOINT: ENDPOINT, AMS_TOKEN: 's3cret token'])

        then:
        def e = thrown(ConfigurationProblem)
        !(e.message + e.advice()).contains('s3cret')
    }
}
