package dev.amsshell.product

import dev.amsshell.sandbox.KeyPairFile
import dev.amsshell.testing.AmsShellProcess
import java.nio.file.Files
import spock.lang.Specification

class SandboxCommandSpec extends Specification {
    def shell = new AmsShellProcess()

    def "it serves until stopped, and its export lines configure another process"() {
        given:
        def server = shell.start('sandbox', '-q')
        def reader = server.inputReader()
        def lines = [reader.readLine(), reader.readLine()]

        expect:
        lines[0] ==~ 'export AMS_ENDPOINT=http://127\\.0\\.0\\.1:\\d+/api/'
        lines[1] ==~ /export AMS_TOKEN=\S+/

        when:
        def ended = shell.shell(lines.join('; ') + '; ams-shell eval \'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").exists()\'')
        then:
        ended.out == 'true\n'

        when:
        def refused = shell.shell(lines.join('; ') + '; AMS_TOKEN=wrong-token ams-shell eval \'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").exists()\'')
        then:
        refused.code == 4

        when:
        server.destroy()
        then:
        server.waitFor() == 143
    }

    def "a port that is taken is a usage error that says so"() {
        given:
        def taken = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))

        when:
        def ended = shell.run('sandbox', '--port', "${taken.localPort}")

        then:
        ended.code == 2
        ended.err.contains("cannot serve at 127.0.0.1, port ${taken.localPort}")
        ended.out == ''

        cleanup:
        taken.close()
    }

    def "#port is no port"() {
        expect:
        shell.run('sandbox', '--port', port).err.contains("--port cannot be '$port'")

        where:
        port << ['-1', '65536', 'http']
    }

    def "the speed of its work can be chosen"() {
        when:
        // nobody sees the state before the work is done, or after, at such speeds
        def slow = shell.run('--sandbox', '--speed', '0.000001', 'eval', 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state')
        def fast = shell.run('--sandbox', '--speed', '1000000', 'eval', 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state')

        then:
        slow.out == 'Processing\n'
        fast.out == 'Finished\n'
    }

    def "a scenario is rehearsed, served and in-process"() {
        given:
        def scenario = Files.writeString(shell.home.resolve('gone.toml'), '[[faults]]\nkind = "unauthorized-empty"\n')

        expect:
        shell.run('--sandbox', '--scenario', "$scenario", 'eval', 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state').code == 4

        when:
        def server = shell.start('sandbox', '-q', '-v', '--scenario', "$scenario")
        def reader = server.inputReader()
        def lines = [reader.readLine(), reader.readLine()]
        def ended = shell.shell(lines.join('; ') + '; ams-shell eval \'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state\'')
        def logged = server.errorReader().readLine()
        server.destroy()

        then:
        ended.code == 4
        logged =~ /Z GET .api.Jobs\(.*f3c43f94-327f-2347-90bb-3bf79f8559f1'.* 401 0 bytes \d+ ms fault: unauthorized-empty$/
    }

    def "#args is a usage error: #words"() {
        when:
        def ended = shell.with(AMS_SANDBOX_TLS_PASSWORD: 'wrong').run(*args)

        then:
        ended.code == 2
        ended.err.contains(words)
        ended.out == ''

        where:
        args                                                  || words
        ['--scenario', 'x.toml', 'eval', '1']                 || '--scenario is for the sandbox only'
        ['sandbox', '--scenario', 'none.toml']                || "cannot read the scenario 'none.toml': there is no such file"
        ['--sandbox', '--scenario', 'pom.xml', 'eval', '1']   || 'pom.xml:1:'
        ['sandbox', '--bind', 'no.such.host.invalid']         || "--bind cannot be 'no.such.host.invalid'"
        ['sandbox', '--tls', 'none.p12']                      || 'there is no such file'
        ['sandbox', '--tls', 'pom.xml']                       || 'it is no PKCS#12 file'
        ['sandbox', '--tls', "${new KeyPairFile().file}"]     || 'the password does not open it'
    }

    def "https is served with the key that is given"() {
        given:
        def server = shell.with(AMS_SANDBOX_TLS_PASSWORD: KeyPairFile.PASSWORD).start('sandbox', '-q', '--tls', "${new KeyPairFile().file}")

        expect:
        server.inputReader().readLine() ==~ 'export AMS_ENDPOINT=https://localhost:\\d+/api/'

        cleanup:
        server.destroy()
    }

    def "whoever opens the sandbox to other machines is told so, even when quiet"() {
        given:
        def server = shell.start('sandbox', '-q', '--bind', '0.0.0.0')

        expect:
        server.errorReader().readLine().contains('WARNING: the sandbox can be reached from other machines')

        cleanup:
        server.destroy()
    }
}
