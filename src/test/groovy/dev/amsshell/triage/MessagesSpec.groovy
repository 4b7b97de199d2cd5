package dev.amsshell.triage

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.job.Fault
import dev.amsshell.job.Origin
import dev.amsshell.job.Retry
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import spock.lang.Specification

/**
 * How well messages of one cause are found to be of one, by tables that say which are: real-looking ones with stack traces, GUIDs,
 * URLs and paths, in several languages. The rules were made with three tables, and without the fourth.
 *
 * <p>A pair of messages counts: precision is the share of the pairs put together that belong together, recall the share of those
 * that belong together that were.
 */
class MessagesSpec extends Specification {
    static final JSON = new ObjectMapper()

    static List<Map> table(String name) {
        Files.readAllLines(Path.of("src/test/resources/triage/${name}.jsonl")).collect { JSON.readValue(it, Map) }
    }

    static FailedTask failed(Map row) {
        new FailedTask('', '', new Fault(row.code as String, row.message as String, Retry.MAYBE, Origin.UNKNOWN, row.cause as String), null, Instant.EPOCH, null)
    }

    static List<Cluster> clusters(List<Map> rows) {
        def clusters = new Clusters()
        rows.each { clusters.add(failed(it)) }
        clusters.sorted()
    }

    static long pairs(Collection<Integer> sizes) {
        sizes.collect { it * (it - 1) / 2 }.sum() as long
    }

    /** The name of a cause travels as the name of the task. */
    static Map<String, Double> measured(List<Map> rows) {
        def clusters = clusters(rows)
        def together = clusters.collect { it.tasks().countBy { it.fault().task() }.values() }
        def right = pairs(together.flatten())
        def put = pairs(clusters*.tasks()*.size())
        def belong = pairs(rows.countBy { it.cause }.values())
        [precision: right / put as double, recall: right / belong as double]
    }

    def "#table: of the pairs put together, #precision belong together, and of those that belong together, #recall are put together"() {
        given:
        def rows = table(table)

        when:
        def measured = measured(rows)
        println "$table: ${rows.size()} messages, ${rows*.cause.toSet().size()} causes, $measured"

        then:
        rows.size() >= 120
        measured.precision >= precision
        measured.recall >= recall

        where:
        table      | precision | recall
        'tuning-1' | 0.95      | 0.90
        'tuning-2' | 0.95      | 0.85
        'tuning-3' | 0.95      | 0.75
        'held-out' | 0.90      | 0.80
    }

    def "no message is too long or too strange: #unit"() {
        expect:
        ['', 'x', ' ', 'at '].every { before ->
            ['', '.', ': done', '\n   at A.b()'].every { after -> Template.of(before + unit * (8000.intdiv(unit.size())) + after).text() != null }
        }

        where:
        unit << ['.', '-.', '(.)', 'a.', '/a', '/', '1 ', '1, ', '1;', '… ', '_.', '=', "'", '"', 'a@', '@', '\\', 'C:\\', '::', 'a:', '%', '{', '[', '<', '\n', '\n at ', '0x', 'f0', '1.', "it's ",
                 '…,…', 'a-', '\u200b', '\ud83d', '日本', 'http://', '/é', 'x=1&', '--- ']
    }

    def "many messages that are all different are compared in no time to speak of"() {
        given:
        def random = new Random(1)
        def word = { 'w' + random.nextInt(30) + ['', 's', ': …'][random.nextInt(3)] }
        def rows = (1..300).collect { [code: 'Error', cause: 'x', message: (1..70).collect { word() }.join(' ')] }

        expect:
        clusters(rows)*.tasks()*.size().sum() == 300
    }
}
