package dev.amsshell.base

import spock.lang.Specification

class RedactorSpec extends Specification {
    static final JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL3Jlc3QifQ.c2lnbmF0dXJl'
    static final SWT = 'http%3a%2f%2fschemas.xmlsoap.org%2fws=acc&ExpiresOn=1&Issuer=x&HMACSHA256=abc%2fdef%3d'

    static final KEY = 'c2FuZGJveC1hY2NvdW50LWtleSBvZiA2NCBieXRlcywgd2hpY2ggaXMgd2hhdCBzdG9yYWdlIGhhcw1234567w=='

    def redactor = new Redactor()

    def "a secret of the process is removed wherever it stands, plain and url-encoded"() {
        given:
        redactor.learn('s3cret/token+1=')

        expect:
        redactor.redact('before s3cret/token+1= after') == 'before *** after'
        redactor.redact('q=s3cret%2Ftoken%2B1%3D&x') == 'q=***&x'
    }

    def "a secret is removed in each spelling: #text"() {
        given:
        redactor.learn('s3cret/"to~ken"+\\1é*=')

        expect:
        redactor.redact("a $text z") == 'a *** z'

        where:
        text << ['s3cret/"to~ken"+\\1é*=', 's3cret%2F%22to%7Eken%22%2B%5C1%C3%A9*%3D', 's3cret%2f%22to%7eken%22%2b%5c1%c3%a9*%3d', 's3cret%2F%22to~ken%22%2B%5C1%C3%A9%2A%3D',
                 's3cret%2f%22to~ken%22%2b%5c1%c3%a9%2a%3d', 's3cret/\\"to~ken\\"+\\\\1é*=', 's3cret\\/\\"to~ken\\"+\\\\1é*=']
    }

    def "a secret is removed from base 64 wherever in it, but for what others share: #before"() {
        given:
        redactor.learn('s3cret>>token??1=')
        def encoded = encoder.encodeToString("${before}s3cret>>token??1=$after".bytes)
        def clean = redactor.redact(encoded)

        expect:
        clean.contains('***')
        // but for the characters at both ends, which share their bits with what stands there
        clean.replace('***', '').length() <= encoded.length() - 21

        where:
        [before, after, encoder] << [['', 'm', 'me', 'me:', 'user:'], ['', 'x', 'xy'], [Base64.encoder, Base64.urlEncoder]].combinations()
    }

    def "a secret that begins with another is removed as a whole"() {
        given:
        redactor.learn('secret-one')
        redactor.learn('secret-one-and-more')

        expect:
        redactor.redact('secret-one-and-more, secret-one') == '***, ***'
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
        "swt='$SWT'"                             | 'abc%2fdef'
        'Authorization: Basic bWU6cHc='          | 'bWU6cHc='
        'https://me:hunter22@host/x'             | 'hunter22'
        "AccountKey=$KEY;x=y"                    | 'c2FuZGJv'
        "key $KEY"                               | 'c2FuZGJv'
        'secret aBc8Q~0123456789012345678901234567890.-_' | 'Q~0123'
        "ghp_${'a1' * 18}"                       | 'a1a1a1'
        "github_pat_${'a1' * 18}"                | 'a1a1a1'
        '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----' | 'MIIE'
        '-----BEGIN PRIVATE KEY-----\nMIIE'      | 'MIIE'
        'PGPASSWORD=hunter22 psql'               | 'hunter22'
        'AMS_TOKEN=opaque'                       | 'opaque'
        'X-Api-Key: opaque'                      | 'opaque'
        'az login --client-secret opaque -u me'  | 'opaque'
        'Proxy-Authorization: Basic bWU6cHc='    | 'bWU6cHc='
        '"Proxy-Authorization": "NTLM TlRMTVNTUAAB"' | 'TlRMTVN'
        'Authorization: Digest username="me", response="1b2c"' | 'username'
        'Cookie: sid=opaque; b=2'                | 'opaque'
        'Set-Cookie: sid=opaque; Path=/'         | 'opaque'
        '{"Set-Cookie":"sid=opaque; Path=/"}'    | 'opaque'
        'grant_type=authorization_code&code=1.AXoA0b1c2d3e4f5g6h7i8' | 'AXoA0b1'
        'GET http://localhost:8400/?code=M.C507_BAY.2.U.0123456789abcdef&state=1' | 'C507'
        'code_verifier=opaque'                   | 'opaque'
        '{"device_code":"opaque","interval":5}'  | 'opaque'
        "refresh 0.AXoA${'a1_-' * 10}.AgAB${'b2' * 20} end" | 'AgABb2'
        "'1.AXoA${'a1_-' * 10}'"                 | 'a1_-'
    }

    def "ordinary text is left alone: #text"() {
        expect:
        redactor.redact(text) == text

        where:
        text << ['ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state', 'the token has expired', 'signal=9', '', null,
                 'da39a3ee5e6b4b0d3255bfef95601890afd80709', 'GET https://x/api/Jobs()?$skiptoken=abc&x=@y', 'login --password $PW -u me',
                 'http://127.0.0.1:8080/a@b', 'MediaKey==x', 'a secret, kept', 'code=404', 'code=ErrorProcessingTaskOfAJob', 'AADSTS7000215: code=7000215',
                 'a cookie, kept', 'Cookie: none', 'the device_code expired', '0.Azure', 'version 1.A', 'barcode=12345678901234567890123', 'ZnJvbSBiYXNlNjQ=',
                 'Authorization: Basic', 'error code=0x80070005']
    }

    def "in code what a name is set to is left, what is a secret by itself is not: #code"() {
        expect:
        redactor.redactCode(code) == redacted

        where:
        code                                  | redacted
        'password = System.getenv("X")'       | 'password = System.getenv("X")'
        'password == other && secret=x'       | 'password == other && secret=x'
        "x = '$JWT'"                          | "x = '***'"
        "get('https://h/?a=1&sig=abc')"       | "get('https://h/?a=1&sig=***')"
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
