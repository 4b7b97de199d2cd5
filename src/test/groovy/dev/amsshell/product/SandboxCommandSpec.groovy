package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
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
        ended.err.contains("cannot serve on port ${taken.localPort}")
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
        def slow = shell.run('--sandbox', '--speed', '0.001', 'eval', 'def j = ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1"); def p = j.progress; sleep 1100; j.progress - p < 0.1')
        def fast = shell.run('--sandbox', '--speed', '100000', 'eval', 'def j = ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1"); j.state; sleep 1100; j.state')

        then:
        slow.out == 'true\n'
        fast.out == 'Finished\n'
    }
}
