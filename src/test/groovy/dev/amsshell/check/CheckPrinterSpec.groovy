package dev.amsshell.check

import dev.amsshell.job.JobState
import dev.amsshell.render.Style
import dev.amsshell.render.TablePrinter
import dev.amsshell.testing.Printing
import dev.amsshell.testing.SampleJobs
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class CheckPrinterSpec extends Specification {
    static CheckResult result(Map with = [:]) {
        return new CheckResult((with.name ?: 'none failed') as String, (with.outcome ?: CheckOutcome.OK) as CheckOutcome, with.message as String,
            with.advice as String, with.value, with.min, with.max, with.warnMin, with.warnMax,
            (with.jobs ?: []).collect { CheckResult.Concerned.of(it) }, with.containsKey('more') ? with.more as Long : 0L,
            Instant.parse('2024-05-01T03:00:00Z'), Duration.ofMillis(1500))
    }

    static String text(Map with = [:], Style style = Style.PLAIN) {
        def clean = { String it -> it.replace('s3cret', '***') }
        def printer = new CheckPrinter(new TablePrinter(clean, { style }, {}), clean, { style })
        return Printing.text(printer, new Checked(result(with), (with.jobs ?: []) as List, null))
    }

    def "a check is a line, and what is to be said of it below"() {
        expect:
        text(with) == lines.stripIndent().stripLeading()

        where:
        with                                                                           || lines
        [:]                                                                            || 'ok    none failed\n'
        [value: 3, max: 5]                                                             || 'ok    none failed: 3\n'
        [value: Duration.ofSeconds(90)]                                                || 'ok    none failed: 1 min 30 s\n'
        [outcome: CheckOutcome.FAILED, message: 'a == b\n| |\n1 2']                    || 'FAIL  none failed\n      a == b\n      | |\n      1 2\n'
        [outcome: CheckOutcome.WARNING, message: '6 is above warnMax: 5', value: 6]    || 'WARN  none failed\n      6 is above warnMax: 5\n'
        [outcome: CheckOutcome.ERROR, message: 'no such job', advice: 'Check the id.'] || 'ERROR none failed\n      no such job\n      Check the id.\n'
    }

    def "the jobs concerned are a table below it"() {
        expect:
        text(outcome: CheckOutcome.FAILED, message: 'no', jobs: [SampleJobs.job(name: 'Night', state: JobState.ERROR)], more: more) == """\
            FAIL  none failed
                  no

                  state  id                                    created (UTC)        name
                  Error  f3c43f94-327f-2347-90bb-000000000001  2015-02-11 01:46:08  Night
            $rest""".stripIndent()

        where:
        more  || rest
        0     || ''
        1234  || '      ... and 1,234 more\n'
        null  || '      ... and maybe more\n'
    }

    def "it is coloured only where that is wanted"() {
        expect:
        text([outcome: outcome, message: null], new Style(80, true, true, '…', Style.PLAIN.zone())).startsWith("\u001b[${color}m$word\u001b[0m")
        !text(outcome: outcome, message: null).contains('\u001b')

        where:
        outcome              || word    | color
        CheckOutcome.OK      || 'ok'    | 32
        CheckOutcome.WARNING || 'WARN'  | 33
        CheckOutcome.FAILED  || 'FAIL'  | 31
        CheckOutcome.ERROR   || 'ERROR' | 31
    }

    def "text of anybody's is harmless and without secrets"() {
        given:
        def text = text(name: 'a\u001b[2J\nb s3cret', outcome: CheckOutcome.ERROR, message: 'm\u001b[1m s3cret', advice: '\u202e s3cret',
            jobs: [SampleJobs.job(name: 'n\u001b[31m s3cret')])

        expect:
        text.startsWith('ERROR a\\u001b[2J\\nb ***\n')
        !(text =~ /[\u001b\u202e]/)
        !text.contains('s3cret')
    }

    def "the table fits the terminal, indented"() {
        expect:
        text([outcome: CheckOutcome.FAILED, message: 'no', jobs: [SampleJobs.job(name: 'x' * 200)]], Printing.terminal(80)).readLines()*.size().max() == 80
    }

    def "what came of all is counted: #outcomes"() {
        expect:
        Counts.of(outcomes.collect { result(outcome: it) }).toString() == text

        where:
        outcomes                                                                              || text
        []                                                                                    || '0 checks'
        [CheckOutcome.OK]                                                                     || '1 check: 1 ok'
        [CheckOutcome.OK, CheckOutcome.OK, CheckOutcome.WARNING, CheckOutcome.FAILED]         || '4 checks: 2 ok, 1 warning, 1 failed'
        [CheckOutcome.ERROR, CheckOutcome.ERROR, CheckOutcome.WARNING, CheckOutcome.WARNING]  || '4 checks: 2 warnings, 2 errors'
    }
}
