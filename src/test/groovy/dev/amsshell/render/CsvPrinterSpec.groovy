package dev.amsshell.render

import static dev.amsshell.testing.Printing.text

import com.fasterxml.jackson.dataformat.csv.CsvMapper
import com.fasterxml.jackson.dataformat.csv.CsvParser
import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.testing.SampleJobs
import java.time.Duration
import spock.lang.Specification

class CsvPrinterSpec extends Specification {
    static final JOB_WORDS = ['id', 'name', 'state', 'progress', 'errors', 'priority', 'created', 'lastModified', 'started', 'ended',
                              'runningDuration', 'templateId', 'subscriptions', 'asOf', 'tasks']

    static String csv(Object value) {
        return text(new CsvPrinter({ it }), value)
    }

    static List<List<String>> read(String csv) {
        return new CsvMapper().readerForListOf(String).with(CsvParser.Feature.WRAP_AS_ARRAY).readValues(csv).readAll() as List<List<String>>
    }

    def "as CSV, #value.inspect() is #lines"() {
        expect:
        csv(value) == lines.collect { it + '\n' }.join('')

        where:
        value                              | lines
        null                               | []
        []                                 | []
        5                                  | ['value', '5']
        'a,"b"'                            | ['value', '"a,""b"""']
        [1, null, 'x']                     | ['value', '1', '""', 'x']
        [a: 1, b: null]                    | ['a,b', '1,']
        [[a: 1], [b: -2.5]]                | ['a,b', '1,', ',-2.5']
        [[a: [1, 'x']], [a: [b: 2]]]       | ['a', '"[1,""x""]"', '"{""b"":2}"']
        [[a: JobState.ERROR, b: Duration.ofMinutes(1), c: SampleJobs.START, d: true, e: Double.NaN]] | ['a,b,c,d,e', 'Error,PT1M,2015-02-11T01:46:16.580Z,true,']
        'line\nbreak'                      | ['value', '"line\nbreak"']
        ' spaced '                         | ['value', '" spaced "']
    }

    def "jobs have all their words in a fixed order, whatever is known of them"() {
        given:
        def rows = read(csv([SampleJobs.job(name: 'A, B', priority: -1), SampleJobs.job(tasks: [SampleJobs.task()])]))

        expect:
        rows[0] == JOB_WORDS
        rows*.size() as Set == [15] as Set
        rows[1][1] == 'A, B'
        rows[1][5] == '-1'
        rows[1][14] == ''
        rows[2][3] == '42.5'
        rows[2][4].startsWith('[{"code":"UserInput"')
    }

    def "no jobs still have their header"() {
        expect:
        read(csv(new TablePrinterSpec.NoRows(type: Job))) == [JOB_WORDS]
    }

    def "a spreadsheet computes nothing: #cell.inspect() is #written.inspect()"() {
        expect:
        read(csv([cell])) == [['value'], [written]]

        where:
        cell                        || written
        '=1+1'                      || "'=1+1"
        '+1'                        || "'+1"
        '-1'                        || "'-1"
        '@SUM(A1)'                  || "'@SUM(A1)"
        '\t=1'                      || "'\t=1"
        '\tx'                       || "'\tx"
        '\r=1'                      || '\\r=1'
        '\n=1'                      || "'\n=1"
        '  =1'                      || "'  =1"
        '\u00a0=1'                  || "'\u00a0=1"
        '\u200b=1'                  || "'\u200b=1"
        '"=1'                       || "'\"=1"
        "'=1"                       || "''=1"
        '\uff1d1'                   || "'\uff1d1"
        '\uff0b1'                   || "'\uff0b1"
        '\uff0d1'                   || "'\uff0d1"
        '\uff20x'                   || "'\uff20x"
        '=cmd|\' /C calc\'!A0'      || "'=cmd|' /C calc'!A0"
        '=HYPERLINK("http://x","y")' || "'=HYPERLINK(\"http://x\",\"y\")"
        Duration.ofSeconds(-5)      || 'PT-5S'
        'a=1'                       || 'a=1'
        'nb:jid:UUID:1'             || 'nb:jid:UUID:1'
        ''                          || ''
    }

    def "the keys of a header are defused as well"() {
        expect:
        csv([['=1': 2]]) == "'=1\n2\n"
    }

    def "a key that only a late row has is an error and not a loss"() {
        when:
        csv((1..1000).collect { [a: it] } + [[a: 1, b: 2]])

        then:
        def e = thrown(UnexpectedColumn)
        e.message == "a row has 'b', which is not in the header of the CSV"
        e.advice().contains('--output ndjson')
    }
}
