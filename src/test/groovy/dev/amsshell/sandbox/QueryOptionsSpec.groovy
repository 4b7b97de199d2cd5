package dev.amsshell.sandbox

import dev.amsshell.testing.MutableClock

class QueryOptionsSpec extends SandboxSpecification {

    def "jobs come newest first by default"() {
        when:
        def created = client.rows('Jobs')*.Created

        then:
        created == created.toSorted().reverse()
        created.unique(false).size() > 250
    }

    def "pages by skip and top are the whole list"() {
        when:
        def pages = (0..<300).step(70).collectMany { client.rows("Jobs?\$skip=$it&\$top=70")*.Id }

        then:
        pages == client.rows('Jobs')*.Id
    }

    def "an answer holds at most 1000 rows"() {
        given:
        def later = new MutableClock(START)
        def full = Sandbox.start(new SandboxOptions(0, 1, 60, null), later)
        later.advanceSeconds(3 * 24 * 3600)
        def fullClient = new WireClient(full)

        expect:
        (fullClient.get('Jobs/$count').body() as int) > 1000
        fullClient.rows('Jobs').size() == 1000
        fullClient.rows('Jobs?$top=5000').size() == 1000
        fullClient.rows('Jobs?$skip=1000').size() == (fullClient.get('Jobs/$count').body() as int) - 1000

        cleanup:
        full.close()
    }

    def "#order orders by #property"() {
        when:
        def values = client.rows('Jobs?$orderby=' + WireClient.encode(order))*.get(property)

        then:
        values == (descending ? values.toSorted().reverse() : values.toSorted())
        values.toUnique().size() > 1

        where:
        order                 | property       | descending
        'Created'             | 'Created'      | false
        'Created asc'         | 'Created'      | false
        'Priority desc'       | 'Priority'     | true
        'State,Priority desc' | 'State'        | false
        'Id desc'             | 'Id'           | true
    }

    def "the second property of an order decides among equals of the first"() {
        when:
        def rows = client.rows('Jobs?$orderby=State,Priority%20desc')
        def pairs = rows.collect { [it.State, -it.Priority] }

        then:
        pairs == pairs.toSorted { a, b -> a[0] <=> b[0] ?: a[1] <=> b[1] }
    }

    def "a selection holds only what was asked for"() {
        expect:
        client.json('Jobs?$select=State,Id&$top=1')['odata.metadata'].endsWith('$metadata#Jobs&$select=State,Id')
        client.rows('Jobs?$select=State,Id&$top=1')[0].keySet() == ['Id', 'State'] as Set
        client.json("Jobs('${WireClient.EXAMPLE}')?\$select=Name").keySet() == ['odata.metadata', 'Name'] as Set
        client.json('Jobs?$select=State&$top=1', WireClient.VERBOSE).d.results[0].keySet() ==
            ['__metadata', 'State'] as Set
        client.rows('Jobs?$select=*&$top=1')[0].size() == 11
    }

    def "Jobs?#query is refused: #text"() {
        when:
        def response = client.get('Jobs?' + query)

        then:
        response.statusCode() == 400
        WireClient.message(response).contains(text)

        where:
        query                          | text
        '$expand=Tasks'                | '$expand'
        '$inlinecount=allpages'        | '$inlinecount'
        '$format=json'                 | '$format'
        '$skiptoken=x'                 | '$skiptoken'
        '$top=-1'                      | 'Incorrect format for $top'
        '$top=ten'                     | 'Incorrect format for $top'
        '$skip=1.5'                    | 'Incorrect format for $skip'
        '$top=1&$top=2'                | 'more than once'
        '$select=Nam'                  | "No property 'Nam' exists in type 'Microsoft.Cloud.Media.Vod.Rest.Data.Models.Job' at position 0."
        '$select=Id,%20Nam'            | 'at position 3.'
        '$orderby=Nam'                 | "No property 'Nam' exists"
        '$orderby=Name%20up'           | 'Syntax error at position 5.'
        '$orderby='                    | 'Syntax error at position 0.'
    }

    def "the options of lists are refused for #path"() {
        expect:
        client.get(path).statusCode() == 400

        where:
        path << [
            "Jobs('${WireClient.EXAMPLE}')?\$top=1",
            "Jobs('${WireClient.EXAMPLE}')/State?\$select=State",
            'Jobs/$count?$select=Id',
            '?$top=1']
    }

    def "other parameters are of no concern"() {
        expect:
        client.rows('Jobs?timeout=30&$top=1').size() == 1
    }

    def "no rows are asked for with a top of 0"() {
        expect:
        client.rows('Jobs?$top=0') == []
    }
}
