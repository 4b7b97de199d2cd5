package dev.amsshell.product

import dev.amsshell.sandbox.KeyPairFile
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.SecureSandbox
import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import java.time.Duration
import java.util.concurrent.CompletableFuture
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Signing in as a user of the program does: profiles in a file, real processes, exit codes. */
class SignInProcessSpec extends Specification {
    static final APPLICATION = '11111111-1111-1111-1111-111111111111'
    static final WITHOUT_ROLE = '22222222-2222-2222-2222-222222222222'
    static final COUNT = 'ams.jobs.count() > 0'

    @Shared
    KeyPairFile pair = new KeyPairFile()
    @AutoCleanup
    SecureSandbox service
    def shell = new AmsShellProcess()

    void serve(String scenario = null, Clock clock = Clock.systemUTC()) {
        service = new SecureSandbox(pair, clock, scenario)
    }

    /** @param profiles keys by name; each has the endpoint and the directory of the service */
    void write(Map<String, String> profiles) {
        def folder = Files.createDirectories(shell.home.resolve('.config/ams-shell'))
        def text = profiles.collect { name, keys -> "[$name]\n${service.directory}\n$keys\n" }.join('\n')
        def file = Files.writeString(folder.resolve('profiles.toml'), text)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))
        Files.writeString(folder.resolve('app.pem'), SecureSandbox.pem('PRIVATE KEY', pair.key.encoded) + SecureSandbox.pem('CERTIFICATE', pair.certificate.encoded))
    }

    def "an application signs in by #auth, and the default profile needs no name"() {
        given:
        serve()
        write(default: keys)

        when:
        def ended = shell.with(SECRET: 'sandbox-secret').run('eval', COUNT)

        then:
        ended.toString() == "exit code 0\n--- stdout\ntrue\n--- stderr\n"

        where:
        auth            | keys
        'client-secret' | "client-id = '$APPLICATION'\nclient-secret = 'env:SECRET'"
        'certificate'   | "client-id = '$APPLICATION'\ncertificate = 'app.pem'"
    }

    def "a machine signs in by its own identity: #what"() {
        given:
        serve()
        def own = keys + "\nendpoint = '${service.sandbox.endpoint()}'\nca-file = '$service.caFile'"
        def folder = Files.createDirectories(shell.home.resolve('.config/ams-shell'))
        Files.writeString(folder.resolve('profiles.toml'), "[machine]\n$own")

        when:
        def ended = shell.with(environment(service.root)).run('--profile', 'machine', 'eval', COUNT)

        then:
        ended.toString() == "exit code 0\n--- stdout\ntrue\n--- stderr\n"

        where:
        what                            | keys                                                   | environment
        'of a virtual machine'          | 'auth = "managed-identity"'                            | { [AZURE_POD_IDENTITY_AUTHORITY_HOST: it] }
        'one that a user assigned'      | "auth = 'managed-identity'\nclient-id = '$APPLICATION'" | { [AZURE_POD_IDENTITY_AUTHORITY_HOST: it] }
        'of App Service'                | 'auth = "managed-identity"'                            | { [IDENTITY_ENDPOINT: it + '/msi/token', IDENTITY_HEADER: 'sandbox'] }
    }

    def "a user signs in once by a code, is known in later runs, and forgotten at the end"() {
        given:
        serve()
        write(me: "auth = 'device-code'")
        shell.with(AMS_PROFILE: 'me')

        when: 'nobody is signed in'
        def before = shell.run('eval', COUNT)

        then:
        before.code == 4
        before.err.contains("nobody is signed in for profile 'me'")
        before.err.contains('ams-shell login --profile me')

        when:
        def login = shell.start('login')
        def err = login.errorReader()
        def line
        while (!((line = err.readLine()) =~ /enter the code/)) {
            assert line != null
        }
        def code = (line =~ /enter the code (\S+)/)[0][1]
        service.typeCode(code)
        def out = login.inputReader().text

        then:
        login.waitFor() == 0
        out.contains('operator@sandbox.onmicrosoft.com')

        when:
        def known = shell.run('eval', COUNT)

        then:
        known.toString() == "exit code 0\n--- stdout\ntrue\n--- stderr\n"

        when:
        def out1 = shell.run('logout')

        then:
        out1.code == 0
        out1.err.contains("signed out of profile 'me'")
        shell.run('eval', COUNT).code == 4
        shell.run('logout').err.contains("nobody was signed in for profile 'me'")
    }

    def "a user signs in in a browser"() {
        given:
        serve()
        write(me: "auth = 'browser'")
        def address = shell.home.resolve('address')
        def browser = Files.writeString(shell.home.resolve('browser'), "#!/bin/sh\necho \"\$1\" > '${address}.new'; mv '${address}.new' '$address'\n")
        browser.toFile().executable = true

        when:
        def login = shell.with(BROWSER: browser.toString()).start('--profile', 'me', '--output', 'json', 'login')
        def err = CompletableFuture.supplyAsync { login.errorStream.text }
        while (!Files.exists(address) && login.alive) {
            Thread.onSpinWait()
        }
        service.signInAt(Files.readString(address).trim())

        then:
        new ObjectMapper().readValue(login.inputStream.text, Object).signedIn == 'operator@sandbox.onmicrosoft.com'
        err.get().contains("$service.root/sandbox.onmicrosoft.com/oauth2/v2.0/authorize?")
        login.waitFor() == 0
        shell.run('--profile', 'me', 'eval', COUNT).out == 'true\n'
    }

    def "exit code 4 and words: #what"() {
        given:
        serve(scenario, clock)
        write(p: keys)

        when:
        def ended = shell.run('--profile', 'p', 'eval', COUNT)

        then:
        ended.code == 4
        ended.out == ''
        ended.err.contains(message)
        ended.err.contains(advice)
        !(ended.err =~ /wr0ng|no-role|sandbox-secret|eyJ/)

        when: 'a program asks'
        def json = new ObjectMapper().readValue(shell.run('--profile', 'p', '--output', 'json', 'eval', COUNT).err, Object)

        then:
        json.error == 'authentication'
        json.exitCode == 4

        where:
        what                     | keys                                                              | scenario | clock             || message                                   | advice
        'a wrong secret'         | "client-id = '$APPLICATION'\nclient-secret = 'wr0ng-secret'"      | null     | Clock.systemUTC() || 'the client secret of application'        | 'the value of the secret'
        'a wrong tenant'         | "client-id = '$APPLICATION'\nclient-secret = 'sandbox-secret'\nresource = 'https://x.example'" | null | Clock.systemUTC() || 'knows no service' | 'Check tenant'
        'no role'                | "client-id = '$WITHOUT_ROLE'\nclient-secret = 'no-role'"          | null     | Clock.systemUTC() || 'as when whoever signed in has no role on this account' | 'give it Contributor or Owner'
        'a clock ten minutes off' | "client-id = '$APPLICATION'\ncertificate = 'app.pem'"            | null     | Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)) || "this machine's clock is 10 min ahead of" | 'Set the clock'
    }

    def "a token that expires in mid-run is renewed, and nobody notices"() {
        given:
        serve('[tokens]\nlifetime = "1h"\n[[faults]]\nkind = "token-expired"\nevery = 3')
        write(p: "client-id = '$APPLICATION'\nclient-secret = 'sandbox-secret'")

        expect:
        shell.run('--profile', 'p', 'eval', '(1..6).collect { ams.jobs.count() }.toSet().size()').toString() == "exit code 0\n--- stdout\n1\n--- stderr\n"
    }
}
