package dev.amsshell.repl

import java.nio.charset.Charset
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(20)
class PagedTextSpec extends Specification {
    @AutoCleanup('shutdownNow')
    def threads = java.util.concurrent.Executors.newCachedThreadPool()

    def "on 3 lines of 10 columns, #what #fits"() {
        given:
        def text = new PagedText(3, 10, isWide)
        text.stream().withCloseable { it.print(printed) }
        text.end()

        expect:
        text.tooLarge == (fits == 'does not fit')
        text.text() == printed

        where:
        what                            | printed                       | isWide || fits
        'nothing'                       | ''                            | false  || 'fits'
        'three lines'                   | 'a\nb\nc\n'                   | false  || 'fits'
        'four lines'                    | 'a\nb\nc\nd\n'                | false  || 'does not fit'
        'a line that wraps'             | 'a\n12345678901\n'            | false  || 'fits'
        'two lines that wrap'           | '12345678901\n12345678901\n'  | false  || 'does not fit'
        'colour, which takes no place'  | '\u001b[31m1234567890\u001b[0m\n'.repeat(3) | false || 'fits'
        'wide characters'               | '東京東京東京\n東京東京東京\n'   | false  || 'does not fit'
        'a long line that is scrolled'  | '12345678901\n'               | true   || 'does not fit'
        'a line as wide as the screen'  | '1234567890\n'                | true   || 'fits'
    }

    def "the text can be read from its start more than once, while it is printed"() {
        given:
        def text = new PagedText(1, 80, false)
        def out = text.stream()
        out.print('one\ntwo\n')
        out.flush()

        when:
        def first = text.open()
        then:
        new String(first.readNBytes(4), Charset.defaultCharset()) == 'one\n'

        when:
        out.print('three\n')
        out.close()
        text.end()
        then:
        first.getText(Charset.defaultCharset().name()) == 'two\nthree\n'
        text.open().getText(Charset.defaultCharset().name()) == 'one\ntwo\nthree\n'
    }

    def "not much more is printed than was read"() {
        given:
        def text = new PagedText(1, 80, false)
        def printed = 0
        def printing = CompletableFuture.runAsync({
            def out = text.stream()
            100_000.times { out.println('x' * 50); printed++ }
            out.close()
            text.end()
        }, threads)

        expect:
        text.tooLarge

        when: 'nobody reads on'
        printing.get(300, TimeUnit.MILLISECONDS)
        then:
        thrown(java.util.concurrent.TimeoutException)
        printed < 2_000

        when:
        def length = text.open().getText(Charset.defaultCharset().name()).length()
        printing.get()
        then:
        length == 100_000 * ('x' * 50 + System.lineSeparator()).length()
    }
}
