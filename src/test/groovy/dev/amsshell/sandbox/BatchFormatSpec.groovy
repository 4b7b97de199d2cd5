package dev.amsshell.sandbox

import dev.amsshell.sandbox.http.Answer
import dev.amsshell.sandbox.http.BatchAnswer
import dev.amsshell.sandbox.http.BatchRequest
import dev.amsshell.sandbox.http.Refusal
import spock.lang.Specification

/** The text of batches, both ways (wire sheet 5.5). */
class BatchFormatSpec extends Specification {

    static final String TYPE = 'multipart/mixed; boundary=batch_1'

    static final String CREATION = '''\
--batch_1
Content-Type: multipart/mixed; boundary=changeset_1

--changeset_1
Content-Type: application/http
Content-Transfer-Encoding: binary

POST https://HOST/API/Jobs HTTP/1.1
Content-ID: 1
Content-Type: application/atom+xml;type=entry
DataServiceVersion: 3.0;NetFx

<entry>ä</entry>

--changeset_1
Content-Type: application/http
Content-Transfer-Encoding: binary

POST https://HOST/API/$1/Tasks HTTP/1.1
Content-ID: 2
Content-Type: application/atom+xml;type=entry

<entry/>
--changeset_1--
--batch_1--
'''

    private static List parse(String body, String contentType = TYPE) {
        BatchRequest.parse(contentType, body.getBytes('UTF-8'))
    }

    /** A batch of one query with that text, its lines parted by CRLF. */
    private static String query(String text) {
        "--batch_1\r\nContent-Type: application/http\r\n\r\n$text\r\n--batch_1--\r\n"
    }

    private static String changeSet(String text) {
        "--batch_1\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n" +
            "--c\r\nContent-Type: application/http\r\n\r\n$text\r\n--c--\r\n--batch_1--\r\n"
    }

    def "the creation of a job with a task is one change set, with #ends"() {
        when:
        def items = parse('to be ignored\n' + CREATION.replace('\n', lineEnd) + 'to be ignored')

        then:
        items.size() == 1
        items[0] instanceof BatchRequest.ChangeSet
        with(items[0].changes()) {
            it*.contentId() == ['1', '2']
            it*.request()*.method() == ['POST', 'POST']
            it*.request()*.path() == ['/API/Jobs', '$1/Tasks']
            it*.request()*.query() == [null, null]
            it[0].request().headers().get('Content-Type').get() == 'application/atom+xml;type=entry'
            it[0].request().headers().all().size() == 3
            new String(it[0].request().body(), 'UTF-8') == '<entry>ä</entry>' + lineEnd
            new String(it[1].request().body(), 'UTF-8') == '<entry/>'
        }

        where:
        ends   | lineEnd
        'LF'   | '\n'
        'CRLF' | '\r\n'
    }

    def "queries and change sets come in their order"() {
        when:
        def items = parse(query("GET https://HOST/api/Jobs('x')?\$select=Id&\$top=1 HTTP/1.1\r\nAccept: application/json\r\n") - '--batch_1--\r\n' +
            changeSet("DELETE Jobs('x') HTTP/1.1\r\n") - '--batch_1--\r\n' + query('GET Tasks HTTP/1.1'))

        then:
        items*.class == [BatchRequest.Query, BatchRequest.ChangeSet, BatchRequest.Query]
        items[0].request().toString() == "GET /api/Jobs('x')?\$select=Id&\$top=1"
        items[0].request().headers().get('accept').get() == 'application/json'
        items[1].changes()[0].contentId() == null
        items[1].changes()[0].request().body().length == 0
        items[2].request().toString() == 'GET Tasks'
    }

    def "a target of #target has the path #path and the query #query"() {
        when:
        def request = parse(changeSet("POST $target HTTP/1.1\r\nContent-ID: 1\r\n\r\n{}"))[0].changes()[0].request()

        then:
        request.path() == path
        request.query() == query
        request.body() == '{}'.bytes

        where:
        target                             || path             | query
        'https://HOST/API/Jobs'            || '/API/Jobs'      | null
        'http://127.0.0.1:80/api//Jobs'    || '/api//Jobs'     | null
        'HTTPS://HOST/api/Jobs?a=b c&d'    || '/api/Jobs'      | 'a=b c&d'
        '/api/Jobs'                        || '/api/Jobs'      | null
        'Jobs'                             || 'Jobs'           | null
        "Jobs('ä')"                        || "Jobs('ä')"      | null
        '$1/Tasks'                         || '$1/Tasks'       | null
        '/$1'                              || '$1'             | null
        'https://HOST/API/$1/Tasks'        || '$1/Tasks'       | null
        'https://HOST/API//$12/Tasks?x=y'  || '$12/Tasks'      | 'x=y'
        'https://HOST/API/%241/Tasks'      || '$1/Tasks'       | null
        "https://HOST/api/Jobs('\$1')"     || "/api/Jobs('\$1')" | null
        'https://HOST/api/Jobs/$count'     || '/api/Jobs/$count' | null
    }

    def "a boundary may be quoted, and a field may go on in the next line"() {
        expect:
        parse('--a b\nContent-Type: application/http\nX-Note: one\n\ttwo\n\nGET Jobs HTTP/1.1\n--a b--', contentType).size() == 1
        parse('--a b\nContent-Type: multipart/mixed;\r\n\tboundary="c:d"\r\n\r\n--c:d--\r\n--a b--', contentType)[0].changes() == []

        where:
        contentType << ['multipart/mixed; boundary="a b"', 'Multipart/Mixed;charset=utf-8;Boundary="a b";x=y']
    }

    def "a line that only begins like a boundary is content"() {
        expect:
        new String(parse(changeSet('POST Jobs HTTP/1.1\r\n\r\n--cde\r\n--batch_12'))[0].changes()[0].request().body()) ==
            '--cde\r\n--batch_12'
    }

    def "a batch of nothing is nothing"() {
        expect:
        parse('--batch_1--') == []
    }

    def "a batch is refused: #text"() {
        when:
        parse(body, contentType)

        then:
        def refusal = thrown(Refusal)
        refusal.status() == 400
        refusal.message == text

        where:
        contentType                 | body                                     || text
        null                        | CREATION                                 || 'A batch needs a Content-Type of multipart/mixed with a boundary.'
        'multipart/mixed'           | CREATION                                 || 'A batch needs a Content-Type of multipart/mixed with a boundary.'
        'application/json; boundary=batch_1' | CREATION                        || 'A batch needs a Content-Type of multipart/mixed with a boundary.'
        TYPE                        | ''                                       || "The batch ends before its closing boundary '--batch_1--'."
        TYPE                        | CREATION.take(300)                       || "The batch ends before its closing boundary '--batch_1--'."
        TYPE                        | CREATION - '--changeset_1--'             || "The batch ends before its closing boundary '--changeset_1--'."
        TYPE                        | query('')                                || "A part of the batch has no request line such as 'POST https://host/api/Jobs HTTP/1.1'."
        TYPE                        | query('Jobs HTTP/1.1')                   || "A part of the batch has no request line such as 'POST https://host/api/Jobs HTTP/1.1'."
        TYPE                        | query('GET Jobs HTTP/1.1\r\nnonsense')   || 'A part of the batch has a malformed header field.'
        TYPE                        | query('POST Jobs HTTP/1.1')              || 'Only GET is allowed outside of a change set, not POST.'
        TYPE                        | changeSet('GET Jobs HTTP/1.1')           || 'GET is not allowed within a change set.'
        TYPE                        | '--batch_1\n\n\n--batch_1--'             || "A part of the batch is '' where application/http is expected."
        TYPE                        | changeSet('').replace('application/http', 'multipart/mixed; boundary=d') ||
            "A part of the batch is 'multipart/mixed' where application/http is expected."
        TYPE                        | '--batch_1\nContent-Type: application/http\n\nGET Jobs HTTP/1.1\n' * 1001 + '--batch_1--' ||
            'A batch holds at most 1000 requests.'
    }

    def "the answer to a change set has the form of the captured one"() {
        when:
        def answer = BatchAnswer.of([new BatchAnswer.ChangeSet([
            new BatchAnswer.Reply('1', Answer.of(201, 'application/atom+xml;type=entry;charset=utf-8', '<entry/>')
                .with('DataServiceVersion', '3.0;').with('Location', 'https://HOST/api/Jobs(\'x\')').with('A-Field', 'more')),
            new BatchAnswer.Reply(null, Answer.empty(204))])])
        def boundary = (answer.headers().get('Content-Type').get() =~ /^multipart\/mixed; boundary=(batchresponse_[-0-9a-f]{36})$/)[0][1]
        def inner = (answer.body() =~ /boundary=(changesetresponse_[-0-9a-f]{36})\r\n/)[0][1]

        then:
        answer.status() == 202
        answer.headers().get('DataServiceVersion').get() == '1.0;'
        answer.body() == """\
--$boundary
Content-Type: multipart/mixed; boundary=$inner

--$inner
Content-Type: application/http
Content-Transfer-Encoding: binary

HTTP/1.1 201 Created
DataServiceVersion: 3.0;
Content-Type: application/atom+xml;type=entry;charset=utf-8
Content-ID: 1
X-Content-Type-Options: nosniff
Cache-Control: no-cache
Location: https://HOST/api/Jobs('x')
A-Field: more

<entry/>
--$inner
Content-Type: application/http
Content-Transfer-Encoding: binary

HTTP/1.1 204 No Content
X-Content-Type-Options: nosniff
Cache-Control: no-cache


--$inner--
--$boundary--
""".replace('\n', '\r\n')
    }

    def "a failed change set is one part with the error"() {
        when:
        def lines = BatchAnswer.of([new BatchAnswer.Single(Answer.of(404, 'application/xml', '<m:error/>'))]).body().split('\r\n') as List

        then:
        lines[1..2] == ['Content-Type: application/http', 'Content-Transfer-Encoding: binary']
        lines[4] == 'HTTP/1.1 404 Not Found'
        lines[-2] == '<m:error/>'
        lines[-1] == lines[0] + '--'
    }
}
