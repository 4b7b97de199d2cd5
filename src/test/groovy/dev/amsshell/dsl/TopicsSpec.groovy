package dev.amsshell.dsl

import dev.amsshell.await.AwaitFailed
import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.script.Outcome
import dev.amsshell.script.ScriptEngine
import dev.amsshell.script.Source
import dev.amsshell.service.ChangeRefused
import dev.amsshell.testing.Printing
import dev.amsshell.testing.SandboxedClient
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class TopicsSpec extends Specification {
    static final NAMES = new Topics().names()

    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient('[account]\njobs = 60')

    /** What a topic shows: indented lines that begin like code, without what is said of them. */
    static List<String> shown(String topic) {
        new Topics().text(topic).get().readLines().findAll { it ==~ /  (ams\.|job\.|if \(|\d).*/ }.collect { it.trim().split(/ {2,}/)[0] }
    }

    def "each topic is one screen: #name"() {
        given:
        def text = new Topics().text(name).get()

        expect:
        text.endsWith('\n')
        text.readLines().size() <= 24
        text.readLines().every { it.size() <= 78 && it == it.stripTrailing() }

        where:
        name << NAMES
    }

    def "there are no others"() {
        expect:
        Files.list(Path.of('src/main/resources/dev/amsshell/dsl/topics')).map { it.fileName.toString() }.toSet() == NAMES.collect { "${it}.txt".toString() }.toSet()
        new Topics().text('../words') == Optional.empty()
        new Topics().text('jbos') == Optional.empty()
    }

    def "the overview names all topics"() {
        given:
        def overview = new Topics().text('start').get()

        expect:
        overview.replaceAll(/\s+/, ' ').contains(":help ${NAMES.drop(1).join(' ')} about these")
    }

    def "the line of #topic runs: #line"() {
        given:
        def io = new Io(InputStream.nullInputStream(), System.out, System.err, false, false, false)
        def job = client.ams.jobs.finished.newest()[0]
        def words = [ams: client.ams, id: job.id(), other: client.ams.jobs.finished.oldest()[0].id(), job: job, snapshot: job]

        when:
        def outcome = new ScriptEngine(words, io, Optional.empty()).run(new Source('line', line, null), [], new Cancellation(), { Printing.table(it) })

        then:
        outcome instanceof Outcome.Value || outcome instanceof Outcome.Exit || outcome.error().class in [AwaitFailed, ChangeRefused]

        where:
        [topic, line] << NAMES.collectMany { topic -> shown(topic).collect { [topic, it] } }
    }
}
