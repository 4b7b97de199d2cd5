package dev.amsshell.transport

import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class RetryAfterSpec extends Specification {
    static final NOW = Instant.parse('2024-05-01T03:00:00Z')

    def "'#value' is #seconds s"() {
        expect:
        RetryAfter.parse(value, NOW).map { it.toSeconds() }.orElse(null) == seconds

        where:
        value                                  || seconds
        '0'                                    || 0
        ' 17 '                                 || 17
        '999999999'                            || 999_999_999
        'Wed, 01 May 2024 03:00:30 GMT'        || 30
        'Wed, 1 May 2024 03:00:30 GMT'         || 30
        'Wed, 01 May 2024 02:59:30 GMT'        || 0
        '-1'                                   || null
        '1.5'                                  || null
        '9999999999999999'                     || null
        'soon'                                 || null
        ''                                     || null
        'Thu, 01 May 2024 03:00:30 GMT'        || null
    }
}
