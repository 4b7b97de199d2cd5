package dev.amsshell.render.html

import dev.amsshell.testing.Chromium
import dev.amsshell.testing.SamplePages
import java.nio.file.Files
import java.nio.file.Path
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The file of a page in a real browser that has no network. */
@Requires({ Chromium.isInstalled() })
class HtmlBrowserSpec extends Specification {
    static final PICTURES = Path.of('target/pages')

    @Shared
    @AutoCleanup
    Chromium browser = new Chromium()

    @TempDir
    Path folder

    Path page

    def setup() {
        browser.width(1180)
        browser.media('screen')
        page = open(SamplePages.incident())
    }

    private Path open(content) {
        def file = Files.writeString(folder.resolve('page.html'), HtmlPage.of(content, { it }, ZoneOffset.UTC))
        browser.open(file)
        return file
    }

    /** The texts of a column of the first table, from top to bottom. */
    private List<String> column(String table, int column) {
        return browser.eval("""[...document.querySelectorAll('$table tbody tr:first-child, $table tbody:not(.stanza) tr')]
            .map(row => row.cells[$column].textContent)""") as List<String>
    }

    private String sorted(String table) {
        return browser.eval("[...document.querySelectorAll('$table th')].map(each => each.ariaSort ?? '-').join(' ')")
    }

    def "the page asks for nothing but itself and has nothing to complain of"() {
        expect:
        browser.requests == [page.toUri().toString()]
        browser.messages == []
        browser.eval('getComputedStyle(document.querySelector("table")).borderCollapse') == 'collapse'
        browser.eval('document.querySelectorAll("button").length') as int > 20
    }

    def "the browser would say if the page did more than its policy allows"() {
        when:
        browser.eval('document.body.append(document.createElement("img")); document.querySelector("img").src = "http://localhost:9/x.png"; new Promise(done => setTimeout(done, 0))')
        browser.eval('1')

        then:
        browser.messages.any { it.contains('Content Security Policy') }
    }

    def "stanzas are sorted as wholes, by number and back, by time, and by text"() {
        when:
        browser.eval('document.querySelector("main table th:nth-child(1) button").click()')

        then:
        column('main section:nth-of-type(1)', 0) == ['1', '7', '12', '23', '58', '211']
        sorted('main section:nth-of-type(1)') == 'ascending - - - - - -'
        browser.eval('document.querySelector("tbody.stanza dd").textContent') == 'Azure Media Packager'
        browser.eval('document.getElementById("said").textContent') == 'sorted by tasks, ascending'

        when:
        browser.eval('document.querySelector("main table th:nth-child(1) button").click()')

        then:
        column('main section:nth-of-type(1)', 0) == ['211', '58', '23', '12', '7', '1']
        sorted('main section:nth-of-type(1)') == 'descending - - - - - -'

        when:
        browser.eval('document.querySelector("main table th:nth-child(3) button").click()')

        then:
        column('main section:nth-of-type(1)', 0) == ['58', '7', '23', '12', '211', '1']

        when:
        browser.eval('document.querySelector("main table th:nth-child(6) button").click()')

        then: 'equal ones stay in the order that they had'
        column('main section:nth-of-type(1)', 0) == ['23', '12', '58', '7', '211', '1']
    }

    def "by keyboard too, and what has no value is last in both directions"() {
        given:
        def heading = browser.eval('"#" + [...document.querySelectorAll("h2")].find(each => each.textContent === "Stuck").id') as String
        browser.eval("document.querySelector('$heading').parentElement.className += ' stuck'; document.querySelector('.stuck th:nth-child(4) button').focus()")

        when:
        browser.press('Enter', '\r')

        then:
        column('.stuck', 3) == ['12.0', '37.5', '100.0', '']

        when:
        browser.press(' ', ' ')

        then:
        column('.stuck', 3) == ['100.0', '37.5', '12.0', '']
        sorted('.stuck') == '- - - descending - - -'
    }

    def "an id is copied, and told to be: #how"() {
        given:
        browser.eval(before)

        when:
        browser.eval("document.querySelector('$button').click(); new Promise(done => setTimeout(done, 100))")

        then:
        browser.eval(after) == copied
        browser.eval('document.getElementById("said").textContent') == 'copied ' + copied
        browser.eval("document.querySelector('$button').textContent") == 'copied'

        where:
        how                     | button                   | before | after || copied
        'by the clipboard'      | 'tbody li button'        | 'navigator.clipboard.writeText("")' | 'navigator.clipboard.readText()' || SamplePages.id(212).text() - 'nb:jid:UUID:'
        'all of a list'         | 'tbody li:last-child button' | 'navigator.clipboard.writeText("")' | 'navigator.clipboard.readText()' || (212..214).collect { SamplePages.id(it).text() - 'nb:jid:UUID:' }.join('\n')
        'where there is none'   | 'tbody li button'        | 'navigator.clipboard.writeText = () => Promise.reject(new Error("no")); 0' | 'navigator.clipboard.readText()' || SamplePages.id(212).text() - 'nb:jid:UUID:'
    }

    def "names that are markup are text"() {
        when:
        open(SamplePages.incident(HtmlPageSpec.HOSTILE.join(' ')))

        then:
        browser.messages == []
        browser.requests.size() == 1
        browser.eval('document.querySelectorAll("img, script, svg [onload], [onmouseover], b").length') == 1
        (browser.eval('document.querySelector("h1").textContent') as String).contains('<script>alert(1)</script>')
    }

    def "nothing is wider than a window of #width, and text has the contrast that it needs in #scheme"() {
        when:
        browser.width(width)
        browser.media('screen', ['prefers-color-scheme': scheme])
        open(SamplePages.incident())

        then:
        browser.eval('document.documentElement.scrollWidth <= innerWidth')
        browser.eval(CONTRAST) as double >= 4.5

        where:
        [width, scheme] << [[1180, 420], ['light', 'dark']].combinations()
    }

    /** The least contrast of all texts against the colour of the page, by WCAG 2. */
    static final CONTRAST = '''
        (() => {
          const light = color => {
            const [r, g, b] = color.match(/[0-9.]+/g).map(Number).map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const paper = light(getComputedStyle(document.body).backgroundColor);
          const texts = [...document.querySelectorAll('h1, h2, p, td, th, dt, dd, li, code, button, caption, figcaption, summary, .state, svg text')];
          return Math.min(...texts.map(each => {
            const style = getComputedStyle(each);
            const ink = light(each instanceof SVGElement ? style.fill : style.color);
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
          }));
        })()'''

    def "printed, it is light, without buttons and closed tables"() {
        when:
        browser.media('print', ['prefers-color-scheme': 'dark'])

        then:
        browser.eval('getComputedStyle(document.body).backgroundColor') == 'rgb(255, 255, 255)'
        browser.eval('[...document.querySelectorAll("button.copy, details")].every(each => getComputedStyle(each).display === "none")')
        browser.eval('document.documentElement.scrollWidth <= innerWidth')
    }

    def "pictures of the page are kept to be looked at: #name"() {
        given:
        Files.createDirectories(PICTURES)

        when:
        browser.width(width)
        browser.media(media, features)
        Files.write(PICTURES.resolve("${name}.png"), browser.picture())

        then:
        Files.size(PICTURES.resolve("${name}.png")) > 50_000

        where:
        name            | media    | features                          | width
        'light'         | 'screen' | ['prefers-color-scheme': 'light'] | 1180
        'dark'          | 'screen' | ['prefers-color-scheme': 'dark']  | 1180
        'print'         | 'print'  | [:]                               | 720
    }
}
