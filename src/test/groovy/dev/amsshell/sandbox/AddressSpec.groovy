package dev.amsshell.sandbox

import dev.amsshell.sandbox.http.QueryString
import dev.amsshell.sandbox.http.Refusal
import dev.amsshell.sandbox.odata.QueryOptions
import dev.amsshell.sandbox.odata.ResourcePath
import spock.lang.Specification

/** Paths and options that only some clients write. */
class AddressSpec extends Specification {

    def "#path is taken apart"() {
        expect:
        ResourcePath.parse(path).collect { [it.name(), it.key()] } == segments

        where:
        path                                   || segments
        "/api/EncodingReservedUnitTypes(guid'ff4df607-d419-42f0-bc17-a481b1331e56')" ||
            [['api', null], ['EncodingReservedUnitTypes', 'ff4df607-d419-42f0-bc17-a481b1331e56']]
        "/api/Jobs(Id='it''s')/Tasks"          || [['api', null], ['Jobs', "it's"], ['Tasks', null]]
        "/api/Units(AccountId=guid'x')"        || [['api', null], ['Units', 'x']]
        "/api/Units(AccountId%3Dguid%27x%27)"  || [['api', null], ['Units', 'x']]
        "/api/Assets('x')/\$links/ContentKeys" || [['api', null], ['Assets', 'x'], ['$links', null], ['ContentKeys', null]]
        "/api/Assets('x')/\$links/ContentKeys('y')" || [['api', null], ['Assets', 'x'], ['$links', null], ['ContentKeys', 'y']]
        '/api/$batch'                          || [['api', null], ['$batch', null]]
        '/api/Jobs()/$count'                   || [['api', null], ['Jobs', null], ['$count', null]]
        '$1/Tasks'                             || [['$1', null], ['Tasks', null]]
    }

    def "#path does not parse at position #position"() {
        when:
        ResourcePath.parse(path)

        then:
        def refusal = thrown(Refusal)
        refusal.status() == 400
        refusal.message.endsWith("at position ${position}.")

        where:
        path                || position
        "/Jobs(x'y')"       || 7
        '/Jobs(guid)'       || 10
        '/Jobs(Id=)'        || 9
        "/Jobs(Id=='x')"    || 9
        "/Jobs(Id='x',B='y')" || 12
        '/Jobs(='           || 6
    }

    def "a malformed percent sign is refused in a path and in a query"() {
        when:
        parse.call()

        then:
        def refusal = thrown(Refusal)
        refusal.status() == 400
        refusal.message.endsWith('has a malformed percent sign.')

        where:
        parse << [{ ResourcePath.parse('/api/%zz') }, { QueryString.parse('a=%z') }, { QueryString.parse('%=1') }]
    }

    def "with #query of #rows rows, #page are on a page and there is more: #more"() {
        given:
        def options = QueryOptions.ofRows(QueryString.parse(query), WireType.JOB)
        def all = (0..<rows).collect { [Id: "$it".toString(), State: it % 2] }

        expect:
        options.page(all).size() == page
        options.hasMore(all) == more

        where:
        query                 | rows || page | more
        null                  | 1000 || 1000 | false
        null                  | 1001 || 1000 | true
        '$top=0'              | 1001 || 0    | false
        '$top=1000'           | 1001 || 1000 | false
        '$top=1001'           | 1001 || 1000 | true
        '$skip=1'             | 1001 || 1000 | false
        '$skip=1000'          | 2001 || 1000 | true
        '$filter=State eq 0'  | 1999 || 1000 | false
        '$filter=State eq 0'  | 2001 || 1000 | true
    }
}
