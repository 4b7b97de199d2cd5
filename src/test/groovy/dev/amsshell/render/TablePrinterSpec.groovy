package dev.amsshell.render

import static dev.amsshell.testing.Printing.printer
import static dev.amsshell.testing.Printing.table
import static dev.amsshell.testing.Printing.terminal
import static dev.amsshell.testing.Printing.text

import dev.amsshell.job.Asset
import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.job.Processor
import dev.amsshell.testing.SampleJobs
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Specification

class TablePrinterSpec extends Specification {
    static final PATHS = Path.of('src/test/resources/render')
    static final ASSETS = [
        new Asset('nb:cid:UUID:f3c43f94-327f-2347-90bb-000000000001', 'Movie', 'Initialized', false, SampleJobs.START, null, null, 'store', null),
        new Asset('nb:cid:UUID:f3c43f94-327f-2347-90bb-000000000002', null, 'Initialized', true, null, null, null, null, null)]
    static final PROCESSORS = [new Processor('nb:mpid:UUID:f3c43f94-327f-2347-90bb-000000000001', 'Media Encoder Standard', 'Microsoft', '1.1', '', '')]
    static final MAPS = [
        [state: JobState.ERROR, jobs: 812, oldest: SampleJobs.START],
        [state: JobState.FINISHED, jobs: 3, note: 'a remark that is rather long for a narrow terminal, it goes on and on'],
        [state: null, 'odd\u001bkey': [a: [1, 'x\u202ey']]]]

    def "#what at width #width is drawn as it was"() {
        expect:
        table(value, terminal(width)) == golden("$what-$width", table(value, terminal(width)))

        where:
        [what, value, width] << [
            ['jobs', SampleJobs.ofAllKinds()], ['tasks', [SampleJobs.task(), SampleJobs.task(name: null, errors: [], state: JobState.FINISHED)]],
            ['assets', ASSETS], ['processors', PROCESSORS], ['maps', MAPS]].collectMany { [40, 80, 200].collect { width -> it + width } }
    }

    def "in a pipe nothing is shortened"() {
        expect:
        table(SampleJobs.ofAllKinds()) == golden('jobs-pipe', table(SampleJobs.ofAllKinds()))
    }

    /** With -Drender.golden=write the drawings are made anew, to be looked at before they are kept. */
    private static String golden(String name, String drawn) {
        def file = PATHS.resolve("${name}.txt")
        if (System.getProperty('render.golden') == 'write') {
            Files.createDirectories(PATHS)
            Files.writeString(file, drawn)
        }
        return Files.readString(file)
    }

    def "no line is wider than the terminal, down to #width columns"() {
        expect:
        table(SampleJobs.ofAllKinds(), terminal(width)).readLines().every { TextWidth.of(it) <= width }

        where:
        width << [38, 40, 50, 61, 62, 80, 100, 120, 200]
    }

    def "every id is there whole at any width"() {
        given:
        def drawn = table(SampleJobs.ofAllKinds(), terminal(width))

        expect:
        SampleJobs.ofAllKinds().every { drawn.contains(it.id() - 'nb:jid:UUID:') }

        where:
        width << [10, 40, 62, 80, 200]
    }

    def "as text, #value.inspect() is '#text'"() {
        expect:
        table(value) == (text.isEmpty() ? '' : text + '\n')

        where:
        value                          | text
        null                           | ''
        'raw "string"'                 | 'raw "string"'
        42.5                           | '42.5'
        true                           | 'true'
        JobState.PROCESSING            | 'Processing'
        [1, 2]                         | '1\n2'
        [1, null]                      | '1\nnull'
        [1, 2] as int[]                | '1\n2'
        []                             | ''
        [a: 1, bcd: 200]               | 'a      1\nbcd  200'
        [a: 1, b: [c: [2, 3]]]         | 'a  1\nb  [c:[2, 3]]'
        [:]                            | '[:]'
        [[:]]                          | '[:]'
        [[1, 2], [3]]                  | '[1, 2]\n[3]'
        (1..3).stream()                | '1\n2\n3'
        (1..3).iterator()              | '1\n2\n3'
        [[1, 2] as int[], [3]]         | '[1, 2]\n[3]'
        ['a', [b: 1]]                  | 'a\n[b:1]'
        [[a: 1], [b: 'x']]             | 'a  b\n1\n   x'
        Duration.ofMinutes(90)         | 'PT1H30M'
        Path.of('a', 'b')              | 'a/b'
    }

    def "text by itself is exact in a pipe and harmless on a terminal"() {
        expect:
        table('a\u001b[1m\r\nb\rc') == 'a\u001b[1m\r\nb\rc\n'
        table('a\u001b[1m\r\nb\rc', terminal(80)) == 'a\\u001b[1m\nb\\rc\n'
        table(['x\u202e'], terminal(80)) == 'x\\u202e\n'
    }

    def "what the service said stays harmless within a list"() {
        expect:
        table(SampleJobs.task().errors()) == "UserInput: bad \\u001b[31mcodec (task 'Encode', retry: no)\n"
    }

    def "records that are no jobs have a column for each component"() {
        expect:
        table(SampleJobs.task().history()) == 'code   message  time\nError           2015-02-11T01:46:16.580Z\n'
    }

    def "live things are shown as the values they stand for, and asked once"() {
        given:
        def asked = 0
        def live = { asked++; SampleJobs.job(name: 'Live') } as Renderable

        expect:
        table([live]).contains('Live')
        asked == 1
    }

    def "nothing found is told beside the results: #notice"() {
        given:
        def notices = []

        expect:
        table(value, Style.PLAIN, notices) == ''
        notices == [notice]

        where:
        value                     || notice
        []                        || 'no rows'
        new NoRows(type: Job)     || 'no jobs'
        new NoRows(type: Processor) || 'no processors'
    }

    static final class NoRows implements Tabular<Object> {
        Class<?> type

        @Override
        Class<Object> rowType() {
            return type as Class<Object>
        }

        @Override
        Iterator<Object> iterator() {
            return [].iterator()
        }

        @Override
        Tabular<Object> first(long rows) {
            return this
        }

        @Override
        OptionalLong countAtOnce() {
            return OptionalLong.of(0)
        }
    }

    def "a column that there is no room for is named, when it is not one of a job"() {
        given:
        def notices = []
        def row = (1..9).collectEntries { ["column$it".toString(), 'long enough ' * 3] }

        expect:
        table([row], terminal(40), notices).readLines().every { it.length() <= 40 }
        notices == ['no room for: column9, column8, column7, column6, column5, column4, column3']
    }

    def "what only later rows have is told at the end of their line"() {
        given:
        def rows = (1..1000).collect { [a: it] } + [[a: 1001, b: 'late']]

        expect:
        table(rows).readLines().last() == '1001  b:late'
    }

    def "later rows may be of another kind"() {
        expect:
        table((1..1000).collect { [a: it] } + ['text', null]).readLines()[-2, -1] == ['text', 'null']
    }

    def "states are coloured when that is asked for, and align all the same"() {
        given:
        def rows = [SampleJobs.job(state: JobState.ERROR, name: 'a'), SampleJobs.job(state: JobState.QUEUED, name: 'b')]
        def colored = table(rows, new Style(80, true, true, '\u2026', ZoneOffset.UTC))

        expect:
        colored.contains('\u001b[31mError\u001b[0m')
        colored.replaceAll(/\u001b\[\d+m/, '') == table(rows, terminal(80))
        table(rows[0], new Style(80, true, true, '\u2026', ZoneOffset.UTC)).contains('state    \u001b[31mError\u001b[0m\n')
    }

    def "at unlimited width nothing is left out or shortened, and states keep their colours"() {
        given:
        def notices = []
        def wide = new Style(40, true, true, '...', ZoneOffset.UTC).unlimited()
        def row = (1..9).collectEntries { ["column$it".toString(), "long enough $it " * 3] }
        def jobs = table(SampleJobs.ofAllKinds(), wide)

        expect:
        table([row], wide, notices).readLines()[1] == row.values()*.toString().join('  ').stripTrailing()
        notices == []
        jobs.contains('\u001b[31mError\u001b[0m')
        jobs.replaceAll(/\u001b\[\d+m/, '') == table(SampleJobs.ofAllKinds())
    }

    def "by the clock of #zone a time is #cell below '#heading'"() {
        given:
        def style = new Style(Style.UNLIMITED, true, false, '...', ZoneId.of(zone))
        def lines = table([SampleJobs.job(name: 'Night')], style).readLines()

        expect:
        lines[0] ==~ /state +id +$heading +name/
        lines[1].contains(" $cell  ")
        table(SampleJobs.job(), style).contains("created  $alone\n")

        where:
        zone             || heading               | cell                         | alone
        'UTC'            || /created \(UTC\)/     | '2015-02-11 01:46:08'        | '2015-02-11 01:46:08 UTC'
        'Etc/UTC'        || /created \(UTC\)/     | '2015-02-11 01:46:08'        | '2015-02-11 01:46:08 UTC'
        '+05:30'         || /created \(\+05:30\)/ | '2015-02-11 07:16:08'        | '2015-02-11 07:16:08 +05:30'
        'Europe/Berlin'  || 'created'             | '2015-02-11 02:46:08 +01:00' | '2015-02-11 02:46:08 +01:00'
        'Europe/London'  || 'created'             | '2015-02-11 01:46:08 +00:00' | '2015-02-11 01:46:08 +00:00'
    }

    def "the hour that comes twice in a year is told apart"() {
        given:
        def style = new Style(Style.UNLIMITED, true, false, '...', ZoneId.of('Europe/Berlin'))
        def rows = ['2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z'].collect { SampleJobs.job(created: Instant.parse(it)) }

        expect:
        table(rows, style).findAll(/\d\d:\d\d:\d\d \S+/) == ['02:30:00 +02:00', '02:30:00 +01:00']
    }

    def "times of all kinds of values follow the clock that was chosen, but as #format they stay in UTC"() {
        given:
        def style = new Style(Style.UNLIMITED, true, false, '...', ZoneId.of('Europe/Berlin'))
        def moment = Instant.parse('2015-02-11T01:46:00Z')

        expect:
        table(moment, style) == '2015-02-11T02:46:00+01:00\n'
        table([moment], style) == '2015-02-11T02:46:00+01:00\n'
        table([at: moment], style) == 'at  2015-02-11T02:46:00+01:00\n'
        table([[at: moment, list: [moment]]], style).readLines()[1] == '2015-02-11T02:46:00+01:00  [2015-02-11T02:46:00+01:00]'
        text(printer(format, { it }, style), [at: moment]).contains('2015-02-11T01:46:00Z')

        where:
        format << [Format.JSON, Format.NDJSON, Format.CSV]
    }

    def "secrets are taken out before anything is shortened"() {
        given:
        def printer = new TablePrinter({ it.replace('s3cret-s3cret', '***') }, { terminal(40) }, {})

        expect:
        !text(printer, [[a: 'x' * 30 + 's3cret-s3cret' + 'y' * 30]]).contains('cret')
    }

    def "where there is no ellipsis there are three dots"() {
        expect:
        table([[a: 'x' * 50]], new Style(20, true, false, '...', ZoneOffset.UTC)).readLines()[1] == 'xxxxxxxxx...xxxxxxxx'
    }
}
