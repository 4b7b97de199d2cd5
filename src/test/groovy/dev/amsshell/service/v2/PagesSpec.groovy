package dev.amsshell.service.v2

import dev.amsshell.service.UnexpectedAnswer
import dev.amsshell.service.v2.Pages.Page
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Pages of a list that changes while it is read. Its ids are numbers as text. */
class PagesSpec extends Specification {

    /** A list that is asked by numbers of rows, as the service is. */
    static final class Changing implements Pages.Source<String> {
        final List<String> rows
        final List<List<Long>> asked = new CopyOnWriteArrayList<>()

        /** Run after so many answers. */
        final Map<Integer, Closure> changes = [:]

        Changing(Collection<?> rows) {
            this.rows = new ArrayList<>(rows*.toString())
        }

        @Override
        synchronized Page<String> read(long skip, int top) {
            asked << [skip, top as long]
            def page = rows.subList(Math.min(skip, rows.size()) as int, Math.min(skip + top, rows.size()) as int).toList()
            changes[asked.size()]?.call()
            return new Page<>(page, null)
        }

        @Override
        Page<String> follow(String next) {
            throw new UnsupportedOperationException()
        }

        synchronized List<String> now() {
            rows.toList()
        }
    }

    @AutoCleanup
    Workers workers = new Workers()
    def mostAtATime = new AtomicInteger()

    List<String> read(Pages.Source<String> source, long limit = Long.MAX_VALUE) {
        return new Pages<>(source, { it }, limit, workers, mostAtATime).collect()
    }

    def "all #size rows come, each once, in order"() {
        given:
        def source = new Changing(1..size)

        expect:
        read(source) == source.rows

        where:
        size << [1, 999, 1000, 1001, 1998, 1999, 2000, 5000, 12_345]
    }

    def "no rows are no rows"() {
        expect:
        read(new Changing([])) == []
    }

    def "a list that fits into one page costs one request, and a small one more where that may be all the service gives"() {
        given:
        def source = new Changing(1..size)
        mostAtATime.set(known)

        when:
        read(source)

        then:
        source.asked == requests

        where:
        size | known | requests
        99   | 0     | [[0, 1000]]
        999  | 0     | [[0, 1000], [998, 999]]
        999  | 1000  | [[0, 1000]]
        150  | 151   | [[0, 1000]]
        150  | 150   | [[0, 1000], [149, 150]]
    }

    def "pages that follow one another by counting are asked for with an overlap, lest rows slip by"() {
        given:
        def rows = (1..1000)*.toString()
        def asked = 0
        def source = [read: { long skip, int top ->
            def page = rows.drop(skip as int).take(Math.min(top, 100))
            def next = skip + 100 < rows.size() ? "Jobs?\$skip=${skip + 100}".toString() : null
            // after each answer a row leaves
            rows.remove(0)
            asked++
            new Page<>(page, next)
        }] as Pages.Source<String>

        expect:
        read(source).containsAll((1 + asked..1000)*.toString())
    }

    def "a service that gives one row at a time, and counts them in its next links, is read to its end"() {
        given:
        def rows = (1..7)*.toString()
        def page = { int at -> new Page<>([rows[at]], at + 1 < rows.size() ? "Jobs?\$skip=${at + 1}".toString() : null) }
        def source = [read: { long skip, int top -> page(skip as int) }, follow: { String next -> page(next.find(/\d+/) as int) }] as Pages.Source<String>

        expect:
        read(source) == rows
    }

    def "a service that says for ever that the list goes on after its only row is not believed"() {
        given:
        def page = { Object... ignored -> new Page<>(['1'], 'Jobs?$skip=1') }

        when:
        read([read: page, follow: page] as Pages.Source<String>)

        then:
        thrown(UnexpectedAnswer)
    }

    def "a limit is reached however many rows come before it meanwhile: #burst"() {
        given:
        def source = new Changing(1..3000)
        source.changes[1] = { (1..burst).each { source.rows.add(0, "new $it".toString()) } }

        expect:
        read(source, 1001).take(1001) == (1..1001)*.toString()

        where:
        burst << [1, 5, 10, 300]
    }

    def "pages overlap by a row"() {
        given:
        def source = new Changing(1..1500)

        when:
        read(source)

        then:
        source.asked == [[0, 1000], [999, 1000]]
    }

    def "a limit of #limit costs #requests"() {
        given:
        def source = new Changing(1..5000)

        expect:
        read(source, limit) == source.rows.take(limit)
        source.asked == requests

        where:
        limit | requests
        1     | [[0, 1]]
        1000  | [[0, 1000]]
        1001  | [[0, 1000], [999, 2]]
        2500  | [[0, 1000], [999, 1000], [1998, 502]]
    }

    def "nothing is asked for before the first row is, and not all when the consumer stops"() {
        given:
        def source = new Changing(1..50_000)
        def pages = new Pages<>(source, { it }, Long.MAX_VALUE, workers, mostAtATime)

        expect:
        source.asked.empty

        when:
        pages.next()
        then:
        source.asked.size() <= 2
    }

    def "rows that were added before do not double those that come"() {
        given:
        def source = new Changing(1..3000)
        source.changes[1] = { (1..5).each { source.rows.add(0, "new $it".toString()) } }

        expect:
        read(source) == (1..3000)*.toString()
    }

    def "rows that were removed before do not hide any that come, #removed of them"() {
        given:
        def source = new Changing(1..3000)
        source.changes[1] = { removed.times { source.rows.remove(0) } }

        expect:
        read(source).toSet().containsAll((Math.max(1000, removed) + 1..3000)*.toString())

        where:
        removed << [1, 2, 11, 500, 1500]
    }

    def "the last row of a page may go itself"() {
        given:
        def source = new Changing(1..1500)
        source.changes[1] = { source.rows.remove('1000') }

        expect:
        read(source) == (1..1500)*.toString()
    }

    def "a list that shrinks to less than was read ends"() {
        given:
        def source = new Changing(1..1500)
        source.changes[1] = { 1200.times { source.rows.remove(0) } }

        expect:
        read(source) == (1..1000)*.toString() + (1201..1500)*.toString()
    }

    def "a limit is reached although rows that were added come twice"() {
        given:
        def source = new Changing(1..3000)
        source.changes[1] = { (1..50).each { source.rows.add(0, "new $it".toString()) } }

        expect:
        read(source, 1500).take(1500) == (1..1500)*.toString()
    }

    def "whatever comes and goes while it is read, what stays comes once"() {
        expect:
        20.times { seed ->
            def random = new Random(seed)
            def source = new Changing(1..6000)
            (1..12).each { answer ->
                source.changes[answer] = {
                    random.nextInt(40).times { source.rows.remove(random.nextInt(source.rows.size())) }
                    random.nextInt(40).times { source.rows.add(0, "new $answer $it".toString()) }
                }
            }
            def come = read(source)
            assert come.toSet().size() == come.size()
            assert come.containsAll(source.now().findAll { it.isInteger() }): "seed $seed"
        }
    }

    def "a service that gives at most #most rows at a time, and does not say so, is read to its end"() {
        given:
        def rows = (1..size)*.toString()
        def source = { long skip, int top -> new Page<>(rows.drop(skip as int).take(Math.min(top, most)), null) } as Pages.Source<String>

        expect:
        read(source) == rows

        where:
        most | size
        100  | 1234
        250  | 2500
        999  | 2500
        500  | 2000
        500  | 500
    }

    def "a service that leads in a circle is found out, however it spells the way"() {
        given:
        def number = 0
        def answer = { new Page<>([], spelling + (varies ? number++ : '')) }
        def source = [read: { long skip, int top -> answer() }, follow: { String next -> answer() }] as Pages.Source<String>

        when:
        read(source)

        then:
        def e = thrown(UnexpectedAnswer)
        e.message == 'the service leads from page to page in a circle'

        where:
        spelling | varies
        'next'   | false
        'next'   | true
    }

    def "a service that leaves out what it was told to skip is found out"() {
        given:
        def source = { long skip, int top -> new Page<>((1..1000)*.toString(), null) } as Pages.Source<String>

        when:
        read(source)

        then:
        def e = thrown(UnexpectedAnswer)
        e.message == 'the service answers page after page with the same rows'
    }

    def "a list that never holds still is no list"() {
        given:
        def number = 0
        Pages.Source<String> source = new Pages.Source<String>() {
            @Override
            synchronized Page<String> read(long skip, int top) {
                new Page<>((1..1000).collect { (number++).toString() }, null)
            }

            @Override
            Page<String> follow(String next) {
                throw new UnsupportedOperationException()
            }
        }

        when:
        read(source)

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.startsWith('the list does not hold still')
    }

    def "a failing page fails the whole"() {
        given:
        def source = new Changing(1..5000)
        source.changes[3] = { throw new IllegalStateException('page three') }

        when:
        read(source)

        then:
        def e = thrown(IllegalStateException)
        e.message == 'page three'
    }
}
