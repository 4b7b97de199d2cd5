package dev.amsshell.testing

import java.nio.charset.StandardCharsets
import java.util.zip.GZIPOutputStream

/** Spoils the answers of a service: their bodies, their headers, and how the two belong together. */
final class AnswerFuzzer {
    static final String ID = 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'

    private static final String JOB = """{"Id":"$ID","Name":"Nightly","Created":"2015-02-11T01:46:08.897","LastModified":"2015-02-11T01:46:08.897Z",
        "EndTime":null,"Priority":3,"RunningDuration":39605.5,"StartTime":"2015-02-11T01:46:16.58","State":4,"TemplateId":null,"Progress":42.5,
        "JobNotificationSubscriptions":[{"TargetJobState":2,"NotificationEndPointId":"nb:nepid:UUID:36e5"}],"MediaProcessorId":"nb:mpid:UUID:1",
        "ErrorDetails":[{"Code":"ErrorProcessingTask","Message":"it broke"}],"HistoricalEvents":[{"Code":"Scheduled","Message":"","TimeStamp":"2015-02-11T01:46:16.58"}]}"""

    private static final List<String> BODIES = [
        """{"odata.metadata":"https://h/api/\$metadata#Jobs","value":[$JOB,$JOB]}""".toString(),
        """{"d":{"results":[$JOB],"__next":"Jobs?\$skiptoken=1"}}""".toString(),
        """{"value":[],"odata.nextLink":"https://elsewhere.example/api/Jobs?\$skip=1000"}""".toString(),
        '{"odata.error":{"code":"","message":{"lang":"en-US","value":"Parsing request content failed"}}}',
        '<?xml version="1.0"?><m:error xmlns:m="x"><m:code /><m:message xml:lang="en-US">no &lt;such&gt; thing</m:message></m:error>',
        '<html><body>Login</body></html>', '42', '']

    private static final List<String> STATUSES = ['200', '200', '200', '200', '201', '204', '206', '299', '300', '301', '302', '304', '307', '400', '401', '403', '404',
                                                  '409', '418', '429', '500', '503', '599', '000', '99', '1000', '-1', '2OO', '']

    private static final List<String> LINES = [
        'Content-Type: application/json;odata=minimalmetadata', 'Content-Type: text/html', 'Content-Type: ;;;=', 'Content-Encoding: gzip', 'Content-Encoding: x, gzip',
        'Content-Encoding: deflate', 'Transfer-Encoding: chunked', 'Transfer-Encoding: gzip, chunked', 'Content-Length: 0', 'Content-Length: -5',
        'Content-Length: 9223372036854775807', 'Content-Length: 99999999999999999999', 'Content-Length: 1\r\nContent-Length: 2', 'Location: /', 'Location: ',
        'Location: https://evil.example/', 'Location: http://[::1', 'Location: \u0000', 'Retry-After: 99999999999999999999', 'Retry-After: -1', 'Retry-After: never',
        'Date: Thu, 99 Foo 0000 99:99:99 GMT', 'x-ms-request-id: ' + 'r' * 5000, 'x-ms-request-id: \u001b[2J', 'WWW-Authenticate: Basic realm="', 'Set-Cookie: a=b',
        'Upgrade: h2c\r\nConnection: Upgrade', 'Connection: keep-alive', ': x', 'no colon', ' folded', 'N' * 70_000 + ': x', 'Trailer: x', 'Link: <x>; rel=next']

    private final Random random
    private final Spoiler spoiler

    AnswerFuzzer(Random random) {
        this.random = random
        this.spoiler = new Spoiler(random)
    }

    /** The bytes of one answer; what follows them is the end of the connection. */
    byte[] answer() {
        def body = pick(BODIES)
        random.nextInt(4).times { body = spoiler.spoil(body, Nasty.IN_BODIES) }
        byte[] content = random.nextInt(8) == 0 ? zipped(random.nextInt(6) == 0 ? body * 200 : body) : body.getBytes(StandardCharsets.ISO_8859_1)
        if (random.nextInt(10) == 0) {
            content = chunked(content)
        }
        def lines = (0..<random.nextInt(4)).collect { pick(LINES) }
        if (random.nextInt(3) > 0) {
            lines << "Content-Length: ${content.length + (random.nextInt(10) == 0 ? random.nextInt(50) - 25 : 0)}".toString()
        }
        def head = "${random.nextInt(30) == 0 ? pick(['HTTP/1.0', 'HTTP/2', 'HTTP', 'SSH-2.0', '']) : 'HTTP/1.1'} ${pick(STATUSES)} X\r\n" + lines.collect { it + '\r\n' }.join('') + '\r\n'
        if (random.nextInt(6) == 0) {
            head = spoiler.spoil(head, Nasty.IN_TARGETS + Nasty.IN_BODIES)
        }
        def bytes = new ByteArrayOutputStream()
        bytes.write(head.getBytes(StandardCharsets.ISO_8859_1))
        bytes.write(content)
        return bytes.toByteArray()
    }

    private static byte[] zipped(String text) {
        def bytes = new ByteArrayOutputStream()
        new GZIPOutputStream(bytes).withCloseable { it.write(text.getBytes(StandardCharsets.ISO_8859_1)) }
        return bytes.toByteArray()
    }

    private byte[] chunked(byte[] content) {
        def size = pick([Integer.toHexString(content.length), Integer.toHexString(content.length), 'zz', '-1', 'ffffffffffffffffff', '7fffffff', ''])
        def bytes = new ByteArrayOutputStream()
        bytes.write("$size\r\n".bytes)
        bytes.write(content)
        bytes.write(pick(['\r\n0\r\n\r\n', '\r\n', '0\r\nTrailer: x\r\n\r\n', '']).bytes)
        return bytes.toByteArray()
    }

    private <V> V pick(List<V> values) {
        values[random.nextInt(values.size())]
    }
}
