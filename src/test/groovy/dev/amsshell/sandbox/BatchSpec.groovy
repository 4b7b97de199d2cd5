package dev.amsshell.sandbox

import java.net.http.HttpResponse

/** Several requests in one (wire sheet 5.5). */
class BatchSpec extends SandboxSpecification {

    static final String ATOM = 'application/atom+xml;type=entry'
    static final String LIGHT = 'application/json'

    /** Line ends as in the captured requests. */
    static String crlf(String text) {
        text.stripIndent().strip().replace('\r', '').replace('\n', '\r\n') + '\r\n'
    }

    static String part(String requestLine, String headers = '', String body = '') {
        "Content-Type: application/http\nContent-Transfer-Encoding: binary\n\n$requestLine\n$headers\n$body"
    }

    HttpResponse<String> batch(List<String> parts, Map headers = [:]) {
        def body = parts.collect { "--batch_1\n$it\n" }.join('') + '--batch_1--'
        client.send('POST', '$batch', ['Content-Type': 'multipart/mixed; boundary=batch_1', Accept: 'multipart/mixed'] + headers, crlf(body))
    }

    static String changeSet(List<String> parts) {
        'Content-Type: multipart/mixed; boundary=changeset_1\n\n' + parts.collect { "--changeset_1\n$it\n" }.join('') + '--changeset_1--\n'
    }

    static String atomJob(String asset, String name = 'batched') {
        """<?xml version="1.0" encoding="utf-8"?><entry xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><link href="https://HOST/API//Assets('$asset')" rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/InputMediaAssets" type="application/atom+xml;type=feed" title="InputMediaAssets"/><content type="application/xml"><m:properties><d:Name>$name</d:Name></m:properties></content></entry>"""
    }

    static String atomTask(int output, String input = 'JobInputAsset(0)') {
        """<entry xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><content type="application/xml"><m:properties><d:Configuration>Adaptive Streaming</d:Configuration><d:MediaProcessorId>${NewJobs.STANDARD}</d:MediaProcessorId><d:TaskBody>${NewJobs.body(input, output).replace('<', '&lt;')}</d:TaskBody></m:properties></content></entry>"""
    }

    String created(String id, String path, String body, String contentType = ATOM) {
        part("POST https://HOST/API/$path HTTP/1.1", "Content-ID: $id\nContent-Type: $contentType\nAccept: $contentType\nDataServiceVersion: 3.0;NetFx\n", body)
    }

    def "a job and its tasks are created by one change set in Atom"() {
        when:
        def response = batch([changeSet([
            created('1', 'Jobs', atomJob(NewJobs.asset(client))),
            created('2', '$1/Tasks', atomTask(0)),
            created('3', '$1/Tasks', atomTask(1, 'JobOutputAsset(0)'))])])
        def job = client.filtered('Jobs', "Name eq 'batched'")[0]
        def tasks = client.rows("Jobs('${job.Id}')/Tasks")
        def address = { String set, String id -> "$set('${id.replace(':', '%3A')}')" }

        then:
        response.statusCode() == 202
        response.headers().firstValue('Content-Type').get() ==~ /multipart\/mixed; boundary=batchresponse_[0-9a-f-]{36}/
        response.headers().firstValue('DataServiceVersion').get() == '1.0;'
        response.body().readLines().findAll { it.startsWith('HTTP/1.1') } == ['HTTP/1.1 201 Created'] * 3
        response.body().readLines().findAll { it.startsWith('Content-ID') } == ['Content-ID: 1', 'Content-ID: 2', 'Content-ID: 3']
        response.body().readLines().findAll { it.startsWith('Location') }*.minus("Location: ${sandbox.endpoint()}".toString()) ==
            [address('Jobs', job.Id), address('Tasks', tasks[0].Id), address('Tasks', tasks[1].Id)]
        response.body().contains("<d:Id>${job.Id}</d:Id>")
        response.body().contains("<d:Id>${tasks[1].Id}</d:Id>")
        tasks*.State == [0, 0]
    }

    def "the same in JSON"() {
        given:
        def job = """{"Name":"batched light","InputMediaAssets@odata.bind":["https://HOST/api/Assets('${NewJobs.asset(client)}')"]}"""
        def task = """{"Configuration":"Adaptive Streaming","MediaProcessorId":"${NewJobs.STANDARD}","TaskBody":"${NewJobs.body().replace('"', '\\"')}"}"""

        when:
        def response = batch([changeSet([created('1', 'Jobs', job, LIGHT), created('2', '$1/Tasks', task, LIGHT)])])
        def answers = response.body().readLines().findAll { it.startsWith('{') }.collect { WireClient.decode(it) }

        then:
        answers[0].Name == 'batched light'
        answers[1].Configuration == 'Adaptive Streaming'
        client.rows("Jobs('${answers[0].Id}')/Tasks")*.Id == [answers[1].Id]
    }

    def "queries are answered one by one, refused ones too"() {
        when:
        def response = batch([
            part('GET Jobs?$top=1 HTTP/1.1', 'Accept: application/json\n'),
            part("GET /api/Jobs('x') HTTP/1.1", 'Accept: application/json\n'),
            part('GET https://HOST/api/Jobs/$count HTTP/1.1')])

        then:
        response.statusCode() == 202
        response.body().readLines().findAll { it.startsWith('HTTP/1.1') } ==
            ['HTTP/1.1 200 OK', 'HTTP/1.1 400 Bad Request', 'HTTP/1.1 200 OK']
    }

    def "a change that stands by itself is carried out"() {
        given:
        def id = client.filtered('Jobs', 'State eq 3')[0].Id

        when:
        def response = batch([changeSet([part("DELETE https://HOST/api/Jobs('$id') HTTP/1.1", 'Content-ID: 7\n')])])

        then:
        response.body().contains('HTTP/1.1 204 No Content')
        client.get("Jobs('$id')").statusCode() == 404
    }

    def "a tunnelled verb is what it says in a change set too"() {
        given:
        def id = client.filtered('Jobs', 'State eq 0')[0].Id

        when:
        def response = batch([changeSet([part("POST https://HOST/api/Jobs('$id') HTTP/1.1",
            'Content-ID: 7\nX-HTTP-Method: MERGE\nContent-Type: application/json;odata=verbose\n', '{"Priority":9}')])])

        then:
        response.body().contains('HTTP/1.1 204 No Content')
        client.json("Jobs('$id')").Priority == 9
    }

    def "the answer to a failed part names the part"() {
        when:
        def response = batch([changeSet([
            created('1', 'Jobs', atomJob(NewJobs.asset(client))), created('2', '$1/Tasks', atomTask(0)), created('3', '$1/Tasks', '<entry')])])

        then:
        response.body().readLines().findAll { it.startsWith('Content-ID') } == ['Content-ID: 3']
    }

    def "a request line full of spaces costs no time"() {
        when:
        def response = batch([part('GET ' + ' ' * 200_000 + 'x')])

        then:
        response.statusCode() == 400
    }

    def "#what undoes the whole change set: #status"() {
        given:
        def before = client.get('Jobs/$count').body()

        when:
        def response = batch([changeSet(parts(NewJobs.asset(client)))])

        then:
        response.statusCode() == 202
        response.body().readLines().findAll { it.startsWith('HTTP/1.1') } == ["HTTP/1.1 $status".toString()]
        response.body().contains(text)
        client.get('Jobs/$count').body() == before

        where:
        what                     | status                | text                                  | parts
        'an unknown asset'       | '404 Not Found'       | 'Assets'                              | { [created('1', 'Jobs', atomJob('nb:cid:UUID:00000000-0000-0000-0000-000000000000')), created('2', '$1/Tasks', atomTask(0))] }
        'no task'                | '400 Bad Request'     | 'There must be at least one task.'    | { [created('1', 'Jobs', atomJob(it))] }
        'a circle'               | '400 Bad Request'     | 'wait for one another'                | { [created('1', 'Jobs', atomJob(it)), created('2', '$1/Tasks', atomTask(0, 'JobOutputAsset(0)'))] }
        'a body that is no XML'  | '400 Bad Request'     | 'Parsing request content failed'      | { [created('1', 'Jobs', atomJob(it)), created('2', '$1/Tasks', '<entry')] }
        'an unknown reference'   | '400 Bad Request'     | 'The reference $9'                    | { [created('1', 'Jobs', atomJob(it)), created('2', '$9/Tasks', atomTask(0))] }
        'an unknown navigation'  | '404 Not Found'       | 'Nonsense'                            | { [created('1', 'Jobs', atomJob(it)), created('2', '$1/Nonsense', atomTask(0))] }
        'a second entity'        | '501 Not Implemented' | 'one entity and its parts'            | { [created('1', 'Jobs', atomJob(it)), created('2', 'Assets', atomTask(0))] }
    }

    def "what is no batch is refused: #what"() {
        when:
        def response = client.send('POST', '$batch', ['Content-Type': contentType], body)

        then:
        response.statusCode() == 400
        WireClient.message(response) != ''

        where:
        what                | contentType                          | body
        'another type'      | 'application/json'                   | '{}'
        'no boundary'       | 'multipart/mixed'                    | '--x--'
        'no part'           | 'multipart/mixed; boundary=x'        | ''
        'a truncated part'  | 'multipart/mixed; boundary=x'        | '--x\r\nContent-Type: application/http\r\n'
        'a part of no kind' | 'multipart/mixed; boundary=x'        | '--x\r\nContent-Type: text/plain\r\n\r\nGET Jobs HTTP/1.1\r\n\r\n--x--'
        'no request line'   | 'multipart/mixed; boundary=x'        | '--x\r\nContent-Type: application/http\r\n\r\nhello\r\n\r\n--x--'
    }

    def "a batch is sent by POST"() {
        expect:
        client.get('$batch').statusCode() == 405
    }
}
