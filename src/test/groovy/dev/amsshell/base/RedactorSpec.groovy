package dev.amsshell.base

import spock.lang.Specification

class RedactorSpec extends Specification {
    static final JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL3Jlc3QifQ.c2lnbmF0dXJl'
    static final SWT = 'http%3a%2f%2fschemas.xmlsoap.org%2fws=acc&ExpiresOn=1&Issuer=x&HMACSHA256=abc%2fdef%3d'

    def redactor = new Redactor()

    def "a secret of the process is removed wherever it stands, plain and url-encoded"() {
        given:
        redactor.learn('s3cret/token+1=')

        expect:
        redactor.redact('before s3cret/token+1= after') == 'before *** after'
        redactor.redact('q=s3cret%2Ftoken%2B1%3D&x') == 'q=***&x'
    }

    def "what looks like a secret is removed without being known: #text"() {
        expect:
        !redactor.redact(text).contains(secret)

        where:
        text                                     | secret
        "Authorization: Bearer $JWT"             | 'c2lnbmF0dXJl'
        "token $JWT end"                         | 'eyJhdWQi'
        SWT                                      | 'abc%2fdef'
        'HMACSHA256=abc/def&x'                   | 'abc/def'
        'client_secret=hunter22&grant_type=x'    | 'hunter22'
        '{"access_token":"opaque-value"}'        | 'opaque-value'
        "def password = 'hunter22'"              | 'hunter22'
        'https://x.blob/asset?sv=1&sig=AbC%2B&y' | 'AbC%2B'
        'Bearer http%3a%2f%2fschemas%2fabcdef'   | 'abcdef'
    }

    def "ordinary text is left alone: #text"() {
        expect:
        redactor.redact(text) == text

        where:
        text << ['ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state', 'the token has expired', 'signal=9', '', null]
    }

    def "a secret too short to be one masks nothing"() {
        given:
        redactor.learn('ab')

        expect:
        redactor.redact('about') == 'about'
    }

    def "it does not show what it knows"() {
        given:
        redactor.learn('s3cret-token')

        expect:
        !redactor.toString().contains('s3cret')
    }
}
