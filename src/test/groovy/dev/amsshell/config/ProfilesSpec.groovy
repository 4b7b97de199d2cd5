package dev.amsshell.config

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

class ProfilesSpec extends Specification {
    static final GUID = '0a6ca2dd-5a4d-4c1e-9a1f-3d2b4c5e6f70'
    static final APPLICATION = '11111111-1111-1111-1111-111111111111'

    @TempDir
    Path folder

    Profiles profiles(String text, String mode = 'rw-------', Map<String, String> environment = [HOME: '/home/me']) {
        def file = Files.writeString(folder.resolve('profiles.toml'), text)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode))
        return Profiles.read(file, environment)
    }

    Profile one(String keys) {
        profiles("[p]\n$keys").named('p')
    }

    /** A profile that is whole but for what a row is about. */
    Profile with(String keys) {
        one("endpoint = 'https://h.example/'\ntoken = 'env:T'\n$keys")
    }

    def "where the service is: #keys"() {
        expect:
        one("$keys\nauth = 'browser'").location().describe() == where

        where:
        keys                                                                    || where
        'endpoint = "https://acc.restv2.westus.media.azure.net/api/"'           || 'https://acc.restv2.westus.media.azure.net/api/'
        'endpoint = "http://127.0.0.1:8080/api"'                                || 'http://127.0.0.1:8080/api/'
        'account = "acc"\nregion = "westus"'                                    || 'https://acc.restv2.westus.media.azure.net/api/'
        'account = "acc"\nregion = "West US"'                                   || 'https://acc.restv2.westus.media.azure.net/api/'
        'account = "acc"\nregion = "chinanorth"\ncloud = "china"'               || 'https://acc.restv2.chinanorth.media.chinacloudapi.cn/api/'
        'account = "acc"\nregion = "usgovvirginia"\ncloud = "usgov"'            || 'https://acc.restv2.usgovvirginia.media.usgovcloudapi.net/api/'
        'account = "acc"\nregion = "germanycentral"\ncloud = "germany"'         || 'https://acc.restv2.germanycentral.media.cloudapi.de/api/'
        "account = 'acc'\nsubscription = '$GUID'"                               || "account acc of subscription $GUID, by https://management.azure.com/"
        "account = 'acc'\nsubscription = '$GUID'\ncloud = 'usgov'"              || "account acc of subscription $GUID, by https://management.usgovcloudapi.net/"
        "account = 'acc'\nsubscription = '$GUID'\nresource-manager = 'https://arm.example'" || "account acc of subscription $GUID, by https://arm.example/"
    }

    def "how to sign in: #auth"() {
        when:
        def signIn = one("endpoint = 'https://h.example/'\n$keys").signIn()

        then:
        signIn.label() == auth
        signIn.interactive == isInteractive

        where:
        keys                                                                                     || auth               | isInteractive
        'token = "env:T"'                                                                        || 'token'            | false
        "tenant = 't'\nclient-id = '$APPLICATION'\nclient-secret = 'env:S'"                      || 'client-secret'    | false
        "auth = 'client-secret'\ntenant = 't'\nclient-id = '$APPLICATION'\nclient-secret = 'env:S'" || 'client-secret' | false
        "tenant = 't'\nclient-id = '$APPLICATION'\ncertificate = 'app.pem'"                      || 'certificate'      | false
        "auth = 'device-code'"                                                                   || 'device-code'      | true
        "auth = 'browser'\ntenant = 'contoso.com'"                                               || 'browser'          | true
        "auth = 'managed-identity'"                                                              || 'managed-identity' | false
        "auth = 'managed-identity'\nclient-id = '$APPLICATION'"                                  || 'managed-identity' | false
    }

    def "each cloud has its own directory, audience and application for users: #endpoint"() {
        when:
        def signIn = one("endpoint = '$endpoint'\nauth = 'device-code'") .signIn()

        then:
        signIn.directory() == new Directory(URI.create(authority), 'organizations', resource, manager)
        signIn.clientId() == client

        where:
        endpoint                                                    || authority                            | resource                               | manager                                | client
        'https://a.restv2.westus.media.azure.net/api/'              || 'https://login.microsoftonline.com/' | 'https://rest.media.azure.net'         | 'https://management.azure.com'         | 'd476653d-842c-4f52-862d-397463ada5e7'
        'https://a.restv2.chinanorth.media.chinacloudapi.cn/api/'   || 'https://login.chinacloudapi.cn/'    | 'https://rest.media.chinacloudapi.cn'  | 'https://management.chinacloudapi.cn'  | 'd476653d-842c-4f52-862d-397463ada5e7'
        'https://a.restv2.usgovvirginia.media.usgovcloudapi.net/api/' || 'https://login.microsoftonline.us/' | 'https://rest.media.usgovcloudapi.net' | 'https://management.usgovcloudapi.net' | '68dac91e-cab5-461b-ab4a-ec7dcff0bd67'
        'https://a.restv2.germanycentral.media.cloudapi.de/api/'    || 'https://login.microsoftonline.de/'  | 'https://rest.media.cloudapi.de'       | 'https://management.microsoftazure.de' | 'd476653d-842c-4f52-862d-397463ada5e7'
    }

    def "all that a cloud says can be said otherwise"() {
        when:
        def signIn = one('''endpoint = "https://h.example/"
            auth = "browser"
            tenant = "contoso.com"
            client-id = "mine"
            authority = "https://login.example:8443"
            resource = "https://rest.example/"''').signIn()

        then:
        signIn.directory().address() == 'https://login.example:8443/contoso.com/'
        signIn.directory().resource() == 'https://rest.example'
        signIn.clientId() == 'mine'
    }

    def "what else there is to say"() {
        when:
        def profile = with('''api-version = "2.11"
            read-only = true
            redirect-hosts = ["Media.example.com", "*.example.net", "h.example:8443"]
            ca-file = "~/ca.pem"''')

        then:
        profile.name() == 'p'
        profile.apiVersion() == '2.11'
        profile.readOnly
        profile.redirectHosts() == ['media.example.com', '*.example.net', 'h.example:8443'] as Set
        profile.caFile().get() == Path.of('/home/me/ca.pem')
    }

    def "what is not said is usual"() {
        expect:
        with('').with { [apiVersion(), readOnly, redirectHosts(), caFile()] } == ['2.19', false, [] as Set, Optional.empty()]
    }

    def "refused at line #line, column #column: #message"() {
        when:
        one(keys)

        then:
        def e = thrown(ConfigurationProblem)
        e.message.startsWith("$folder/profiles.toml:$line:$column: ")
        e.message.contains(message)
        e.advice().contains(advice)

        where:
        keys                                                                              || line | column | message                                  | advice
        'endpont = "https://h.example/"\nendpoint = "https://h.example/"\ntoken = "env:T"' || 2   | 1      | "there is no 'endpont' in a profile"      | "Did you mean 'endpoint'?"
        'endpoint = "https://h.example/"\ntoken = "env:T"\nzzz = 1'                       || 4    | 1      | "there is no 'zzz'"                       | 'There are api-version,'
        'token = "env:T"'                                                                 || 1    | 1      | 'endpoint is missing'                     | 'account and region'
        'endpoint = "https://h.example/"'                                                 || 1    | 1      | 'auth is missing'                         | 'one of client-secret'
        'endpoint = 1\ntoken = "env:T"'                                                   || 2    | 1      | 'endpoint cannot be that'                 | 'a text in quotes'
        'endpoint = ""\ntoken = "env:T"'                                                  || 2    | 1      | 'endpoint is empty'                       | ''
        'endpoint = "http://h.example/"\ntoken = "env:T"'                                 || 2    | 1      | 'unencrypted'                             | 'Use https'
        'endpoint = "https://h.example/"\nregion = "westus"\naccount = "acc"\ntoken = "env:T"' || 3 | 1    | 'both say where'                          | ''
        'region = "westus"\ntoken = "env:T"'                                              || 1    | 1      | 'account is missing'                      | ''
        'region = "westus"\naccount = "Acc-1"\ntoken = "env:T"'                           || 3    | 1      | 'account cannot be that'                  | '3 to 24 small letters'
        'region = "evil.example/"\naccount = "acc"\ntoken = "env:T"'                      || 2    | 1      | 'region cannot be that'                   | 'westus'
        'subscription = "x"\naccount = "acc"\nauth = "browser"'                            || 2    | 1      | 'subscription cannot be that'             | 'GUID'
        'endpoint = "https://h.example/"\nauth = "kerberos"'                              || 3    | 1      | 'auth cannot be that'                     | 'managed-identity'
        'endpoint = "https://h.example/"\nclient-secret = "env:S"\nclient-id = "c"'       || 1    | 1      | 'tenant is missing'                       | 'the directory'
        'endpoint = "https://h.example/"\nclient-secret = "env:S"\ntenant = "t"'          || 1    | 1      | 'client-id is missing'                    | 'the application'
        'endpoint = "https://h.example/"\nclient-secret = "env:S"\ntoken = "env:T"\ntenant = "t"\nclient-id = "c"' || 4 | 1 | 'token is for another way to sign in' | 'Leave out'
        'endpoint = "https://h.example/"\nauth = "browser"\ntenant = "a/b"'               || 4    | 1      | 'tenant cannot be that'                   | 'domain'
        'endpoint = "https://h.example/"\nauth = "browser"\nauthority = "http://l.example"' || 4  | 1      | 'authority cannot be that'                | 'https'
        'endpoint = "https://h.example/"\nauth = "browser"\nauthority = "https://l.example/t"' || 4 | 1    | 'authority cannot be that'                | 'without the tenant'
        'endpoint = "https://h.example/"\nauth = "browser"\nclient-secret = "env:S"'      || 4    | 1      | 'client-secret is for another way'        | ''
        'endpoint = "https://h.example/"\ntoken = "env:T"\ntenant = "t"'                  || 4    | 1      | "there is no 'tenant'"                    | ''
        'endpoint = "https://h.example/"\ntoken = "env:T"\nread-only = "yes"'             || 4    | 1      | 'read-only cannot be that'                | 'true or false'
        'endpoint = "https://h.example/"\ntoken = "env:T"\napi-version = "latest"'        || 4    | 1      | 'api-version cannot be that'              | '2.19'
        'endpoint = "https://h.example/"\ntoken = "env:T"\nredirect-hosts = "a"'          || 4    | 1      | 'redirect-hosts cannot be that'           | 'a list'
        'endpoint = "https://h.example/"\ntoken = "env:T"\nredirect-hosts = ["*"]'        || 4    | 1      | 'redirect-hosts cannot be that'           | 'a list of hosts'
        'endpoint = "https://h.example/"\ntoken = "env:T"\nredirect-hosts = ["https://a/"]' || 4  | 1      | 'redirect-hosts cannot be that'           | 'a list of hosts'
        "account = 'acc'\nsubscription = '$GUID'\ntoken = 'env:T'"                        || 3    | 1      | 'none for Azure Resource Manager'          | 'Give endpoint'
        'endpoint = "https://h.example/"\ntoken = "env:T"\n[p.eu]\nread-only = true'      || 4    | 1      | 'a profile holds no tables'                | '["p.eu"]'
        'endpoint = "https://h.example/"\ntoken = "env:T"\ncloud = "mars"'                || 4    | 1      | 'cloud cannot be that'                    | 'global, china, usgov, germany'
    }

    def "what is no TOML, or has a name twice, is refused with line and column: #text"() {
        when:
        profiles(text)

        then:
        def e = thrown(ConfigurationProblem)
        e.message.startsWith("$folder/profiles.toml:$place: ")

        where:
        text                                                                    || place
        '[p'                                                                    || '1:3'
        "[p]\nendpoint = 'https://h.example/'\n[p]\n"                           || '3:1'
        "[p]\nendpoint = 'https://h.example/'\nendpoint = 'https://i.example/'" || '3:1'
    }

    def "what belongs to no profile is refused"() {
        when:
        profiles("endpoint = 'https://h.example/'").named('endpoint')

        then:
        def e = thrown(ConfigurationProblem)
        e.message.endsWith("profiles.toml:1:1: 'endpoint' belongs to no profile")
    }

    def "one that is not there is refused, and near ones are named"() {
        when:
        profiles("[prod]\n[test]").named(name)

        then:
        def e = thrown(ConfigurationProblem)
        e.message.contains("there is no profile '$name'")
        e.advice() == advice

        where:
        name   || advice
        'prdo' || "Did you mean 'prod'?"
        'x'    || 'There are prod, test.'
    }

    def "a name with a dot is written in quotes, which is said when it is not"() {
        expect:
        profiles("[\"p.eu\"]\nendpoint = 'https://h.example/'\ntoken = 'env:T'").named('p.eu').name() == 'p.eu'

        when:
        profiles("[p.eu]\nendpoint = 'https://h.example/'").named('p.eu')

        then:
        def e = thrown(ConfigurationProblem)
        e.advice().contains('["p.eu"]')
    }

    def "a file may begin as some editors begin one"() {
        expect:
        profiles("\ufeff[p]\nendpoint = 'https://h.example/'\ntoken = 'env:T'").named('p').name() == 'p'
    }

    def "without a file there are no profiles"() {
        when:
        def none = Profiles.read(folder.resolve('profiles.toml'), [:])

        then:
        none.names() == []
        none.byDefault().empty

        when:
        none.named('prod')

        then:
        def e = thrown(ConfigurationProblem)
        e.message.contains('there are none in')
    }

    def "a mistake in one profile is no obstacle to another, and names come in the order of the file"() {
        when:
        def all = profiles("[b]\nzzz = 1\n[a]\nendpoint = 'https://h.example/'\ntoken = 'env:T'")

        then:
        all.names() == ['b', 'a']
        all.named('a').name() == 'a'
    }

    def "the one called default is meant when none is named"() {
        expect:
        profiles("[default]\nendpoint = 'https://h.example/'\ntoken = 'env:T'").byDefault().get().name() == 'default'
        profiles("[other]").byDefault().empty
    }

    def "a secret that is written out is refused in a file that others can read (#mode)"() {
        when:
        profiles("[p]\nendpoint = 'https://h.example/'\ntoken = 'a-s3cret-token'", mode).named('p')

        then:
        def e = thrown(ConfigurationProblem)
        e.message.contains('profiles.toml:3:1: token is a secret, and others can read this file')
        e.advice().contains('chmod 600')
        !(e.message + e.advice()).contains('s3cret')

        where:
        mode << ['rw-r--r--', 'rw-r-----', 'rw----r--']
    }

    def "where a secret is may be read by others"() {
        expect:
        profiles("[p]\nendpoint = 'https://h.example/'\ntoken = 'env:T'", 'rw-r--r--').named('p').signIn().label() == 'token'
    }

    def "no profile shows a secret, and no complaint quotes one"() {
        expect:
        !with('').toString().contains('s3cret')
        !one("endpoint = 'https://h.example/'\ntoken = 'a-s3cret-token'").toString().contains('s3cret')

        when:
        profiles("[p]\nendpoint = 'https://h.example/'\ntoken = a-s3cret-token")

        then:
        def e = thrown(ConfigurationProblem)
        !(e.message + e.advice()).contains('s3cret')
    }
}
