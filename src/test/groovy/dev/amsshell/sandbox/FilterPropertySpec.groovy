package dev.amsshell.sandbox

import dev.amsshell.sandbox.http.QueryString
import dev.amsshell.sandbox.http.Refusal
import dev.amsshell.sandbox.odata.QueryOptions
import dev.amsshell.testing.Cases
import dev.amsshell.testing.FilterText
import dev.amsshell.testing.FilterTrees
import dev.amsshell.testing.QueryText
import dev.amsshell.testing.SampleRows
import java.util.function.Predicate
import spock.lang.Specification

/** Generated filters, judged by a second evaluator that knows nothing of the first. */
class FilterPropertySpec extends Specification {

    private static Predicate<Map> parse(String filter, Random random) {
        QueryOptions.ofRows(QueryString.parse('$filter=' + QueryText.encode(filter, random)), SampleRows.TYPE).filter()
    }

    def "a filter finds the rows for which it is true"() {
        expect:
        Cases.run(20_000) { number, random ->
            def rows = SampleRows.make(random)
            def tree = new FilterTrees(random).condition(random.nextInt(6))
            def filter = FilterText.spaced(FilterText.words(tree, random), random)
            def found = parse(filter, random)
            rows.each { row ->
                assert found.test(row) == (tree.value(row) == true): "$filter for $row"
            }
        }
    }

    def "a filter with a word too few, too many or astray is read or refused, with the position"() {
        expect:
        Cases.run(20_000) { number, random ->
            def words = FilterText.words(new FilterTrees(random).condition(random.nextInt(6)), random)
            def filter = FilterText.spaced(spoilt(words, random), random)
            try {
                parse(filter, random).test(SampleRows.make(random)[0])
            } catch (Refusal refusal) {
                def positions = (refusal.message =~ /position (\d+)/).collect { it[1] as int }
                assert refusal.status() == 400: "$filter: $refusal.message"
                assert positions && positions[-1] in 0..filter.length(): "$filter: $refusal.message"
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("$filter: $e".toString(), e)
            }
        }
    }

    private static List<String> spoilt(List<String> words, Random random) {
        int at = random.nextInt(words.size())
        switch (random.nextInt(3)) {
            case 0: return words[0..<at] + words[(at + 1)..<words.size()]
            case 1: return words[0..at] + words[at..<words.size()]
            default: return words.swap(at, random.nextInt(words.size()))
        }
    }
}
