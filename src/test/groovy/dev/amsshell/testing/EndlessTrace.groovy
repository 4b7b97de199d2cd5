package dev.amsshell.testing

import dev.amsshell.transport.Answer
import dev.amsshell.transport.Call
import dev.amsshell.transport.Exchange
import dev.amsshell.transport.HarFile
import dev.amsshell.transport.Headers
import java.nio.file.Path
import java.time.Duration
import java.time.Instant

/** A program that writes a trace until it is killed, and says so after each entry. */
final class EndlessTrace {
    static void main(String... arguments) {
        def har = new HarFile(Path.of(arguments[0]), { it }, '0', {})
        def uri = URI.create('https://127.0.0.1/api/Jobs()')
        for (int i = 0; ; i++) {
            def body = new byte[(i * 7919) % 100_000]
            Arrays.fill(body, (byte) 'x')
            def answer = new Answer(uri, 200, Headers.NONE, body)
            har.accept(new Exchange(new Call('GET', uri, [], new byte[0]), 'Jobs()', 1, Instant.EPOCH, Duration.ofMillis(i), Optional.of(answer), ''))
            System.out.println(i)
            System.out.flush()
        }
    }
}
