package dev.amsshell.script.analysis

import dev.amsshell.base.Redactor
import spock.lang.Specification

class SecretLiteralsSpec extends Specification {
    static final JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL3Jlc3QifQ.c2lnbmF0dXJl'
    static final SWT = 'http%3a%2f%2fschemas.xmlsoap.org%2fws=acc&ExpiresOn=1&Issuer=x&HMACSHA256=abc%2fdef%3d'
    static final KEY = 'c2FuZGJveC1hY2NvdW50LWtleSBvZiA2NCBieXRlcywgd2hpY2ggaXMgd2hhdCBzdG9yYWdlIGhhcw1234567w=='

    def redactor = new Redactor()
    def secrets = new SecretLiterals(redactor)

    def "a literal given to a name for secrets is masked: #input"() {
        expect:
        secrets.masked(input) == masked

        where:
        input                                                      | masked
        "password = 'hunter2'"                                     | "password = '***'"
        'password = "hunter2"'                                     | 'password = "***"'
        "def password = 'hunter2'"                                 | "def password = '***'"
        "String clientSecret = 'a'; println 'a'"                   | "String clientSecret = '***'; println 'a'"
        "final char[] pwd = 'hunter2'.toCharArray()"               | "final char[] pwd = '***'.toCharArray()"
        "bytes = 1; passwordBytes = 'hunter2'.bytes"               | "bytes = 1; passwordBytes = '***'.bytes"
        "token += 'abc'"                                           | "token += '***'"
        "token ?= 'abc'"                                           | "token ?= '***'"
        "a = token = 'abc'"                                        | "a = token = '***'"
        "def (user, password) = ['me', 'hunter2']"                 | "def (user, password) = ['me', '***']"
        "(user, password) = ['me', 'hunter2']"                     | "(user, password) = ['me', '***']"
        "config.password = 'hunter2'"                              | "config.password = '***'"
        "config.db.'api-key' = 'k'"                                | "config.db.'api-key' = '***'"
        "headers['Authorization'] = 'Basic bWU6cHc='"              | "headers['Authorization'] = '***'"
        "env.AMS_TOKEN = 'abc'"                                    | "env.AMS_TOKEN = '***'"
        "login(user: 'me', password: 'hunter2')"                   | "login(user: 'me', password: '***')"
        "login user: 'me', password: 'hunter2'"                    | "login user: 'me', password: '***'"
        "[client_secret: 's', grant_type: 'password']"             | "[client_secret: '***', grant_type: 'password']"
        "['client_secret': 's', 'x-api-key': 'k']"                 | "['client_secret': '***', 'x-api-key': '***']"
        "[(password): 'x']"                                        | "[(password): '***']"
        "setPassword('hunter2')"                                   | "setPassword('***')"
        "useToken('abc')"                                         | "useToken('***')"
        "client.withToken('abc').jobs"                             | "client.withToken('***').jobs"
        "password 'hunter2'"                                       | "password '***'"
        "builder.clientSecret('s').build()"                        | "builder.clientSecret('***').build()"
        "new ClientSecretCredential('s')"                          | "new ClientSecretCredential('***')"
        "new PasswordAuthentication('me', 'pw'.toCharArray())"     | "new PasswordAuthentication('***', '***'.toCharArray())"
        "map.put('password', 'hunter2')"                           | "map.put('password', '***')"
        "request.header('Authorization', 'abc').get()"             | "request.header('Authorization', '***').get()"
        "System.setProperty('javax.net.ssl.keyStorePassword','x')" | "System.setProperty('javax.net.ssl.keyStorePassword','***')"
        "password = System.getenv('PW') ?: 'hunter2'"              | "password = System.getenv('PW') ?: '***'"
        "token = prod ? 'a' : 'b'"                                 | "token = prod ? '***' : '***'"
        "token = 'a' + part + 'b'"                                 | "token = '***' + part + '***'"
        "token = ('a')"                                            | "token = ('***')"
        "token = (String) 'a'"                                     | "token = (String) '***'"
        "token = new String('a')"                                  | "token = new String('***')"
        "passwords = ['a', 'b']"                                   | "passwords = ['***', '***']"
        "secrets = [db: 'a', api: 'b']"                            | "secrets = [db: '***', api: '***']"
        "def connect(String user, String password = 'x') { user }" | "def connect(String user, String password = '***') { user }"
        "f = { token = 'x' -> token }"                             | "f = { token = '***' -> token }"
        "class A { String password = 'x'; int n = 1 }"             | "class A { String password = '***'; int n = 1 }"
        "@Login(password = 'x') class A { }"                       | "@Login(password = '***') class A { }"
        "assert token == 'abc'"                                    | "assert token == '***'"
        "if ('abc' != job.token) { 1 }"                            | "if ('***' != job.token) { 1 }"
        "headers.token << 'abc'"                                   | "headers.token << '***'"
        "jobs.each { it.token = 'abc' }"                           | "jobs.each { it.token = '***' }"
        "pin = 123456; count = 123456"                             | "pin = '***'; count = 123456"
        "password = /hunter2/"                                     | "password = '***'"
        'password = $/hunter2/$'                                   | 'password = $/***/$'
        "password = '''a\nb'''\nx = 1"                             | "password = '''***'''\nx = 1"
        'password = """a\n${b}"""'                                 | 'password = """***"""'
        'token = "abc${x}def${y}"; z = "${x}"'                     | 'token = "***"; z = "${x}"'
        'token = "${x ?: \'abc\'}"'                                | 'token = "${x ?: \'***\'}"'
        "password = 'pa''ss'"                                      | "password = '***''***'"
        "password = 'pa''ss''w'"                                   | "password = '***''***''***'"
        "token = 'a' - x"                                          | "token = '***' - x"
        "connectionString = 'a=b'"                                 | "connectionString = '***'"
        "sasToken1 = 'a'; primaryKey = 'b'; passphrase = 'c'"      | "sasToken1 = '***'; primaryKey = '***'; passphrase = '***'"
        "Get2(secret1: fetch('blah'), secret2: 'sdv87ysd')"        | "Get2(secret1: fetch('blah'), secret2: '***')"
    }

    def "what only mentions a secret stays as it is: #input"() {
        expect:
        secrets.masked(input) == input

        where:
        input << [
            // PSReadLine 3243, 3318, 1840, 1459, 3633 and 5108: commands that vanished for a word in them
            'token', "println 'token'", "println 'token', 1", "echo('secret')", 'credential.networkCredential.password', "getSecret('PSGalleryApiKey')",
            "publish(name: 'Foo', apiKey: getSecret('PSGalleryApiKey'))", "key = 'abc'", "bind(key: 'Ctrl-R', keyFilePath: '/tmp/x')",
            "token = 'gcloud auth print-access-token'.execute().text", 'kubectl.get(secret)', "env.token = vault.read('secret/ams')",
            // the name of a secret, or what else there is to say of one
            "tokenCount = '3'", "passwordLength = 123456", "tokenUrl = 'https://x/oauth2/token'", "tokenEndpoint = 'x'", "keyFile = 'id_rsa'",
            "tokenType = 'Bearer'", "requestToken('scope')", "secretary = 'Ann'", "isToken = 'no'", "[hasPassword: 'yes', secretName: 'db', publicKey: 'k']", 'tokens.size() > 3',
            "tokens = 'a b'.split(' ')", "nextToken = 'abc'", "page(continuationToken: 'abc')", "partitionKey = 'a'", "deleteToken('name')",
            // values that are no literals
            "password = System.getenv('PASSWORD')", "token = new File('/run/secrets/token').text", "password = args[0]", "token = null", "password = ''",
            'password = true', "def password = console.readPassword('Password: ')", 'headers.Authorization = "Bearer ${token}"',
            "header('Authorization', 'Bearer ' + token)", 'login(password: password)', 'password == other', 'password=other', "x = password ? 'a' : 'b'",
            'token = env["TOKEN"]', 'println "token=${token}"', "text.replace('password', 'word')", "it.name == 'password'",
            // ordinary work
            "ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1').state", "'da39a3ee5e6b4b0d3255bfef95601890afd80709'", 'ams.jobs.failed.since(2.hours)',
            'x = 1234567890', "j.await(timeout: 5.minutes, until: PROCESSING)", '// the token: see above', '', '   ', ':help token', ':set output json',
        ]
    }

    def "what looks like a secret is masked whatever it is given to: #input"() {
        expect:
        secrets.masked(input) == masked

        where:
        input                                                   | masked
        "x = '$JWT'"                                            | "x = '***'"
        "x = '$SWT'"                                            | "x = '***'"
        "x = '$KEY'"                                            | "x = '***'"
        "get 'https://a.blob/x?sv=1&sig=AbC%2B&y=1'"            | "get 'https://a.blob/x?sv=1&sig=***&y=1'"
        "get('https://me:hunter2@host/x')"                      | "get('https://me:***@host/x')"
        "\"curl -H 'Authorization: Bearer abcdef' x\".execute()" | "\"curl -H 'Authorization: Bearer ***' x\".execute()"
        "'curl -d client_secret=abc&x=y z'.execute()"           | "'curl -d client_secret=***&x=y z'.execute()"
        "'az login --password hunter2 -u me'.execute()"         | "'az login --password *** -u me'.execute()"
        "x = 'AMS_TOKEN=abc ./run'"                             | "x = 'AMS_TOKEN=*** ./run'"
        "1 // password=hunter2"                                 | "1 // password=***"
        "k = '''-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----'''" | "k = '''-----BEGIN PRIVATE KEY-----***'''"
    }

    def "what does not parse loses all that may be a secret: #input"() {
        expect:
        secrets.masked(input) == masked

        where:
        input                                          | masked
        "password = 'hunter2"                          | "password = '***"
        "password = 'hunter2\nx = 'y'"                 | "password = '***\nx = 'y'"
        "login(user: 'me', password: 'hunter2'"        | "login(user: 'me', password: '***'"
        "put('password', 'hunter2'))"                  | "put('password', '***'))"
        "h['Authorization'] = 'abc' )"                 | "h['Authorization'] = '***' )"
        "password = 'pa'ss'"                           | "password = '***"
        "f(\"x, token: 'abc')"                         | "f(\"x, token: '***')"
        "f(\"x, token: 'abc)"                          | "f(\"x, token: '***"
        "setToken('abc'; x = 'y')"                     | "setToken('***'; x = 'y')"
        'password = """abc\ndef'                       | 'password = """***'
        'token = "ab${c}de" )'                         | 'token = "***${c}***" )'
        "password 'abc"                                | "password '***"
        "pin = 1234567 )"                              | "pin = '***' )"
        "x = '$JWT"                                    | "x = '***"
        "println 'token')"                             | "println 'token')"
        'foo )'                                        | 'foo )'
    }

    def "a command is no code, but for one that is followed by some: #input"() {
        expect:
        secrets.masked(input) == masked

        where:
        input                        | masked
        ":load token: 'x'"           | ":load token: 'x'"
        ":load a?sig=abc"            | ":load a?sig=***"
        ":time token = 'x'"          | ":time token = '***'"
        ":ti password = 'x'"         | ":ti password = '***'"
        "? login(token: 'x')"        | "? login(token: '***')"
        ".withToken('x').jobs"       | ".withToken('***').jobs"
    }

    def "a secret of the process goes from any place and in any spelling: #input"() {
        given:
        redactor.learn('pa\'ss$word\\1')

        expect:
        secrets.masked(input) == masked

        where:
        input                         | masked
        'x = "pa\'ss$word\\1"'        | 'x = "***"'
        "x = 'pa\\'ss\$word\\\\1'"    | "x = '***'"
        'x = "a pa\'ss\\$word\\\\1"'  | 'x = "***"'
    }

    def "the rest of a text is kept to the letter: #input"() {
        expect:
        secrets.masked(input) == masked

        where:
        input                                            | masked
        "\tf '😀é', password: 'x' \t// 😀\n"              | "\tf '😀é', password: '***' \t// 😀\n"
        "a = '😀'; token = '😀'; b = '😀'"                  | "a = '😀'; token = '***'; b = '😀'"
        "a = 1\r\n  token = 'x'\r\nb\r\n"                | "a = 1\r\n  token = '***'\r\nb\r\n"
        "/* ' */ token = /* \" */ ( /* q */ 'x' )"       | "/* ' */ token = /* \" */ ( /* q */ '***' )"
        "f = [\n  token: // one\n    'x',\n]"            | "f = [\n  token: // one\n    '***',\n]"
    }

    def "what was masked stays as it is"() {
        given:
        def once = secrets.masked(input)

        expect:
        secrets.masked(once) == once

        where:
        input << ["password = 'x'; pin = 1234567", 'token = "a${b}c"', "password = /x/ + \$/y/\$", "password = 'x", "x = '$JWT'", "'password=x'",
                  "k = '-----BEGIN PRIVATE KEY-----abc'", "password = 'pa'ss'", 'password = """abc']
    }

    def "whatever follows a secret on its line, it is masked"() {
        given:
        def random = new Random(7)
        def pieces = ["'", '"', "'''", '"""', '/', '$/', '/$', '${', '}', '(', ')', '[', ']', '\n', ';', '=', ':', ',', ' ', 'x', '\\', '//', '/*', '*/', '.']

        expect:
        500.times {
            def after = (0..random.nextInt(6)).collect { pieces[random.nextInt(pieces.size())] }.join('')
            assert !secrets.masked("x = 1\npassword = 'hunter2'$after".toString()).contains('hunter2')
        }
    }

    def "a very deep text is no trouble"() {
        expect:
        secrets.masked('(' * 20_000 + "token = 'x'" + ')' * 20_000).contains("token = '***'")
    }
}
