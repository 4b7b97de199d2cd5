package dev.amsshell.transport

import dev.amsshell.config.ConfigurationProblem
import spock.lang.Specification

class ProxiesSpec extends Specification {
    static proxy(Map<String, String> environment, String uri = 'https://acc.media.azure.net/api/') {
        Proxies.of(environment).to(URI.create(uri)).map { it.toString() }.orElse('')
    }

    def "with #environment a request goes by '#way'"() {
        expect:
        proxy(environment) == way

        where:
        environment                                                  || way
        [:]                                                          || ''
        [https_proxy: '']                                            || ''
        [https_proxy: 'http://p:3128']                               || 'p:3128'
        [HTTPS_PROXY: 'http://p:3128/']                              || 'p:3128'
        [https_proxy: 'http://small:1', HTTPS_PROXY: 'http://big:1'] || 'small:1'
        [https_proxy: ' ', HTTPS_PROXY: 'http://big:1']              || 'big:1'
        [HTTPS_PROXY: 'p:3128']                                      || 'p:3128'
        [HTTPS_PROXY: 'http://p']                                    || 'p:80'
        [HTTPS_PROXY: 'HTTP://[::1]:3128']                           || '[0:0:0:0:0:0:0:1]:3128'.replace('0:0:0:0:0:0:0:1', '::1')
        [ALL_PROXY: 'http://a:1']                                    || 'a:1'
        [all_proxy: 'http://a:1', HTTPS_PROXY: 'http://p:3128']      || 'p:3128'
        [HTTP_PROXY: 'http://h:1', http_proxy: 'http://h:1']         || ''
        [HTTPS_PROXY: 'http://p:1', NO_PROXY: '*']                   || ''
        [HTTPS_PROXY: 'http://p:1', no_proxy: 'media.azure.net']     || ''
    }

    def "to #uri no proxy leads"() {
        expect:
        proxy([HTTPS_PROXY: 'http://p:1', ALL_PROXY: 'http://p:1', HTTP_PROXY: 'http://p:1'], uri) == ''

        where:
        uri << ['https://localhost/', 'https://LOCALHOST:8443/', 'https://127.0.0.1/', 'https://127.8.9.1/', 'https://[::1]/', 'https://[0:0::1]:44/',
                'https://[::ffff:127.0.0.1]/', 'http://127.0.0.1/', 'http://169.254.169.254/metadata']
    }

    def "NO_PROXY '#list' #verb #host"() {
        expect:
        new DirectHosts(list).contains(host, port) == (verb == 'names')

        where:
        list                       | host                | port || verb
        'example.com'              | 'example.com'       | 443  || 'names'
        'example.com'              | 'a.b.example.com'   | 443  || 'names'
        'EXAMPLE.com'              | 'a.Example.COM'     | 443  || 'names'
        'example.com'              | 'badexample.com'    | 443  || 'names no'
        'example.com'              | 'example.com.evil'  | 443  || 'names no'
        '.example.com'             | 'a.example.com'     | 443  || 'names'
        '*.example.com'            | 'a.example.com'     | 443  || 'names'
        'x.org, example.com'       | 'example.com'       | 443  || 'names'
        'x.org example.com'        | 'example.com'       | 443  || 'names'
        'example.com:8443'         | 'example.com'       | 8443 || 'names'
        'example.com:8443'         | 'example.com'       | 443  || 'names no'
        '*'                        | 'anything.at.all'   | 443  || 'names'
        '*'                        | '10.1.2.3'          | 443  || 'names'
        ''                         | 'example.com'       | 443  || 'names no'
        ', ,.'                     | 'example.com'       | 443  || 'names no'
        '10.0.0.0/8'               | '10.200.3.4'        | 443  || 'names'
        '10.0.0.0/8'               | '11.0.0.1'          | 443  || 'names no'
        '192.168.16.0/20'          | '192.168.31.255'    | 443  || 'names'
        '192.168.16.0/20'          | '192.168.32.0'      | 443  || 'names no'
        '10.0.0.0/33'              | '10.0.0.0'          | 443  || 'names no'
        '10.0.0.0/8'               | 'ten.example'       | 443  || 'names no'
        '10.0.0.0/8'               | '[::1]'             | 443  || 'names'
        '10.1.2.3'                 | '10.1.2.3'          | 443  || 'names'
        '10.1.2.3:8443'            | '10.1.2.3'          | 443  || 'names no'
        '1.2.3'                    | '10.1.2.3'          | 443  || 'names no'
        'fe80::/10'                | '[fe80::1:2]'       | 443  || 'names'
        '2001:db8::1'              | '[2001:db8:0::1]'   | 443  || 'names'
        '[2001:db8::1]'            | '[2001:db8::1]'     | 443  || 'names'
        '[2001:db8::1]:8443'       | '[2001:db8::1]'     | 8443 || 'names'
        '[2001:db8::1]:8443'       | '[2001:db8::1]'     | 443  || 'names no'
    }

    def "'#address' is no proxy, which is told without repeating it"() {
        when:
        proxy([HTTPS_PROXY: address])

        then:
        def e = thrown(ConfigurationProblem)
        e.message.startsWith('HTTPS_PROXY ')
        !(e.message + e.advice()).contains('s3cret')

        where:
        address << ['socks5://me:s3cret@p:1080', 'https://me:s3cret@p:443', 'http://me:s3cret@p:99999', 'http://me:s3cret@p:0', 'http://me:s3#cret@p:80',
                    'http://me:s3/cret@p:80', 'http://me:s3?cret@p:80', 'http://me:s3cret@pass@p:80', 'http://me:s3 cret@p', 'http://', 'http://me:s3cret@:80',
                    'http://p:80/s3cret', 'me:s3cret:p:80']
    }

    def "a user and a password may be encoded, and are never shown"() {
        given:
        def server = Proxies.of([HTTPS_PROXY: 'http://m%40e:p%3Aa+s%25@p:1']).to(URI.create('https://x/')).get()

        expect:
        server.user() == 'm@e'
        server.password() == 'p:a+s%'
        server.toString() == 'p:1'
        Proxies.of([HTTPS_PROXY: 'http://me:s3cret@p:1']).toString() == 'the proxy of HTTPS_PROXY'
    }
}
