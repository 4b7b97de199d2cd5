package dev.amsshell.render.html

import dev.amsshell.base.SafeText
import dev.amsshell.job.JobState
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
import dev.amsshell.render.page.Tone
import dev.amsshell.testing.SamplePages
import java.security.MessageDigest
import java.time.Duration
import java.time.ZoneId
import java.time.ZoneOffset
import org.jsoup.Jsoup
import org.jsoup.nodes.Document
import spock.lang.Specification

/** The file of a page, as another reader of HTML understands it. */
class HtmlPageSpec extends Specification {
    static final HOSTILE = ['<script>alert(1)</script>', '</title></style></script><img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "' onmouseover='alert(1)",
                            '&lt;b&gt; &amp; &#60;', ']]><!--', '--><script>', 'javascript:alert(1)', '\u0000\u001b[2J\u202e\u2028\u009b', '${7*7}{{7*7}}', '\ud800', '<\u0000script>']

    static final NOTHING = [
        'no bars': new Bars('', []),
        'bars of 0': new Bars('', [new Bar('', 0, '', Tone.PLAIN)]),
        'no series': new Steps('', SamplePages.NOW, Duration.ofHours(1), []),
        'no steps': new Steps('', SamplePages.NOW, Duration.ofHours(1), [new Series('', Tone.BAD, [])]),
        'one step of 0': new Steps('', SamplePages.NOW, Duration.ofHours(1), [new Series('', Tone.BAD, [0L])]),
        'no samples': new Spread('', []),
        'an empty sample': new Spread('', [new Sample('', Tone.BAD, [])]),
        'a sample of 0 s': new Spread('', [new Sample('', Tone.BAD, [Duration.ZERO])]),
        'no lanes': new Gantt('', SamplePages.NOW, SamplePages.NOW, []),
        'a lane of no time': new Gantt('', SamplePages.NOW, SamplePages.NOW, [new Lane('', null, [new Span('', SamplePages.NOW, SamplePages.NOW, Tone.BAD)])]),
        'no rows': new Grid('', Form.LINES, ['a'], []),
        'no stanzas': new Grid('', Form.STANZAS, ['a'], []),
        'no facts': new Facts([]),
        'facts of nothing': new Facts([new Fact('', null), new Fact('x', new Trend([])), new Fact('y', [])]),
        'no words': new Paragraph('')]

    static String html(page, Closure<String> clean = { it }, ZoneId zone = ZoneOffset.UTC) {
        return HtmlPage.of(page, clean, zone)
    }

    static Document read(page, ZoneId zone = ZoneOffset.UTC) {
        return Jsoup.parse(html(page, { it }, zone))
    }

    def "the page says what it is, in landmarks and headings of which none is skipped"() {
        given:
        def page = read(SamplePages.incident())

        expect:
        page.documentType().name() == 'html'
        page.selectFirst('html').attr('lang') == 'en'
        page.title() == 'Triage of the last 6 hours'
        page.select('h1')*.text() == ['Triage of the last 6 hours']
        page.select('h2')*.text() == ['Failures by cause', 'Jobs now', 'Throughput', 'How long it took', 'Stuck', 'The worst jobs', 'How this was read']
        page.select('h3, h4, h5, h6').empty
        page.select('body > header').size() == 1
        page.select('body > main').size() == 1
        page.select('section').every { page.getElementById(it.attr('aria-labelledby')).tagName() == 'h2' }
        page.selectFirst('header time').attr('datetime') == '2024-05-14T03:12:00Z'
        page.selectFirst('header time').text() == '2024-05-14 03:12:00 UTC'
    }

    def "its policy allows its own style sheet and script by their hashes, and nothing else"() {
        given:
        def page = read(SamplePages.incident())
        def hash = { String text -> "'sha256-${MessageDigest.getInstance('SHA-256').digest(text.getBytes('UTF-8')).encodeBase64()}'".toString() }
        def policy = page.selectFirst('meta[http-equiv=Content-Security-Policy]').attr('content')

        expect:
        policy == "default-src 'none'; style-src ${hash(page.selectFirst('style').data())}; " +
            "script-src ${hash(page.selectFirst('script').data())}; base-uri 'none'; form-action 'none'"
        page.select('script').size() == 1
        page.select('style').size() == 1
    }

    def "nothing in it leads elsewhere"() {
        given:
        def page = read(SamplePages.incident())

        expect:
        page.select('[src], [href], [style], link, iframe, object, embed, form, img, base, use, image').empty
        page.allElements.collectMany { it.attributes().asList() }.findAll { it.key.startsWith('on') } == []
        !(page.selectFirst('style').data() =~ /@import|url\((?!#)/)
    }

    def "every id is there once, and every reference finds one"() {
        given:
        def page = read(SamplePages.incident())
        def ids = page.select('[id]')*.id()

        expect:
        ids.toUnique() == ids
        page.select('[aria-labelledby]').collectMany { it.attr('aria-labelledby').split(' ').toList() }.every { it in ids }
    }

    def "every picture has a name, a description, and the same as a table"() {
        given:
        def pictures = read(SamplePages.incident()).select('figure')

        expect:
        pictures.size() == 5
        pictures.every { it.selectFirst('svg[role=img] > title').text() && it.selectFirst('svg[role=img] > desc').text() }
        pictures.every { it.selectFirst('details > summary') && it.selectFirst('details table > caption') && it.select('details th[scope=col]') }
        pictures*.selectFirst('details tbody')*.select('tr')*.size() == [6, 12, 72, 4, 30]
        pictures*.selectFirst('figcaption')*.text() == ['Jobs by state', 'Jobs that ended, by half hour', 'Jobs in the queue, every 5 minutes', 'Queue wait and run time', 'The jobs that took longest']
    }

    def "cells carry the values by which they are sorted"() {
        given:
        def row = [12L, 1.5d, SamplePages.NOW, Duration.ofSeconds(90), JobState.ERROR, SamplePages.id(1), 'text', null, [SamplePages.id(1), SamplePages.id(2)]]
        def page = read(SamplePages.of(new Grid('All kinds', Form.LINES, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], [row])))

        expect:
        page.select('caption').text() == 'All kinds'
        page.select('th')*.text() == ['a', 'b', 'c (UTC)', 'd', 'e', 'f', 'g', 'h', 'i']
        page.select('td').collect { it.hasAttr('data-value') ? it.attr('data-value') : null } ==
            ['12', '1.5', "${SamplePages.NOW.toEpochMilli()}", '90000', '5', null, null, null, null]
        page.select('td')*.text() == ['12', '1.5', '2024-05-14 03:12:00', '1 min 30 s', 'Error', 'f3c43f94-327f-2347-90bb-000000001eef', 'text', '',
                                      'f3c43f94-327f-2347-90bb-000000001eef f3c43f94-327f-2347-90bb-000000003dde']
        page.select('td time')*.attr('datetime') == ['2024-05-14T03:12:00Z', 'PT1M30S']
        page.select('td code.id').size() == 3
    }

    def "in stanzas what is long stands below what is short, and what is not known does not"() {
        given:
        def page = read(SamplePages.of(SamplePages.groups(), new Grid('', Form.STANZAS, ['n', 'code', 'note'], [[1L, 'A', 'x' * 40], [2L, 'B', null]])))

        expect:
        page.select('table')[0].select('th')*.text() == ['tasks', 'error code', 'first (UTC)', 'last (UTC)', 'trend', 'origin', 'retry']
        page.select('table')[0].select('tbody').size() == 6
        page.select('table')[0].selectFirst('tbody').select('dt')*.text() == ['processor', 'message', 'advice', 'jobs']
        page.select('table')[1].select('tbody')*.select('tr')*.size() == [2, 1]
    }

    def "times are by the clock of the reader and say so"() {
        given:
        def page = read(SamplePages.incident(), ZoneId.of('Europe/Berlin'))

        expect:
        page.selectFirst('header time').text() == '2024-05-14 05:12:00 +02:00'
        page.selectFirst('header time').attr('datetime') == '2024-05-14T03:12:00Z'
        page.select('th')*.text().contains('first')
        page.select('td.moment')[0].text() == '2024-05-14 02:39:00 +02:00'
        page.select('svg .tick')*.text().contains('2024-05-13 23:12:00 +02:00 to 2024-05-14 05:12:00 +02:00 (Europe/Berlin)')
    }

    def "as part of every text, #text.inspect() is text and no more"() {
        given:
        def hostile = read(SamplePages.incident(text))
        def tame = read(SamplePages.incident('x'))

        expect:
        hostile.select('*')*.tagName() == tame.select('*')*.tagName()
        hostile.allElements*.attributes()*.asList()*.collect { it.key } == tame.allElements*.attributes()*.asList()*.collect { it.key }
        hostile.selectFirst('h1').wholeText() == 'Triage of the last 6 hours' + SafeText.line(text)
        !(html(SamplePages.incident(text)) =~ /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/)

        where:
        text << HOSTILE
    }

    def "#text.inspect() is escaped as #escaped"() {
        expect:
        Html.escaped(text) == escaped
        Jsoup.parse("<p title=\"$escaped\">$escaped</p>").selectFirst('p').with { [it.wholeText(), it.attr('title')] } == [text, text]

        where:
        text          || escaped
        ''            || ''
        'plain'       || 'plain'
        '<b>'         || '&lt;b&gt;'
        'a & b'       || 'a &amp; b'
        '&amp;'       || '&amp;amp;'
        '"q" \'q\''   || '&quot;q&quot; &#39;q&#39;'
        '動画 \ud83c\udfac' || '動画 \ud83c\udfac'
    }

    def "secrets are taken out of every text"() {
        expect:
        !html(SamplePages.incident(' s3cret'), { it.replace('s3cret', '***') }).contains('s3cret')
    }

    def "what there is nothing of is still a page: #what"() {
        given:
        def page = read(SamplePages.of(block))

        expect:
        !(page.outerHtml() =~ /NaN|Infinity/)
        page.select('svg [width], svg [height]').every { (it.attr('width') ?: '0') as double >= 0 && (it.attr('height') ?: '0') as double >= 0 }

        where:
        [what, block] << NOTHING.collect { name, block -> [name, block] }
    }
}
