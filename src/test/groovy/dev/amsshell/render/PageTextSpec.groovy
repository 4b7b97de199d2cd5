package dev.amsshell.render

import static dev.amsshell.testing.Printing.table
import static dev.amsshell.testing.Printing.terminal

import dev.amsshell.job.JobState
import dev.amsshell.render.page.Block
import dev.amsshell.render.page.Block.Bar
import dev.amsshell.render.page.Block.Bars
import dev.amsshell.render.page.Block.Fact
import dev.amsshell.render.page.Block.Facts
import dev.amsshell.render.page.Block.Gantt
import dev.amsshell.render.page.Block.Grid
import dev.amsshell.render.page.Block.Grid.Form
import dev.amsshell.render.page.Block.Lane
import dev.amsshell.render.page.Block.Paragraph
import dev.amsshell.render.page.Block.Sample
import dev.amsshell.render.page.Block.Series
import dev.amsshell.render.page.Block.Span
import dev.amsshell.render.page.Block.Spread
import dev.amsshell.render.page.Block.Steps
import dev.amsshell.render.page.Block.Trend
import dev.amsshell.render.page.Page
import dev.amsshell.render.page.Page.Section
import dev.amsshell.render.page.Tone
import dev.amsshell.testing.Printing
import dev.amsshell.testing.SamplePages
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Specification

/** A page as people read it at a terminal and in a pipe. */
class PageTextSpec extends Specification {
    static final NOON = Instant.parse('2024-05-14T12:00:00Z')

    static Style plain(int width) {
        return new Style(width, true, false, '...', ZoneOffset.UTC)
    }

    static Style colored(int width) {
        return new Style(width, true, true, '\u2026', ZoneOffset.UTC)
    }

    static String text(Page page, Style style = terminal(80)) {
        return table(new SamplePages.Told('told', [], page), style)
    }

    /** The lines of one block, below the title. */
    static List<String> lines(Block block, Style style = terminal(80)) {
        def all = text(SamplePages.of(block), style).readLines()
        return all.drop(all.indexOf('') + 1)
    }

    static Steps steps(List<Long> amounts) {
        return new Steps('Ended', NOON, Duration.ofHours(1), [new Series('Finished', Tone.GOOD, amounts)])
    }

    static Gantt gantt(List<Span> spans) {
        return new Gantt('Jobs', NOON, NOON + Duration.ofHours(2), [new Lane('a job', null, spans)])
    }

    static Span span(String name, Tone tone, int from, int to) {
        return new Span(name, NOON + Duration.ofMinutes(from), NOON + Duration.ofMinutes(to), tone)
    }

    def "a page has its title, source and time, and headings above what they head"() {
        given:
        def page = new Page('Triage', 'https://media.example/', NOON, [
            new Section('', new Paragraph('All is well.')), new Section('Numbers', new Facts([new Fact('jobs', 12345L), new Fact('oldest', NOON)]))])

        expect:
        text(page) == '''\
            Triage
            https://media.example/, as of 2024-05-14 12:00:00 UTC

            All is well.

            Numbers
            ━━━━━━━

            jobs    12,345
            oldest  2024-05-14 12:00:00 UTC
            '''.stripIndent()
        text(page, new Style(80, true, false, '...', ZoneId.of('Europe/Berlin'))).contains('Numbers\n-------\n')
        text(page, new Style(80, true, false, '...', ZoneId.of('Europe/Berlin'))).contains('oldest  2024-05-14 14:00:00 +02:00')
    }

    def "a paragraph is wrapped at #width columns"() {
        expect:
        lines(new Paragraph('one two three\nfour 動画 five'), terminal(width)) == drawn

        where:
        width          || drawn
        80             || ['one two three', 'four 動画 five']
        9              || ['one two', 'three', 'four 動画', 'five']
        Style.UNLIMITED || ['one two three', 'four 動画 five']
    }

    def "a table is a table, with the zone above times and numbers to the right"() {
        expect:
        lines(new Grid('Stuck', Form.LINES, ['state', 'since', 'for', 'tasks', 'job'], [
            [JobState.ERROR, NOON, Duration.ofMinutes(65), 1200L, SamplePages.id(1)], [JobState.QUEUED, null, Duration.ofSeconds(5), null, SamplePages.id(2)]]), terminal(120)) == [
            'Stuck:',
            'state   since (UTC)                    for  tasks  job',
            'Error   2024-05-14 12:00:00  1 h 5 min 0 s  1,200  f3c43f94-327f-2347-90bb-000000001eef',
            'Queued                                 5 s         f3c43f94-327f-2347-90bb-000000003dde']
    }

    def "a column that there is no room for is named"() {
        given:
        def page = SamplePages.of(new Grid('Wide', Form.LINES, (1..9).collect { "column $it".toString() }, [['long enough ' * 3] * 9]))

        when:
        def drawn = table(new SamplePages.Told('t', [], page), terminal(40))

        then:
        drawn.readLines().every { it.length() <= 40 }
        drawn.readLines().takeRight(3).join(' ').contains('(no room for: column 9, column 8, column 7, column 6, column 5, column 4, column 3)')
    }

    def "a table in stanzas has a paragraph for each row, without what is not known"() {
        given:
        def grid = new Grid('Groups', Form.STANZAS, ['tasks', 'code', 'message', 'trend', 'jobs', 'advice'], [
            [1234L, 'ErrorA', 'it went wrong again and again', new Trend([0L, 1L, 8L]), [SamplePages.id(1), SamplePages.id(2)], null],
            [7L, 'ErrorB', 'short', null, [], '']])

        expect:
        lines(grid, terminal(60)) == [
            'Groups:',
            '  1,234  ErrorA',
            '         message  it went wrong again and again',
            '         trend    ▁▂█',
            '         jobs     f3c43f94-327f-2347-90bb-000000001eef,',
            '                  f3c43f94-327f-2347-90bb-000000003dde',
            '',
            '      7  ErrorB',
            '         message  short']
        lines(grid, plain(60)).contains('         trend    _.#')
    }

    def "bars begin at one line, and what is not 0 is to be seen"() {
        given:
        def bars = new Bars('Jobs', [new Bar('Finished', 1000, '', Tone.GOOD), new Bar('Error', 250, 'a quarter', Tone.BAD), new Bar('Queued', 1, '', Tone.WAITING),
                                     new Bar('動画', 0, '', Tone.PLAIN)])

        expect:
        lines(bars, terminal(50)) == [
            'Jobs:',
            'Finished  ██████████████████████  1,000',
            'Error     █████▌                    250  a quarter',
            'Queued    ▏                           1',
            '動画                                  0']
        lines(bars, plain(50))[1, 2, 3] == [
            'Finished  ######################  1,000',
            'Error     ######                    250  a quarter',
            'Queued    #                           1']
        lines(bars, colored(50))[2] == 'Error     \u001b[31m█████▌\u001b[0m                    250  a quarter'
    }

    def "steps are a curve with its sum and its top: #amounts"() {
        expect:
        lines(steps(amounts*.longValue()), style)[1..-1] == drawn

        where:
        amounts       | style        || drawn
        [0, 1, 4, 8]  | terminal(90) || ['Finished  ▁▂▅█  total 13  max 8', 'from 2024-05-14 12:00:00 UTC to 2024-05-14 16:00:00 UTC; a character is 1 h, each line to', 'its own height']
        [0, 1, 4, 8]  | plain(200)   || ['Finished  _.=#  total 13  max 8', 'from 2024-05-14 12:00:00 UTC to 2024-05-14 16:00:00 UTC; a character is 1 h, each line to its own height']
        [0]           | Style.PLAIN  || ['Finished  ▁  total 0  max 0', 'from 2024-05-14 12:00:00 UTC to 2024-05-14 13:00:00 UTC; a character is 1 h, each line to its own height']
        []            | Style.PLAIN  || ['none']
        [1] * 90      | terminal(40) || ['Finished  █████████████  total 90  max 1', 'from 2024-05-14 12:00:00 UTC to', '2024-05-18 06:00:00 UTC; a character is', '7 h at its highest 1 h, each line to its', 'own height']
    }

    def "a spread says count, median and p95, over the same bins for all"() {
        given:
        def sample = { String name, List<Integer> seconds -> new Sample(name, Tone.PLAIN, seconds.collect { Duration.ofSeconds(it) }) }

        expect:
        lines(new Spread('Wait', [sample('now', [10, 11, 12, 13, 60]), sample('before', [1, 2]), sample('never', [])]), style) == [
            'Wait:',
            '        count  median        p95',
            'now         5    12 s  1 min 0 s  ▁█▁▁▁▁▃',
            'before      2     1 s        2 s  █▁▁▁▁▁▁',
            'never       0       -          -',
            'histograms from 0 s to 1 min 10 s, each to its own height, in bins of 10 s']

        where:
        style << [terminal(100), Style.PLAIN]
    }

    def "where the longest took many times the shortest, bins grow"() {
        expect:
        lines(new Spread('', [new Sample('wait', Tone.PLAIN, [3, 4, 900].collect { Duration.ofSeconds(it) })]), Style.PLAIN) == [
            '      count  median         p95',
            'wait      3     4 s  15 min 0 s  █▁▁▁▁▁▁▁▅',
            'histograms from 2 s to 20 min, each to its own height, later bins longer (logarithmic): ' +
                'they end at 5 s, 10 s, 20 s, 30 s, 1 min, 2 min, 5 min, 10 min, 20 min']
    }

    def "where there is little room the numbers stand above the curve"() {
        expect:
        lines(new Spread('', [new Sample('queue wait', Tone.PLAIN, [Duration.ofSeconds(3)])]), terminal(30)) == [
            'queue wait: 1, median 3 s, p95', '3 s', '█', 'histograms from 3 s to 4 s,', 'each to its own height, in', 'bins of 1 s']
        lines(steps([1L, 2L]), terminal(30)) == [
            'Ended:', 'Finished, total 3, max 2', '▅█', 'from 2024-05-14 12:00:00 UTC', 'to 2024-05-14 14:00:00 UTC; a', 'character is 1 h, each line to', 'its own height']
    }

    def "a lane is drawn against the clock; each tone has a mark of its own: #style.ellipsis"() {
        given:
        def spans = [span('queued', Tone.WAITING, 0, 30), span('processing', Tone.BUSY, 30, 60), span('failed', Tone.BAD, 60, 90), span('canceled', Tone.WARN, 90, 120)]

        expect:
        lines(gantt(spans), style) == drawn

        where:
        style        || drawn
        terminal(49) || ['Jobs:', '        12:00               13:00', 'a job  ┃░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒xxxxxxxxxx!!!!!!!!!!┃',
                         'from 2024-05-14 12:00:00 UTC to 2024-05-14', '14:00:00 UTC; ░ queued, ▒ processing, x failed, !', 'canceled']
        plain(49)    || ['Jobs:', '        12:00               13:00', 'a job  |..........==========xxxxxxxxxx!!!!!!!!!!|',
                         'from 2024-05-14 12:00:00 UTC to 2024-05-14', '14:00:00 UTC; . queued, = processing, x failed, !', 'canceled']
    }

    def "a phase #what is drawn as '#lane'"() {
        expect:
        lines(gantt([span('failed', Tone.BAD, from, to)]), plain(29))[2] == "a job  |$lane|"

        where:
        what                    | from | to   || lane
        'beyond both ends'      | -60  | 600  || 'x' * 20
        'before the beginning'  | -60  | -30  || ' ' * 20
        'after the end'         | 130  | 150  || ' ' * 20
        'of no length'          | 60   | 60   || ' ' * 10 + 'x' + ' ' * 9
        'that begins at the end' | 120 | 150  || ' ' * 19 + 'x'
        'over the beginning'    | -60  | 60   || 'x' * 10 + ' ' * 10
    }

    def "no line is wider than the terminal, down to #width columns"() {
        expect:
        text(SamplePages.incident(), style).readLines().findAll { TextWidth.of(it.replaceAll(/\u001b\[\d+m/, '')) > width } == []

        where:
        [width, style] << [45, 50, 60, 80, 100, 120, 200].collectMany { [[it, terminal(it)], [it, plain(it)], [it, colored(it)]] }
    }

    def "in a pipe nothing is shortened"() {
        given:
        def name = 'x' * 300

        expect:
        text(SamplePages.incident(name), Style.PLAIN).count(name) == text(SamplePages.incident('¶'), Style.PLAIN).count('¶')
        !text(SamplePages.incident('y'), Style.PLAIN).contains('\u001b')
    }

    def "colours change nothing but colours, and ASCII is ASCII"() {
        given:
        def page = SamplePages.of(SamplePages.states(), SamplePages.ended(), SamplePages.spread(), SamplePages.gantt(), SamplePages.stuck())

        expect:
        text(page, colored(100)).replaceAll(/\u001b\[\d+m/, '') == text(page, terminal(100))
        text(page, plain(100)).every { it < '\u007f' }
    }

    def "text from elsewhere is harmless, and secrets are taken out of it"() {
        given:
        def hostile = '\u001b[2J\u202e\r\u009b<b>s3cret'

        when:
        def drawn = Printing.text(Printing.printer(Format.TABLE, { it.replace('s3cret', '***') }, style), new SamplePages.Told('t', [], SamplePages.incident(hostile)))

        then:
        !(drawn =~ HostileTextSpec.RAW)
        !drawn.contains('s3cret')
        drawn.contains('\\u001b[2J\\u202e\\r\\u009b<b>***')

        where:
        style << [terminal(80), terminal(120), Style.PLAIN]
    }

    def "what is a page is its rows in CSV and its data in JSON"() {
        given:
        def told = new SamplePages.Told('told', [[a: 1, b: 'x'], [a: 2, b: 'y']], null)

        expect:
        Printing.text(Printing.printer(Format.CSV), told) == 'a,b\n1,x\n2,y\n'
        Printing.text(Printing.printer(Format.CSV), { told } as Renderable) == 'a,b\n1,x\n2,y\n'
        Printing.text(Printing.printer(Format.JSON), told) == '{"title":"told"}\n'
        Printing.text(Printing.printer(Format.NDJSON), told) == '{"title":"told"}\n'
    }
}
