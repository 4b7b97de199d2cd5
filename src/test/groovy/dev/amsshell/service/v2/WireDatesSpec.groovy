package dev.amsshell.service.v2

import java.time.Instant
import spock.lang.Specification

class WireDatesSpec extends Specification {
    def "#text is #instant"() {
        expect:
        WireDates.parse(text) == Instant.parse(instant)

        where:
        text                                | instant
        '2015-02-11T01:46:08.897'           | '2015-02-11T01:46:08.897Z'
        '2015-02-11T01:46:16.58'            | '2015-02-11T01:46:16.580Z'
        '2015-02-11T01:46:16'               | '2015-02-11T01:46:16Z'
        '2015-01-19T08:04:34.3287057Z'      | '2015-01-19T08:04:34.3287057Z'
        '2015-01-19T08:04:34.3287057'       | '2015-01-19T08:04:34.3287057Z'
        '2015-01-19T08:04:34z'              | '2015-01-19T08:04:34Z'
        '2015-01-19T08:04:34.5+02:00'       | '2015-01-19T06:04:34.5Z'
        '2015-01-19T08:04:34-05:30'         | '2015-01-19T13:34:34Z'
        '/Date(1587084991763)/'             | '2020-04-17T00:56:31.763Z'
        '\\/Date(1587084991763)\\/'         | '2020-04-17T00:56:31.763Z'
        '/Date(1587084991763+0120)/'        | '2020-04-17T00:56:31.763Z'
        '/Date(-1000)/'                     | '1969-12-31T23:59:59Z'
    }

    def "'#text' is no moment"() {
        expect:
        WireDates.parse(text) == null

        where:
        text << ['0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '/Date(-62135596800000)/', '', 'yesterday', '2015-13-01T00:00:00',
                 '/Date(x)/', '/Date(999999999999999999)/']
    }
}
