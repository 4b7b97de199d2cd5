package dev.amsshell.service.v2

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.Cancellation
import dev.amsshell.config.Endpoint
import dev.amsshell.job.Capacity
import dev.amsshell.job.InvalidJobId
import dev.amsshell.job.JobId
import dev.amsshell.service.AccessRefused
import dev.amsshell.service.NoSuchJob
import dev.amsshell.service.RequestRefused
import dev.amsshell.service.UnexpectedAnswer
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.Networks
import dev.amsshell.testing.ScriptedServer
import dev.amsshell.transport.Backoff
import dev.amsshell.transport.HttpTransport
import dev.amsshell.transport.Network
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

class V2RequestSpec extends Specification {
    static final GUID = 'f3c43f94-327f-2347-90bb-3bf79f8559f1'
    static final ID = new JobId("nb:jid:UUID:$GUID")

    @AutoCleanup
    ScriptedServer server
    @AutoCleanup
    Network network = Networks.direct()
    @AutoCleanup
    V2MediaService service

    def serve(String answer, String version = '2.19', String... more) {
        server = new ScriptedServer(answer, *more)
        def backoff = new Backoff(2, Duration.ofNanos(1), Duration.ofNanos(1), { 0d })
        def transport = new HttpTransport(Endpoint.parse(server.root, 'root'), [] as Set, { 'a-token' }, network, backoff, { new Cancellation() }, {})
        service = new V2MediaService(transport, version, new MutableClock('2015-02-11T02:00:00Z'), {})
    }

    def "a job is asked for as the official client does, byte for byte"() {
        given:
        serve(json('{"value":[]}'))

        when:
        service.find(ID)

        then:
        server.requests.size() == 1
        def lines = server.requests[0].readLines()
        lines[0] == "GET /api/Jobs()?\$filter=Id%20eq%20'nb:jid:UUID:$GUID'&\$top=1 HTTP/1.1"
        def headers = lines.drop(1).findAll().collectEntries { it.split(': ', 2) as List }
        headers.remove('x-ms-client-request-id') ==~ /\p{XDigit}{8}(-\p{XDigit}{4}){3}-\p{XDigit}{12}/
        headers == [
            'DataServiceVersion'   : '1.0;NetFx',
            'MaxDataServiceVersion': '3.0;NetFx',
            'Accept'               : 'application/json',
            'Accept-Charset'       : 'UTF-8',
            'Accept-Encoding'      : 'gzip',
            'Authorization'        : 'Bearer a-token',
            'x-ms-version'         : '2.19',
            'Host'                 : "127.0.0.1:${server.port}",
            'Connection'           : 'keep-alive',
        ]
    }

    def "the version that is configured is the one asked for"() {
        given:
        serve(json('{"value":[]}'), '2.11')

        when:
        service.find(ID)

        then:
        server.requests[0].contains('x-ms-version: 2.11\r\n')
    }

    def "tasks are asked for by the job's own path"() {
        given:
        serve(json('{"value":[]}'))

        expect:
        service.tasks(ID) == []
        server.requestLines == ["GET /api/Jobs('nb:jid:UUID:$GUID')/Tasks HTTP/1.1"]
    }

    def "an empty list means that there is no such job: #body"() {
        given:
        serve(json(body))

        expect:
        service.find(ID).empty

        where:
        body << ['{"value":[]}', '{"d":{"results":[]}}', '{"d":[]}']
    }

    def "an answer that comes broken is asked for again: #broken"() {
        given:
        serve(broken, '2.19', json('{"value":[]}'))

        expect:
        service.find(ID).empty
        server.requests.size() == 2

        where:
        broken << [json('{"value":[{"Id"'), json('<html>sign in</html>'), json(''), json('{"value":7}')]
    }

    def "an answer that is broken three times is told as it is"() {
        given:
        serve(json('{"value":[{"Id"'))

        when:
        service.find(ID)

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.contains('broken or cut off')
        server.requests.size() == 3
    }

    def "tasks of a job that is not there"() {
        given:
        serve(json('{"odata.error":{"code":"","message":{"lang":"en-US","value":"Not found"}}}', 404))

        when:
        service.tasks(ID)

        then:
        def e = thrown(NoSuchJob)
        e.id() == ID
    }

    def "another job than the one asked for is no answer"() {
        given:
        serve(json('{"value":[{"Id":"nb:jid:UUID:00000000-327f-2347-90bb-3bf79f8559f1","State":3}]}'))

        when:
        service.find(ID)

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.contains("it gives job nb:jid:UUID:00000000-327f-2347-90bb-3bf79f8559f1 instead of $ID")
    }

    def "#text is the id of the example job"() {
        given:
        serve(json('{}'))

        expect:
        service.parseId(text) == ID

        where:
        text << [GUID, GUID.toUpperCase(), "nb:jid:UUID:$GUID", "NB:JID:uuid:${GUID.toUpperCase()}", "  $GUID\n"]*.toString()
    }

    def "'#text' is no id, and nothing is sent"() {
        given:
        serve(json('{}'))

        when:
        service.parseId(text)

        then:
        def e = thrown(InvalidJobId)
        e.message.contains(text)
        e.advice().contains('nb:jid:UUID:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx')
        server.requests.empty

        where:
        text << ['', 'zz', GUID[0..-2], GUID + '0', "nb:tid:UUID:$GUID", "'$GUID'", GUID.replace('-', ''), "$GUID' or 1 eq 1"]*.toString()
    }

    def "a refusal with #status is a #type.simpleName that repeats the service's words and the request id"() {
        given:
        serve(answer(body, status, contentType, 'x-ms-request-id: r-42'))

        when:
        service.find(ID)

        then:
        def e = thrown(RuntimeException)
        e.class == type
        e.message.contains('(request id r-42)')
        e.message.contains(words)
        e.message.contains("$status")
        e.advice()

        where:
        status | contentType        | body                                                                                        || type           | words
        401    | 'application/json' | ''                                                                                          || AccessRefused  | 'did not accept the token'
        401    | 'text/html'        | '<html>no</html>'                                                                           || AccessRefused  | 'did not accept the token'
        403    | 'application/json' | '{"odata.error":{"code":"","message":{"lang":"en-US","value":"account deleted"}}}'          || AccessRefused  | 'account deleted'
        400    | 'application/json' | '{"error":{"code":"","message":{"lang":"en-US","value":"Parsing failed"}}}'                 || RequestRefused | 'Parsing failed'
        400    | 'application/xml'  | '<?xml version="1.0"?><m:error xmlns:m="x"><m:code /><m:message xml:lang="en-US">a &lt; b</m:message></m:error>' || RequestRefused | 'a < b'
        400    | 'application/xml'  | '<error xmlns="x"><code/><message xml:lang="en-US">old form</message></error>'              || RequestRefused | 'old form'
        404    | 'text/html'        | '<html>IIS</html>'                                                                          || RequestRefused | 'knows no such address'
        503    | 'text/plain'       | 'Server is busy.'                                                                           || RequestRefused | 'after all retries'
        409    | 'application/json' | '{"odata.error":{"message":{"value":"\\u001b[31mred"}}}'                                    || RequestRefused | '\\u001b[31mred'
    }

    def "a refusal says when to try again, where the service does: #wait"() {
        given:
        serve(answer('', 503, 'text/plain', "Retry-After: $wait"))

        when:
        service.find(ID)

        then:
        def e = thrown(RequestRefused)
        e.advice() == "The service is busy or ailing; try again $words."

        where:
        wait   || words
        '90'   || 'in 90 s, as it asks itself'
        '7200' || 'in 120 min, as it asks itself'
        '0'    || 'later'
    }

    def "#what instead of jobs is told as such"() {
        given:
        serve(answer(body, 200, type))

        when:
        service.find(ID)

        then:
        def e = thrown(UnexpectedAnswer)
        e.message.contains(words)
        e.message.contains('127.0.0.1')

        where:
        what                   | type               | body                         || words
        'a page of a proxy'    | 'text/html'        | '<html>Login</html>'         || 'an HTML page'
        'a page in disguise'   | 'application/json' | '  <!DOCTYPE html>'          || 'an HTML page'
        'JSON that is cut off' | 'application/json' | '{"value":[{"Id":"nb:jid'    || 'broken or cut off'
        'nothing'              | 'application/json' | ''                           || 'nothing'
        'an array'             | 'application/json' | '[]'                         || 'no JSON object'
        'an entity'            | 'application/json' | '{"Id":"x"}'                 || 'no OData list'
        'a list of numbers'    | 'application/json' | '{"value":[1]}'              || 'something else than entities'
        'no list in verbose'   | 'application/json' | '{"d":{"results":7}}'        || 'no OData list'
        'a deep nest'          | 'application/json' | '{"value":' + '[' * 5000     || 'broken or cut off'
    }

    def "how much the account processes at a time is read from #what"() {
        given:
        serve(answer)

        expect:
        service.capacity() == capacity
        server.requests[0].readLines()[0] == 'GET /api/EncodingReservedUnitTypes HTTP/1.1'

        where:
        what              | answer                                                                                                     | capacity
        'one row'         | json('{"value":[{"ReservedUnitType":1,"MaxReservableUnits":25,"CurrentReservedUnits":10}]}')               | Optional.of(new Capacity('S2', 10, 25))
        'another size'    | json('{"value":[{"ReservedUnitType":7,"MaxReservableUnits":2,"CurrentReservedUnits":1}]}')                 | Optional.of(new Capacity('Unknown(7)', 1, 2))
        'no row'          | json('{"value":[]}')                                                                                       | Optional.empty()
        'a refusal'       | answer('gone', 404, 'text/plain')                                                                            | Optional.empty()
    }
}
