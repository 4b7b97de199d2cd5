package dev.amsshell.cli

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class StreamsSpec extends Specification {
    static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            void write(int b) {
                throw new IOException(message)
            }
        }
    }

    def "what goes to a terminal is made harmless, wherever the bytes are cut"() {
        given:
        def sink = new ByteArrayOutputStream()
        def stream = new SafeTerminalStream(sink)

        when:
        'ü\u001b[31m動\u202E🎬\n'.getBytes(StandardCharsets.UTF_8).toList().collate(size).each { stream.write(it as byte[]) }

        then:
        sink.toString(StandardCharsets.UTF_8) == 'ü\\u001b[31m動\\u202e🎬\n'

        where:
        size << [1, 2, 3, 5, 100]
    }

    def "output that nobody reads any more ends whoever writes, and says so once"() {
        given:
        def told = []
        def stdout = new Stdout(failing(message), { isPipe })
        stdout.onFailure { told << 'failed' }

        when:
        stdout.write(1)
        then:
        thrown(Stdout.Closed)

        when:
        stdout.write(1)
        then:
        thrown(Stdout.Closed)
        told == ['failed']
        stdout.isClosed()

        where:
        message         | isPipe
        'Broken pipe'   | false
        'Tubería rota'  | true
    }

    def "a full disk is not a closed pipe"() {
        given:
        def stdout = new Stdout(failing('No space left on device'), { false })

        when:
        stdout.write(1)

        then:
        thrown(Stdout.Closed)
        !stdout.isClosed()
        stdout.failure().message == 'No space left on device'
    }
}
