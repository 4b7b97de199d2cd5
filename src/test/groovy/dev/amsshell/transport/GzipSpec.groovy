package dev.amsshell.transport

import dev.amsshell.base.Cancellation
import dev.amsshell.testing.Networks
import dev.amsshell.testing.RecordingServer
import java.util.zip.GZIPOutputStream
import spock.lang.AutoCleanup
import spock.lang.Specification

class GzipSpec extends Specification {
    @AutoCleanup
    RecordingServer server
    @AutoCleanup
    Network network = Networks.direct()

    static byte[] gzip(byte[] plain) {
        def bytes = new ByteArrayOutputStream()
        new GZIPOutputStream(bytes).withCloseable { it.write(plain) }
        bytes.toByteArray()
    }

    Answer ask(byte[] body, String coding, int length = body.length) {
        server = new RecordingServer({ it ->
            def whole = new ByteArrayOutputStream()
            whole.write("HTTP/1.1 200 OK\r\nContent-Encoding: $coding\r\nContent-Length: $length\r\nConnection: close\r\n\r\n".getBytes('UTF-8'))
            whole.write(body)
            whole.toByteArray()
        })
        network.call(new Call('GET', URI.create(server.root), [], new byte[0]), 1, new Cancellation(), {})
    }

    def "an answer in #coding is read"() {
        expect:
        ask(gzip('{"value":[]}'.bytes), coding).text() == '{"value":[]}'
        server.requests[0].contains('Accept-Encoding: gzip\r\n')

        where:
        coding << ['gzip', 'x-gzip', 'GZIP', ' gzip ']
    }

    def "an answer that is not compressed is read as it is, and an empty one is empty"() {
        expect:
        ask('{}'.bytes, 'identity').text() == '{}'
        ask(new byte[0], 'gzip').text() == ''
    }

    def "whoever asks for something else gets it"() {
        given:
        server = new RecordingServer({ 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n' })

        when:
        network.call(new Call('GET', URI.create(server.root), [new Header('accept-encoding', 'identity')], new byte[0]), 1, new Cancellation(), {})

        then:
        server.requests[0].findAll(/(?i)accept-encoding.*/) == ['accept-encoding: identity']
    }

    def "#what is no answer"() {
        when:
        ask(body, 'gzip', length < 0 ? body.length : length)

        then:
        def e = thrown(Unreachable)
        e.message.contains(words)
        e.transient

        where:
        what                         | body                                    | length || words
        'what is not gzip'           | '{"value":[]}'.bytes                    | -1     || 'not the gzip that it says it is'
        'gzip that is cut off'       | gzip('{"value":[]}'.bytes)[0..12] as byte[] | -1 || 'the answer broke off'
        'a body that is cut off'     | gzip('{"value":[]}'.bytes)              | 900    || 'the answer broke off'
        'gzip with a wrong checksum' | gzip('{"value":[]}'.bytes).tap { it[-5] ^= 1 } | -1 || 'not the gzip that it says it is'
    }

    def "a bomb is too large, whatever its size on the wire"() {
        when:
        ask(gzip(new byte[(64 << 20) + 1]), 'gzip')

        then:
        def e = thrown(Unreachable)
        e.message.contains('larger than 64 MiB')
    }
}
