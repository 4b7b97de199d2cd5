package dev.amsshell.sandbox

import java.time.Clock
import spock.lang.Specification

class SandboxSpec extends Specification {

    def "a free port on 127.0.0.1 is taken and given back"() {
        when:
        def sandbox = Sandbox.start(SandboxOptions.defaults(), Clock.systemUTC())

        then:
        sandbox.endpoint().toString() ==~ 'http://127\\.0\\.0\\.1:\\d+/api/'

        when:
        sandbox.close()
        new Socket('127.0.0.1', sandbox.endpoint().port).close()

        then:
        thrown(ConnectException)
    }

    def "the port that was asked for is taken"() {
        given:
        int port = new ServerSocket(0).withCloseable { it.localPort }
        def sandbox = Sandbox.start(new SandboxOptions(port, 1, 60, null), Clock.systemUTC())

        expect:
        sandbox.endpoint().port == port

        when:
        Sandbox.start(new SandboxOptions(port, 1, 60, null), Clock.systemUTC())

        then:
        thrown(BindException)

        cleanup:
        sandbox.close()
    }

    def "a token of its own is random, and none is ever shown"() {
        given:
        def one = Sandbox.start(SandboxOptions.defaults(), Clock.systemUTC())
        def other = Sandbox.start(SandboxOptions.defaults(), Clock.systemUTC())

        expect:
        one.token().length() > 40
        one.token() != other.token()
        !one.toString().contains(one.token())
        !new SandboxOptions(0, 1, 60, 'hush').toString().contains('hush')

        cleanup:
        [one, other]*.close()
    }

    def "it keeps no process alive: all its threads are daemons"() {
        given:
        def before = Thread.allStackTraces.keySet()
        def sandbox = Sandbox.start(SandboxOptions.defaults(), Clock.systemUTC())
        new WireClient(sandbox).get('Jobs')
        def started = (Thread.allStackTraces.keySet() - before).findAll { it.name =~ /sandbox|HTTP-Dispatcher|idle-timeout/ }

        expect:
        started.size() >= 2
        started.every { it.daemon }

        cleanup:
        sandbox.close()
    }

    def "options of #port, #speed and #token are refused"() {
        when:
        new SandboxOptions(port, 1, speed, token)

        then:
        thrown(IllegalArgumentException)

        where:
        port  | speed                    | token
        -1    | 60                       | null
        65536 | 60                       | null
        0     | 0                        | null
        0     | -1                       | null
        0     | Double.NaN               | null
        0     | Double.POSITIVE_INFINITY | null
        0     | 60                       | ' '
    }
}
