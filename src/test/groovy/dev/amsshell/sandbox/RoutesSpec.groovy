package dev.amsshell.sandbox

import spock.lang.Shared

class RoutesSpec extends SandboxSpecification {

    static final List<String> SETS = [
        'Assets', 'EncodingReservedUnitTypes', 'Files', 'JobTemplates', 'Jobs', 'MediaProcessors',
        'NotificationEndPoints', 'TaskTemplates', 'Tasks']

    @Shared String escaped = WireClient.EXAMPLE.replace(':', '%3A')

    def "the service document lists the sets that are served"() {
        expect:
        client.json('') == [
            'odata.metadata': "${sandbox.endpoint()}\$metadata".toString(),
            value: SETS.collect { [name: it, url: it] }]
        client.json('', WireClient.VERBOSE) == [d: [EntitySets: SETS]]
    }

    def "the example job is found by #path"() {
        expect:
        client.json(path).Id == WireClient.EXAMPLE

        where:
        path << [
            "Jobs('${WireClient.EXAMPLE}')",
            "Jobs('$escaped')",
            "Jobs(%27$escaped%27)",
            "/api/%2FJobs%28%27$escaped%27%29",
            "/api//Jobs('$escaped')",
            "/API/Jobs('$escaped')",
            "/Api/Jobs('$escaped')/",
            "Jobs('${WireClient.EXAMPLE.toUpperCase()}')"]
    }

    def "#path lists jobs"() {
        expect:
        client.rows(path).size() == 300

        where:
        path << ['Jobs', 'Jobs()', 'Jobs/', '/api//Jobs', '/aPi/Jobs()']
    }

    def "the tasks of a job can be listed, found and counted"() {
        when:
        def tasks = client.rows("Jobs('$escaped')/Tasks")

        then:
        tasks.size() == 2
        client.rows("Jobs('$escaped')/Tasks()") == tasks
        client.json("Tasks('${tasks[0].Id}')").findAll { it.key != 'odata.metadata' } == tasks[0]
        client.json("Jobs('$escaped')/Tasks('${tasks[1].Id}')").Id == tasks[1].Id
        client.get("Jobs('$escaped')/Tasks/\$count").body() == '2'
    }

    def "the set of tasks holds the tasks of all jobs"() {
        when:
        def ofJobs = client.rows('Jobs?$top=5').collectMany { client.rows("Jobs('${it.Id}')/Tasks")*.Id }

        then:
        client.rows("Tasks?\$top=${ofJobs.size()}")*.Id == ofJobs
    }

    def "#path is counted"() {
        expect:
        client.get(path).body() == count

        where:
        path                                                     | count
        'Jobs/$count'                                            | '300'
        'Jobs()/$count'                                          | '300'
        'Jobs/$count?$filter=State%20eq%200'                     | '8'
        'Jobs/$count?$top=5'                                     | '5'
        'Jobs/$count?$skip=299'                                  | '1'
        'MediaProcessors/$count'                                 | '5'
    }

    def "a property is read by its path"() {
        expect:
        client.json("Jobs('$escaped')/State") ==
            ['odata.metadata': "${sandbox.endpoint()}\$metadata#Edm.Int32".toString(), value: 2]
        client.json("Jobs('$escaped')/State", WireClient.VERBOSE) == [d: [State: 2]]
        client.json("Jobs('$escaped')/EndTime") ==
            ['odata.metadata': "${sandbox.endpoint()}\$metadata#Edm.Null".toString(), 'odata.null': true]
        client.json("Jobs('$escaped')/EndTime", WireClient.VERBOSE) == [d: [EndTime: null]]
    }

    def "a media processor is found by its id and by its name"() {
        when:
        def byName = client.filtered('MediaProcessors()', "Name eq 'Media Encoder Standard'")

        then:
        byName*.Id == ['nb:mpid:UUID:ff4df607-d419-42f0-bc17-a481b1331e56']
        client.json("MediaProcessors('${byName[0].Id}')").Version == '1.1'
    }

    def "#path is #status: #text"() {
        when:
        def response = client.get(path)

        then:
        response.statusCode() == status
        WireClient.message(response).contains(text)

        where:
        path                                                     | status | text
        '\$metadata'                                             | 501    | 'no metadata document'
        'Nothing'                                                | 404    | "Resource not found for the segment 'Nothing'."
        'jobs'                                                   | 404    | "Resource not found for the segment 'jobs'."
        'Jobs/State'                                             | 404    | "Resource not found for the segment 'State'."
        "Jobs('nb:jid:UUID:00000000-0000-0000-0000-000000000000')" | 404  | "Resource not found for the segment 'Jobs'."
        "Jobs('nb:jid:UUID:f3c43f94')"                           | 400    | 'nb:jid:UUID:<guid>'
        "Jobs('nb:tid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1')" | 400  | 'Invalid Job id'
        "Jobs('')"                                               | 400    | 'Invalid Job id'
        "Jobs('it''s')"                                          | 400    | "Invalid Job id 'it's'"
        'Jobs(5)'                                                | 400    | 'position 10'
        "Jobs('x"                                                | 400    | 'position 11'
        "Jobs('x')y"                                             | 400    | 'position 14'
        "Jobs('${WireClient.EXAMPLE}')/Nonsense"                 | 404    | "Resource not found for the segment 'Nonsense'."
        "Jobs('${WireClient.EXAMPLE}')/OutputMediaAssets('nb:cid:UUID:00000000-0000-0000-0000-000000000000')" | 404 | "Resource not found for the segment 'OutputMediaAssets'."
        "Jobs('${WireClient.EXAMPLE}')/State/\$value"            | 404    | "Resource not found for the segment '\$value'."
        "MediaProcessors('nb:mpid:UUID:70bdc2c3-ebf4-42a9-8542-5afc1e55d217')" | 404 | 'MediaProcessors'
    }
}
