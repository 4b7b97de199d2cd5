package dev.amsshell.cli

import static dev.amsshell.testing.SampleProgress.of

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.base.Redactor
import dev.amsshell.job.JobState
import dev.amsshell.testing.SampleJobs
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Clock
import spock.lang.Specification

class ViewsSpec extends Specification {
    def err = new ByteArrayOutputStream()
    def told = []

    Views views(Map with = [:]) {
        def environment = (with.environment ?: [TERM: 'xterm', LC_ALL: 'C']) as Map<String, String>
        def isTerminal = with.isTerminal == null ? true : with.isTerminal as boolean
        def sink = new PrintStream(err, true, StandardCharsets.UTF_8)
        def display = new Display(sink, Terminals.NONE)
        display.measureBy({ with.columns ?: 40 }, { with.rows ?: 0 })
        def redactor = new Redactor()
        redactor.learn('xyzzy-secret')
        def process = new Process(new Io(null, null, sink, false, false, isTerminal), display, environment,
            new Folders(Path.of('cache'), Path.of('state'), Path.of('config')), Clock.systemUTC(), redactor, new Cancellation(), new Ending())
        def settings = new LiveSettings(Preferences.USUAL.with('output', (with.output ?: 'table') as String, 'output'))
        return new Views(settings, with.quiet as boolean, process, true, { told << it })
    }

    def "#what, a wait is seen by a #kind.simpleName"() {
        expect:
        kind.isInstance(views(with).open())

        where:
        what                              | with                                || kind
        'on a terminal'                   | [:]                                 || LiveView
        'on a dumb terminal'              | [environment: [TERM: 'dumb']]       || LineView
        'in a pipe'                       | [isTerminal: false]                 || LineView
        'where notices are not wanted'    | [quiet: true]                       || SilentView
        'where errors are JSON'           | [output: 'json']                    || SilentView
        'where errors are JSON, by lines' | [output: 'ndjson']                  || SilentView
        'beside CSV'                      | [output: 'csv']                     || LiveView
    }

    def "one wait at a time is drawn"() {
        given:
        def views = views()

        when:
        def first = views.open()
        then:
        views.open() instanceof LineView

        when:
        first.close()
        then:
        views.open() instanceof LiveView
    }

    def "at the prompt the terminal is measured by it, and secrets are taken out"() {
        given:
        def view = views(columns: columns).open()
        def job = SampleJobs.job(name: 'a xyzzy-secret', tasks: [SampleJobs.task()])

        when:
        view.show(of(total: 1, counts: [(JobState.PROCESSING): 1], job: job))

        then:
        err.toString(StandardCharsets.UTF_8) ==
            "\u001b[?7la ***  \u001b[36mProcessing\u001b[0m\u001b[K\r\n$bar  42.5 %  1 min 12 s\u001b[J\u001b[?7h\u001b[1A\r"

        where:
        columns || bar
        40      || '[#######----------]'
        60      || '[###############----------------------]'
    }

    def "on a terminal that is no higher than the block, a line has to do"() {
        given:
        def view = views(columns: 60, rows: rows).open()

        when:
        view.show(of(total: 1, counts: [(JobState.PROCESSING): 1], job: SampleJobs.job(tasks: [SampleJobs.task()])))

        then:
        err.toString(StandardCharsets.UTF_8).contains('\r\n') == isBlock

        where:
        rows || isBlock
        2    || false
        3    || true
    }

    def "what others write stays above what is drawn"() {
        given:
        def views = views()
        def view = views.open()
        view.show(of(total: 1))
        err.reset()

        when:
        views.above { err.writeBytes('one;'.bytes) }
        view.close()
        views.above { err.writeBytes('two;'.bytes) }

        then:
        err.toString(StandardCharsets.UTF_8) == ' \u001b[J\r\u001b[Kone;two;'
    }
}
