package dev.amsshell.triage

import dev.amsshell.testing.SandboxedClient
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Triage of an account with six planted causes among 5000 jobs, asked of the sandbox over HTTP. */
class TriageSpec extends Specification {
    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient(Files.readString(Path.of('samples/scenarios/six-causes.toml')))

    def "x"() {
        when:
        client.forget()
        def t = client.ams.triage(since: Duration.ofHours(7))
        client.requests.each { println it }
        t.groups.each { println "${it.count()} | ${it.code()} | ${it.processor()} | ${it.message()} | ${it.first()} ${it.last()} ${it.trend()} ${it.samples()}" }
        println t.states
        println t.before
        println t.waits
        println t.runs
        println t.capacity
        println t.stuck
        println t.notes
        println t.throughput

        then:
        t
    }
}
