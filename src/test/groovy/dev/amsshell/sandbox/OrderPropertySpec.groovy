package dev.amsshell.sandbox

import dev.amsshell.sandbox.http.QueryString
import dev.amsshell.sandbox.odata.QueryOptions
import dev.amsshell.testing.Cases
import dev.amsshell.testing.QueryText
import dev.amsshell.testing.SampleRows

/** Generated orders and pages: nothing is lost, doubled or out of place. */
class OrderPropertySpec extends SandboxSpecification {

    private static final List<String> DIRECTIONS = ['', ' asc', ' desc']

    private static String orderBy(List<String> names, List<String> directions) {
        [names, directions].transpose().collect { name, direction -> name + direction }.join(',')
    }

    private static int compare(Map a, Map b, List<String> names, List<String> directions) {
        for (int i = 0; i < names.size(); i++) {
            // Of null Groovy says that it comes first, too.
            int order = a[names[i]] <=> b[names[i]]
            if (order != 0) {
                return directions[i] == ' desc' ? -order : order
            }
        }
        a.Id <=> b.Id
    }

    private static <V> List<V> some(List<V> values, int count, Random random) {
        (0..<count).collect { values[random.nextInt(values.size())] }
    }

    def "rows are ordered by the first property that differs, at last by their ids"() {
        expect:
        Cases.run(20_000) { number, random ->
            int count = 1 + random.nextInt(4)
            def names = some(SampleRows.NAMES, count, random)
            def directions = some(DIRECTIONS, count, random)
            def order = orderBy(names, directions)
            def query = QueryString.parse('$orderby=' + QueryText.encode(order, random))
            def rows = SampleRows.make(random)
            def ordered = QueryOptions.ofRows(query, SampleRows.TYPE).page(rows)
            assert ordered*.Id == rows.toSorted { a, b -> compare(a, b, names, directions) }*.Id: "$order for $rows"
        }
    }

    def "pages of any sizes make up the whole list"() {
        expect:
        Cases.run(500) { number, random ->
            def set = some(['Jobs', 'Tasks'], 1, random)[0]
            def order = orderBy(some(['State', 'Priority', 'Name', 'StartTime', 'EndTime', 'RunningDuration'], 2, random),
                some(DIRECTIONS, 2, random))
            def query = set + '?$select=Id' +
                some(['', '&$filter=' + WireClient.encode('State eq 3')], 1, random)[0] +
                some(['', '&$orderby=' + WireClient.encode(order)], 1, random)[0]
            def whole = client.rows(query)*.Id
            def pages = []
            while (pages.size() < whole.size()) {
                def page = query + "&\$skip=${pages.size()}&\$top=${1 + random.nextInt(200)}"
                def ids = client.rows(page)*.Id
                assert ids: page
                pages += ids
            }
            assert pages == whole: query
            assert client.rows(query + "&\$skip=${whole.size()}") == []
        }
    }
}
