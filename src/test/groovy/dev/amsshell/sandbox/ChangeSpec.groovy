package dev.amsshell.sandbox

/** Jobs are moved in the queue and deleted (wire sheet 6.2 and 6.3). */
class ChangeSpec extends LivingSpecification {

    static final String UNKNOWN = 'nb:jid:UUID:00000000-0000-0000-0000-000000000000'

    def "a job that is over is deleted with its tasks, and its assets stay"() {
        given:
        def id = inState(state)
        def tasks = client.rows("Jobs('$id')/Tasks")
        def outputs = client.rows("Jobs('$id')/OutputMediaAssets").findAll { it.State != 2 }

        when:
        def response = client.send('DELETE', "Jobs('${id.replace(':', '%3A')}')", headers)

        then:
        response.statusCode() == 204
        client.get("Jobs('$id')").statusCode() == 404
        client.filtered('Jobs()', "Id eq '$id'") == []
        tasks.every { client.get("Tasks('${it.Id}')").statusCode() == 404 }
        outputs.every { client.json("Assets('${it.Id}')").State == 0 }

        where:
        state | headers
        3     | [:]
        4     | [Accept: 'text/html, image/gif, image/jpeg, */*; q=0.2']
        5     | [Accept: null]
    }

    def "a job in state #state cannot be deleted"() {
        given:
        def id = inState(state)

        when:
        def response = client.send('DELETE', "Jobs('$id')")

        then:
        response.statusCode() == 400
        WireClient.message(response).contains("A job in state $name cannot be deleted")
        client.get("Jobs('$id')").statusCode() == 200

        where:
        state | name
        0     | 'Queued'
        1     | 'Scheduled'
        2     | 'Processing'
        6     | 'Canceling'
    }

    def "#method of a job with id #id is #status"() {
        expect:
        client.send(method, "Jobs('$id')", ['Content-Type': WireClient.VERBOSE], '{"Priority":1}').statusCode() == status

        where:
        method   | id      || status
        'GET'    | 'x'     || 400
        'DELETE' | 'x'     || 400
        'MERGE'  | 'x'     || 400
        'DELETE' | UNKNOWN || 404
        'MERGE'  | UNKNOWN || 404
    }

    def "the priority of a queued job is changed by #method #headers"() {
        given:
        def id = inState(0)

        when:
        def response = client.send(method, "Jobs('$id')", ['Content-Type': WireClient.VERBOSE, Accept: WireClient.VERBOSE] + headers, '{"Priority":77}')

        then:
        response.statusCode() == 204
        state(id).Priority == 77
        state(id).LastModified == '2024-05-01T03:00:00'
        client.rows("Jobs('$id')/Tasks")*.Priority.toUnique() == [77]
        client.filtered('Jobs()', "Id eq '$id' and Priority eq 77").size() == 1

        where:
        method  | headers
        'MERGE' | [:]
        'PATCH' | [:]
        'PUT'   | [:]
        'POST'  | ['X-HTTP-Method': 'MERGE']
        'POST'  | ['X-HTTP-METHOD': 'merge']
    }

    def "the whole of a job in Atom may be sent to change its priority"() {
        given:
        def id = inState(0)
        def entry = client.get("Jobs('$id')", [Accept: 'application/atom+xml']).body()

        when:
        def response = client.send('MERGE', "Jobs('$id')", ['Content-Type': 'application/atom+xml'],
            entry.replaceFirst(/(<d:Priority m:type="Edm.Int32">)\d+/, '$1' + '55'))

        then:
        response.statusCode() == 204
        state(id).Priority == 55
    }

    def "the priority of a job in state #state cannot be changed any more"() {
        when:
        def response = client.send('MERGE', "Jobs('${inState(state)}')", ['Content-Type': WireClient.VERBOSE], '{"Priority":3}')

        then:
        response.statusCode() == 400
        WireClient.message(response).contains("Job's priority can only be changed if the job is in Queued state")

        where:
        state << [1, 2, 3, 4, 5, 6]
    }

    def "nothing else of a job can be changed: #change"() {
        when:
        def response = client.send('MERGE', "Jobs('${inState(0)}')", ['Content-Type': WireClient.VERBOSE], change)

        then:
        response.statusCode() == 400
        WireClient.message(response).contains(text)

        where:
        change                       || text
        '{"Name":"x"}'               || "only the property 'Priority' can be changed"
        '{"State":3}'                || "only the property 'Priority' can be changed"
        '{"Priority":3,"Name":"x"}'  || "only the property 'Priority' can be changed"
        '{"Priority":"soon"}'        || "'Priority' is not of type 'Edm.Int32'"
        '{"Colour":"red"}'           || 'Make sure to only use property names'
        '{}'                         || "only the property 'Priority' can be changed"
        '{"Priority":'               || 'Parsing request content failed'
        ''                           || 'Parsing request content failed'
    }

    def "a tunnelled verb goes with POST alone"() {
        expect:
        client.send('GET', "Jobs('${WireClient.EXAMPLE}')", ['X-HTTP-Method': 'DELETE']).statusCode() == 400
        client.send('POST', "Jobs('${inState(3)}')", ['X-HTTP-Method': 'DELETE']).statusCode() == 204
    }
}
