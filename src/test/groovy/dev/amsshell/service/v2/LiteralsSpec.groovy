package dev.amsshell.service.v2

import dev.amsshell.job.JobState
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class LiteralsSpec extends Specification {

    def "#value is written #literal"() {
        expect:
        Literals.of(value) == literal

        where:
        value                                          | literal
        'plain'                                        | "'plain'"
        "it's ''quoted''"                              | "'it''s ''''quoted'''''"
        "a${1}b"                                       | "'a1b'"
        ''                                             | "''"
        'ü€😀\n\t%&+'                                  | "'ü€😀\n\t%&+'"
        5                                              | '5'
        5L                                             | '5'
        -2147483648L                                   | '-2147483648'
        2147483648L                                    | '2147483648L'
        Long.MAX_VALUE                                 | '9223372036854775807L'
        new BigInteger('9223372036854775808')          | '9223372036854775808m'
        2.5                                            | '2.5'
        2.5d                                           | '2.5'
        1e30d                                          | '1000000000000000000000000000000.0'
        1.0d                                           | '1.0'
        true                                           | 'true'
        JobState.ERROR                                 | '4'
        JobState.CANCELING                             | '6'
        JobState.unknown('9')                          | '9'
        Duration.ofMinutes(10)                         | '600000.0'
        Duration.ofNanos(1_500_000)                    | '1.5'
        Instant.parse('2015-02-11T01:46:08Z')          | "datetime'2015-02-11T01:46:08Z'"
        Instant.parse('2015-02-11T01:46:08.8970000Z')  | "datetime'2015-02-11T01:46:08.897Z'"
        Instant.parse('2015-02-11T01:46:08.1234567Z')  | "datetime'2015-02-11T01:46:08.1234567Z'"
        Instant.MIN                                    | "datetime'0001-01-01T00:00:00Z'"
        Instant.MAX                                    | "datetime'9999-12-31T23:59:59Z'"
        UUID.fromString('f3c43f94-327f-2347-90bb-3bf79f8559f1') | "guid'f3c43f94-327f-2347-90bb-3bf79f8559f1'"
    }

    def "in a URL, #text is #encoded"() {
        expect:
        UrlText.encode(text) == encoded

        where:
        text                          | encoded
        "Name eq 'a b'"               | "Name%20eq%20'a%20b'"
        'a+b&c=d#e%f'                 | 'a%2Bb%26c%3Dd%23e%25f'
        'nb:jid:UUID:(x),$y'          | 'nb:jid:UUID:(x),$y'
        'ü😀'                         | '%C3%BC%F0%9F%98%80'
        '\r\n\u0000"<>\\^`{|}[]?;'    | '%0D%0A%00%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D%3F%3B'
    }
}
