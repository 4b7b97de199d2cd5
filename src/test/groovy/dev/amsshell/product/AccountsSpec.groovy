package dev.amsshell.product

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.sandbox.KeyPairFile
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.ScriptedServer
import dev.amsshell.testing.SecureSandbox
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Profiles: which one a run is for, what they say of themselves, and several side by side. */
class AccountsSpec extends Specification {
    static final SUBSCRIPTION = '44444444-4444-4444-4444-444444444444'
    static final APPLICATION = "client-id = '11111111-1111-1111-1111-111111111111'\nclient-secret = 'sandbox-secret'"

    @Shared
    KeyPairFile pair = new KeyPairFile()
    @Shared
    @AutoCleanup
    SecureSandbox service = new SecureSandbox(pair, Clock.systemUTC())
    def shell = new AmsShellProcess()

    Path write(String text) {
        def folder = Files.createDirectories(shell.home.resolve('.config/ams-shell'))
        def file = Files.writeString(folder.resolve('profiles.toml'), text)
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))
    }

    static String at(ScriptedServer server) {
        "endpoint = '$server.root'\ntoken = 'a-token'\n"
    }

    static ScriptedServer counting(int jobs) {
        new ScriptedServer(ScriptedServer.answer("$jobs", 200, 'text/plain'))
    }

    static Object json(String text) {
        new ObjectMapper().readValue(text, Object)
    }

    def "#which goes before what comes after it"() {
        given:
        def servers = (1..4).collect { counting(it) }
        write("[named]\n${at(servers[0])}\n[by-variable]\n${at(servers[1])}\n" + (environment.remove('no-default') ? '' : "[default]\n${at(servers[3])}"))
        if (environment.AMS_TOKEN) {
            environment.AMS_ENDPOINT = servers[2].root
        }

        expect:
        shell.with(environment).run(*options, 'eval', 'ams.jobs.count()').out == "$count\n"

        cleanup:
        servers*.close()

        where:
        which         | options                | environment                                                   || count
        '--profile'   | ['--profile', 'named'] | [AMS_PROFILE: 'by-variable', AMS_TOKEN: 'a-token']            || 1
        'AMS_PROFILE' | []                     | [AMS_PROFILE: 'by-variable', AMS_TOKEN: 'a-token']            || 2
        'AMS_TOKEN'   | []                     | [AMS_TOKEN: 'a-token']                                        || 3
        'default'     | []                     | [:]                                                           || 4
    }

    def "exit code 2 before anything runs: #what"() {
        given:
        write(text)

        when:
        def ended = shell.with(environment).run(*options, 'eval', "println 'ran'")

        then:
        ended.code == 2
        ended.out == ''
        ended.err.contains(message)

        where:
        what                          | text                     | options                            | environment             || message
        'no such profile'             | '[prod]'                 | ['--profile', 'prdo']              | [:]                     || "there is no profile 'prdo'"
        'no such profile, by variable' | '[prod]'                | []                                 | [AMS_PROFILE: 'prdo']   || "Did you mean 'prod'?"
        'a key that is none'          | "[default]\nendpont = 1" | []                                 | [:]                     || 'profiles.toml:1:1: endpoint is missing'
        'no TOML'                     | '[default'               | []                                 | [:]                     || 'profiles.toml:1:9: '
        'the sandbox for a profile'   | '[prod]'                 | ['--sandbox', '--profile', 'prod'] | [:]                     || "--sandbox is not for a profile, and --profile names 'prod'"
        'the sandbox, by variable'    | '[prod]'                 | ['--sandbox']                      | [AMS_PROFILE: 'prod']   || 'Unset AMS_PROFILE'
        'half of an environment'      | '[default]'              | []                                 | [AMS_TOKEN: 'a-token']  || 'AMS_TOKEN is set, but AMS_ENDPOINT is not'
    }

    def "a run that needs no service needs no profile"() {
        expect:
        shell.run('eval', '1 + 1').out == '2\n'
    }

    def "several accounts are asked side by side, and one of them must not be changed"() {
        given:
        write("[default]\n${service.directory}\n$APPLICATION\n[twin]\n${service.directory}\n$APPLICATION\nread-only = true")

        when:
        def ended = shell.runWithInput('''
            def both = [ams, ams.on('twin')].collect { it.jobs.count() }
            println both[0] == both[1] && both[0] > 0
            println ams.on('twin').jobs.failed.newest(2).collect { it.id } == ams.jobs.failed.newest(2).collect { it.id }
            println ams.on('default').jobs.count() == both[0]
            ams.on('twin').jobs.finished.newest(1).delete()
            ''', '--allow-writes', 'run', '-')

        then:
        ended.out == 'true\ntrue\ntrue\n'
        ended.code == 2
        ended.err.contains("the profile 'twin' is read-only")
    }

    def "nothing in the sandbox leads out of it"() {
        given:
        write("[prod]\nendpoint = 'https://h.example/'\ntoken = 'a-token'")

        when:
        def ended = shell.run('--sandbox', 'eval', "ams.on('prod').jobs.count()")

        then:
        ended.code == 2
        ended.err.contains("this run is in the sandbox, and nothing in it leads to profile 'prod'")
    }

    def "Azure Resource Manager tells where an account is: #how"() {
        given:
        write("[default]\nresource-manager = '$service.root'\nauthority = '$service.root'\ntenant = 'sandbox.onmicrosoft.com'\nca-file = '$service.caFile'\n$APPLICATION\n$keys")

        when:
        def ended = shell.run('eval', 'ams.jobs.count() > 0')

        then:
        ended.code == code
        (ended.out + ended.err).contains(text)

        where:
        how                   | keys                                                                                     || code | text
        'in a subscription'   | "account = 'amssandbox'\nsubscription = '$SUBSCRIPTION'"                                 || 0    | 'true'
        'in a resource group' | "account = 'amssandbox'\nsubscription = '$SUBSCRIPTION'\nresource-group = 'sandbox'"     || 0    | 'true'
        'another account'     | "account = 'other'\nsubscription = '$SUBSCRIPTION'"                                      || 2    | "there is no account other in subscription $SUBSCRIPTION"
        'names those it has'  | "account = 'other'\nsubscription = '$SUBSCRIPTION'"                                      || 2    | 'There are amssandbox.'
        'another group'       | "account = 'amssandbox'\nsubscription = '$SUBSCRIPTION'\nresource-group = 'x'"           || 2    | 'knows no account amssandbox'
        'another subscription' | "account = 'amssandbox'\nsubscription = '00000000-0000-0000-0000-000000000000'"         || 2    | 'knows no account amssandbox'
    }

    def "the profiles are listed, those that cannot be used with the reason"() {
        given:
        write("[default]\nendpoint = 'https://h.example/'\ntoken = 's3cret-token'\n[night]\naccount = 'acc'\nregion = 'westus'\nauth = 'device-code'\nread-only = true\n[bad]\nzzz = 1")

        when:
        def ended = shell.run('--output', 'json', 'profile', 'list')
        def rows = json(ended.out)

        then:
        ended.code == 2
        rows*.name == ['default', 'night', 'bad']
        rows*.chosen == [true, false, false]
        rows*.endpoint == ['https://h.example/', 'https://acc.restv2.westus.media.azure.net/api/', null]
        rows*.auth == ['token', 'device-code', null]
        rows*.readOnly == [false, true, null]
        rows[2].problem.contains('profiles.toml:9:1: endpoint is missing')
        !ended.toString().contains('s3cret')
    }

    def "half of an environment is listed with its problem, and hides no profile"() {
        given:
        write("[p]\nendpoint = 'https://h.example/'\ntoken = 'env:T'")

        when:
        def ended = shell.with(AMS_TOKEN: 'a-token').run('--output', 'json', 'profile', 'list')

        then:
        ended.code == 2
        json(ended.out)*.name.toSet() == ['p', '(environment)'] as Set
    }

    def "one profile is shown, with the places of its secrets and without them"() {
        given:
        write("[p]\n${service.directory}\n$APPLICATION\n[q]\nendpoint = 'https://h.example/'\ntoken = 'cmd:pass show ams'")

        expect:
        json(shell.run('--output', 'json', 'profile', 'show', 'p').out).subMap(['name', 'auth', 'clientId', 'clientSecret']) ==
            [name: 'p', auth: 'client-secret', clientId: '11111111-1111-1111-1111-111111111111', clientSecret: '***']
        json(shell.run('--output', 'json', '--profile', 'q', 'profile', 'show').out).token == 'cmd:pass show ams'
    }

    def "a profile that works is shown to work, step by step"() {
        given:
        write("[p]\n${service.directory}\n$APPLICATION")

        when:
        def ended = shell.run('--output', 'json', 'profile', 'test', 'p')
        def steps = json(ended.out)

        then:
        ended.code == 0
        steps*.step == ['account', 'name', 'connection', 'token', 'role', 'query']
        steps*.result.toSet() == ['ok'] as Set
        steps[2].detail =~ /TLSv1\.[23]/
        steps[5].detail =~ /nb:jid:UUID:/
    }

    def "the step that fails is named, with what to do and its exit code: #what"() {
        given:
        write("[p]\n$profile")

        when:
        def ended = shell.run('profile', 'test', 'p')

        then:
        ended.code == code
        ended.out =~ /(?m)^$step +FAILED /
        ended.err.contains(advice)

        where:
        what                    | profile                                                                                                  || code | step         | advice
        'a host that is gone'   | "account = 'acc'\nregion = 'westus'\ntoken = 'a-token'"                                                  || 5    | 'name'       | 'This is an AMS v2 host; the service was retired on 30 June 2024'
        'a dead port'           | "endpoint = 'http://127.0.0.1:1/api/'\ntoken = 'a-token'"                                                || 5    | 'connection' | 'Check the endpoint'
        'a stranger\'s TLS'     | "endpoint = '${service.sandbox.endpoint()}'\ntoken = 'a-token'"                                          || 5    | 'connection' | 'ca-file'
        'a wrong secret'        | "${service.directory}\nclient-id = '11111111-1111-1111-1111-111111111111'\nclient-secret = 'wrong'"      || 4    | 'token'      | 'the value of the secret'
        'no role'               | "${service.directory}\nclient-id = '22222222-2222-2222-2222-222222222222'\nclient-secret = 'no-role'"    || 4    | 'role'       | 'give it Contributor or Owner'
        'a proxy\'s page'       | at(new ScriptedServer(ScriptedServer.answer('<html>Login</html>', 200, 'text/html')))                    || 5    | 'query'      | 'the root of an AMS v2 API'
    }

    def "an account that was deleted is told of as that"() {
        given:
        def server = new ScriptedServer(ScriptedServer.json('{"odata.error":{"code":"","message":{"lang":"en-US","value":"The account has been deleted or disabled."}}}', 403))
        write("[p]\n${at(server)}")

        when:
        def ended = shell.run('profile', 'test', 'p')

        then:
        ended.code == 4
        ended.err.contains("the account at 127.0.0.1:$server.port was deleted or disabled (403)")

        cleanup:
        server.close()
    }

    def "profile wants to know what: #args"() {
        when:
        def ended = shell.run('profile', *args)

        then:
        ended.code == 2
        ended.err.contains('profile wants list, show or test')

        where:
        args << [[], ['sohw'], ['list', 'p'], ['show', 'p', 'q']]
    }

    def "what goes over the wire is recorded, and no secret of it"() {
        given:
        write("[p]\n${service.directory}\n$APPLICATION")
        def har = shell.home.resolve('out.har')

        when:
        def ended = shell.run('--profile', 'p', '--trace', har.toString(), '-v', 'eval', 'ams.jobs.count() > 0')
        def log = json(har.toFile().text).log

        then:
        ended.out == 'true\n'
        log.version == '1.2'
        log.entries*.request*.url.any { it.endsWith('/oauth2/v2.0/token') }
        log.entries*.request*.url.any { it.contains('/$count') || it.contains('%24count') }
        log.entries.every { it.response.status == 200 }
        ended.err =~ /(?m)^POST https:\S+\/token +200/
        ended.err =~ /(?m)^GET Jobs\(\)\/.count +200/
        !(har.toFile().text =~ /eyJ|sandbox-secret/)
        !(ended.err =~ /eyJ|sandbox-secret/)
        PosixFilePermissions.toString(Files.getPosixFilePermissions(har)) == 'rw-------'
    }
}
