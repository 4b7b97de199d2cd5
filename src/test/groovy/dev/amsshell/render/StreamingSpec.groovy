package dev.amsshell.render

import static dev.amsshell.testing.Printing.printer

import dev.amsshell.base.CancellableThread
import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import dev.amsshell.job.Job
import dev.amsshell.testing.SampleJobs
import java.nio.charset.StandardCharsets
import spock.lang.Specification

/** Values that come row by row are written row by row. */
class StreamingSpec extends Specification {
    def bytes = new ByteArrayOutputStream()
    def out = new PrintStream(new BufferedOutputStream(bytes, 1 << 20), false, StandardCharsets.UTF_8)

    /** Rows that count how far they were pulled. */
    static final class Counted implements Tabular<Job> {
        int all = 50_000
        int pulled
        Closure<?> onRow = {}

        @Override
        Class<Job> rowType() {
            return Job
        }

        @Override
        Iterator<Job> iterator() {
            return [hasNext: { pulled < all }, next: { onRow(++pulled); SampleJobs.job(number: pulled, name: "Job $pulled") }] as Iterator<Job>
        }

        @Override
        Tabular<Job> first(long rows) {
            return new Counted(all: Math.min(all, rows), onRow: onRow)
        }

        @Override
        OptionalLong countAtOnce() {
            return OptionalLong.of(all)
        }
    }

    def "as #format, the first row is out before row #latest is pulled, and the rest follows in few pieces"() {
        given:
        def seen = []
        def rows = new Counted(all: 5000, onRow: { number -> if (bytes.size() > (seen ? seen.last()[1] : 0)) seen << [number, bytes.size()] })

        when:
        printer(format).print(rows, out)

        then:
        rows.pulled == 5000
        seen[0][0] <= latest
        seen.size() < 1000
        bytes.toString(StandardCharsets.UTF_8).contains('Job 5000')

        where:
        format        | latest
        Format.NDJSON | 2
        Format.JSON   | 2
        Format.CSV    | 2
        Format.TABLE  | 1001
    }

    def "as #format, what was written before a row fails stays, and nothing pretends to be whole"() {
        given:
        def rows = new Counted(all: 3000, onRow: { if (it == 2500) throw new IllegalStateException('page 3') })

        when:
        printer(format).print(rows, out)

        then:
        thrown(IllegalStateException)
        def text = bytes.toString(StandardCharsets.UTF_8)
        text.contains('Job 2499')
        !text.trim().endsWith(']')

        where:
        format << Format.values()
    }

    def "printing stops when the work is cancelled"() {
        given:
        def cancellation = new Cancellation()
        def rows = new Counted(onRow: { if (it == 10) cancellation.cancel() })
        def failure = null
        def thread = new CancellableThread('test', cancellation, {
            try {
                printer(Format.NDJSON).print(rows, out)
            } catch (Cancelled e) {
                failure = e
            }
        })

        when:
        thread.start()
        thread.join()

        then:
        failure instanceof Cancelled
        rows.pulled == 10
    }
}
