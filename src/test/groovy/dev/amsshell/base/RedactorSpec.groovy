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
    }

    def "ordinary text is left alone: #text"() {
        expect:
        redactor.redact(text) == text

        where:
        text << ['ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state', 'the token has expired', 'signal=9', '', null,
                 'da39a3ee5e6b4b0d3255bfef95601890afd80709', 'GET https://x/api/Jobs()?$skiptoken=abc&x=@y', 'login --password $PW -u me',
                 'http://127.0.0.1:8080/a@b', 'MediaKey==x', 'a secret, kept']
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
