package dev.amsshell.render

import dev.amsshell.base.Redactor
import dev.amsshell.transport.Answer
import dev.amsshell.transport.Call
import dev.amsshell.transport.Exchange
import dev.amsshell.transport.Header
import dev.amsshell.transport.Headers
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification

class ExchangeLineSpec extends Specification {
    static final ID = '5f2c0000-1111-2222-3333-444455556666'
    static final LISTED = 'Jobs()?$filter=State%20eq%204%20and%20startswith(Name,%27a%2Bb%27)&$top=51'

    static Exchange exchange(Map with = [:]) {
        def uri = URI.create('http://127.0.0.1/api/')
        def status = with.status == null ? 200 : with.status
        def headers = [Location: with.location, 'x-ms-request-id': with.id == null ? ID : with.id].findAll { it.value }
        def answer = new Answer(uri, status as int, new Headers(headers.collect { new Header(it.key, it.value as String) }), new byte[(with.bytes ?: 12_345) as int])
        new Exchange(new Call('GET', uri, [], new byte[0]), (with.path ?: LISTED) as String, (with.attempt ?: 1) as int, Instant.EPOCH,
            Duration.ofMillis((with.millis ?: 34) as long), status ? Optional.of(answer) : Optional.empty(), (with.trouble ?: '') as String)
    }

    static String line(Map with = [:], int width = Style.UNLIMITED) {
        new ExchangeLine({ it }).of(exchange(with), new Style(width, true, false, '...', ZoneOffset.UTC))
    }

    def "#what is told in a line"() {
        expect:
        line(with) == text

        where:
        what                   | with                                                        || text
        'a success'            | [:]                                                         || "GET Jobs()?\$filter=State eq 4 and startswith(Name,'a+b')&\$top=51  200  34 ms  12 kB  request $ID"
        'a second attempt'     | [path: 'Jobs()', attempt: 2, id: '', bytes: 7]              || 'GET Jobs()  200  attempt 2  34 ms  7 B'
        'a refusal'            | [path: 'Jobs()', status: 400, id: 'i', bytes: 2_345_678]    || 'GET Jobs()  400  34 ms  2.3 MB  request i'
        'a redirect'           | [path: 'Jobs()', status: 301, location: 'https://x/%61', id: ''] || 'GET Jobs()  301  to https://x/a  34 ms  12 kB'
        'a failure'            | [path: 'Jobs()', status: 0, trouble: 'no answer in time', id: '', millis: 30_050] || 'GET Jobs()  no answer in time  30.1 s'
        'what does not decode' | [path: 'Jobs()?x=%zz', id: '']                              || 'GET Jobs()?x=%zz  200  34 ms  12 kB'
        'what would be obeyed' | [path: 'a%1b[2J%0a', location: '\u202ex', id: 'a\nb']       || 'GET a\\u001b[2J\\n  200  to \\u202ex  34 ms  12 kB  request a\\nb'
    }

    def "in #width columns it is shortened, and the id is kept longest where something went wrong"() {
        expect:
        line([status: status], width) == text
        text.length() <= width

        where:
        width | status || text
        80    | 200    || "GET Jobs()?\$filter=State eq 4...tartswith(Name,'a+b')&\$top=51  200  34 ms  12 kB"
        80    | 500    || "GET Jobs()?\$f...a+b')&\$top=51  500  request $ID"
        40    | 200    || "GET Jobs()?\$f...+b')&\$top=51  200  34 ms"
    }

    def "no secret is shown, however it is spelled: #path"() {
        given:
        def redactor = new Redactor()
        redactor.learn('s3cret/tok+en')
        def text = new ExchangeLine(redactor::redact).of(exchange(path: path, location: "https://x/?$path", id: 's3cret/tok+en'), Style.PLAIN)

        expect:
        !text.contains('s3cret') && !text.contains('tok') && !text.contains('QWERTY')
        text.contains('***')

        where:
        path << ['Jobs()?a=s3cret/tok+en', 'Jobs()?a=s3cret%2Ftok%2Ben', 'Jobs()?a=s3cret/tok%2Ben', 'Jobs()?sig=QWERTY%2B', 'Jobs()?x=sig%3DQWERTY']
    }
}
