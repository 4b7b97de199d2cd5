package dev.amsshell.testing

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

/**
 * Ways in which a server may try to lead a client to somebody else: raw answers. In their text OTHER stands for the port of
 * the stranger, OWNER for that of the server itself; as long as those, so that lengths stay right.
 */
final class HostileWays {
    private static final String JOB = '{"Id":"nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1","Name":"x","State":2,"Created":"2024-05-01T00:00:00"}'

    private HostileWays() {}

    /** Addresses that are not the server's own at 127.0.0.1, or not quite. */
    static final List<String> LOCAL_ADDRESSES = [
        'http://localhost:OTHER/api/', 'https://localhost:OTHER/api/', '//localhost:OTHER/api/', '///localhost:OTHER/api/', '\\\\localhost:OTHER\\api',
        '/\\localhost:OTHER/api/', 'http:\\\\localhost:OTHER\\api', 'http:localhost:OTHER', 'http:/localhost:OTHER/', 'http:///localhost:OTHER/',
        'HTTP://LOCALHOST:OTHER/api/', 'http://localhost.:OTHER/', 'http://127.0.0.1:OWNER@localhost:OTHER/api/', 'http://127.0.0.1:OWNER\\@localhost:OTHER/api/',
        'http://127.0.0.1:OWNER#@localhost:OTHER/', 'http://127.0.0.1:OWNER?@localhost:OTHER/', 'http://127.0.0.1:OWNER;@localhost:OTHER/',
        'http://127.0.0.1:OWNER%40localhost:OTHER/', 'http://127.0.0.1%23@localhost:OTHER/', 'http://user:pw@127.0.0.1:OWNER/api/', 'http://@127.0.0.1:OWNER/api/',
        'http://[::1]:OTHER/api/', 'http://[0:0:0:0:0:0:0:1]:OTHER/', 'http://[::ffff:127.0.0.1]:OTHER/', 'http://[::ffff:7f00:1]:OTHER/', 'http://[::127.0.0.1]:OTHER/',
        'http://[::1%25lo]:OTHER/', 'http://2130706433:OTHER/', 'http://0x7f000001:OTHER/', 'http://0x7f.0.0.1:OTHER/', 'http://0177.0.0.1:OTHER/',
        'http://017700000001:OTHER/', 'http://127.1:OTHER/', 'http://127.0.1:OTHER/', 'http://0:OTHER/', 'http://0.0.0.0:OTHER/', 'http://127.0.0.2:OTHER/',
        'http://127.000.000.001:OTHER/', 'http://127.0.0.1.:OTHER/', 'http://127.0.0.1.localhost:OTHER/', 'http://127.0.0.1%00.localhost:OTHER/', 'http://127.0.0.1%2elocalhost:OTHER/',
        'http://①②⑦.⓪.⓪.①:OTHER/', 'http://127。0。0。1:OTHER/', 'http://ⓛocalhost:OTHER/', 'http://localh\u00adost:OTHER/', 'http://xn--lcalhost-54a:OTHER/',
        'http://\tlocalhost:OTHER/', 'ht\ttp://localhost:OTHER/', 'http://local\thost:OTHER/', '\thttp://localhost:OTHER/', 'http://localhost:OTHER/\u0000',
        'http://127.0.0.1:OWNER/api/, http://localhost:OTHER/api/', 'http://localhost:OTHER/api/Jobs()', 'http://localhost:OTHER/api/#x', 'http://localhost:OTHER/?x=1',
        'http://127.0.0.1:1OTHER1/', 'http://127.0.0.1:99999/', 'http://127.0.0.1:-1/', 'http://127.0.0.1:OTHERx/', 'ftp://localhost:OTHER/', 'ws://localhost:OTHER/',
        'file:///etc/passwd', 'data:application/json,{}', 'javascript:fetch("http://localhost:OTHER")', 'jar:http://localhost:OTHER/!/', 'gopher://localhost:OTHER/_', 'localhost:OTHER',
        'http://localhost:OTHER\r\n\r\nGET http://localhost:OTHER/', '',
    ]

    /** Addresses that look like those of the account https://acc.restv2.westus.media.azure.net/api/. */
    static final List<String> CLOUD_ADDRESSES = [
        'https://evil.example/api/', 'http://acc.restv2.westus.media.azure.net/api/', 'http://acc.restv2.westus.media.azure.net:443/api/',
        'https://acc.restv2.westus.media.azure.net:8443/api/', 'https://acc.restv2.westus.media.azure.net.evil.example/api/', 'https://evilmedia.azure.net/api/',
        'https://media.azure.net/api/', 'https://azure.net/api/', 'https://evil-media.azure.net/', 'https://acc.restv2.westus.media.azure.net./api/',
        'https://acc.restv2.westus.media.azure.net../api/', 'https://acc.restv2.westus.media.azure.net@evil.example/api/',
        'https://acc.restv2.westus.media.azure.net:443@evil.example/', 'https://evil.example\\.media.azure.net/', 'https://evil.example\\@acc.restv2.westus.media.azure.net/',
        'https://evil.example/.media.azure.net/', 'https://evil.example#.media.azure.net/', 'https://evil.example?.media.azure.net/', 'https://evil.example;.media.azure.net/',
        'https://evil.example%2f.media.azure.net/', 'https://evil.example%23.media.azure.net/', 'https://evil.example%00.media.azure.net/', 'https://evil.example\t.media.azure.net/',
        'https://evil.example .media.azure.net/', 'https://evil.example:443.media.azure.net/', 'https://acc.restv2.westus.mеdia.azure.net/', 'https://acc.restv2.westus.media.azurе.net/',
        'https://acc.restv2.westus.media。azure。net/', 'https://acc.restv2.westus.ｍedia.azure.net/', 'https://acc.restv2.westus.xn--mdia-7dd.azure.net/',
        'https://acc.restv2.westus.media.azure.net\u200b/', 'https://acc.restv2.westus.media.azure.net%E3%80%82evil.example/', 'https://b.restv2.chinaeast.media.chinacloudapi.cn/api/',
        'https://b.restv2.usgov.media.usgovcloudapi.net/api/', 'https://b.restv2.x.media.cloudapi.de/', 'https://wamsbayclus001rest-hs.cloudapp.net/api/', 'https://media.windows.net/api/',
        'https://rest.media.azure.net.evil.example/', '//evil.example/api/', '///evil.example/', '\\\\evil.example\\', 'https:evil.example', 'https://[::1]/', 'https://127.0.0.1/',
        'https://2130706433/', 'https://169.254.169.254/metadata', 'https://login.microsoftonline.com/', 'https://evil_host.media.azure.net.evil.example/',
    ]

    /** The same for the old common entry https://media.windows.net/. */
    static final List<String> ENTRY_ADDRESSES = [
        'https://wamsevil.cloudapp.net/api/', 'https://evilrest-hs.cloudapp.net/', 'https://x-wamsbayclus001rest-hs.cloudapp.net/', 'https://wamsbay.clus001rest-hs.cloudapp.net/',
        'https://wamsbayclus001rest-hs.cloudapp.net.evil.example/', 'https://wamsbayclus001rest-hs.cloudapp.net:8443/', 'http://wamsbayclus001rest-hs.cloudapp.net/',
        'https://wams-bay-rest-hs.cloudapp.net/', 'https://media.windows.net.evil.example/', 'https://acc.restv2.x.media.chinacloudapi.cn/', 'https://evil.windows.net/',
    ]

    /** An answer that redirects there. */
    static String redirect(String address, int status = 301) {
        answer('<a href="http://localhost:OTHER/">moved</a>', status, 'text/html', "Location: $address")
    }

    /** Answers that lead elsewhere in another way than by an address in a redirect. */
    static final Map<String, String> OTHER_ANSWERS = [
        'two places, the stranger first'     : answer('', 301, 'text/html', 'Location: http://localhost:OTHER/api/', 'Location: http://127.0.0.1:OWNER/api/'),
        'two places, the stranger last'      : answer('', 301, 'text/html', 'Location: http://127.0.0.1:OWNER/api/', 'Location: http://localhost:OTHER/api/'),
        'a folded header'                    : answer('', 301, 'text/html', 'Location: http://127.0.0.1:OWNER/\r\n @localhost:OTHER/api/'),
        'a Location in small letters'        : answer('', 301, 'text/html', 'location: http://localhost:OTHER/api/'),
        'use a proxy'                        : answer('', 305, 'text/html', 'Location: http://localhost:OTHER/'),
        'refresh'                            : answer('{"value":[]}', 200, 'application/json', 'Refresh: 0; url=http://localhost:OTHER/api/'),
        'content from elsewhere'             : answer('{"value":[]}', 200, 'application/json', 'Content-Location: http://localhost:OTHER/api/', 'Location: http://localhost:OTHER/api/'),
        'created elsewhere'                  : answer('{"value":[]}', 201, 'application/json', 'Location: http://localhost:OTHER/api/'),
        'links'                              : answer('{"value":[]}', 200, 'application/json', 'Link: <http://localhost:OTHER/api/>; rel="next", <http://localhost:OTHER/>; rel="preload"'),
        'another service'                    : answer('{"value":[]}', 200, 'application/json', 'Alt-Svc: h2="localhost:OTHER", h3="localhost:OTHER"; ma=9'),
        'cookies'                            : answer('{"value":[]}', 200, 'application/json', 'Set-Cookie: a=b; Domain=localhost; Path=/', 'Set-Cookie: c=d'),
        'early hints'                        : 'HTTP/1.1 103 x\r\nLink: <http://localhost:OTHER/>; rel=preconnect\r\n\r\n' + json('{"value":[]}'),
        'an upgrade to TLS'                  : 'HTTP/1.1 101 x\r\nUpgrade: TLS/1.2, HTTP/1.1\r\nConnection: Upgrade\r\nLocation: http://localhost:OTHER/\r\n\r\n',
        'an upgrade to HTTP/2'               : 'HTTP/1.1 101 x\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n',
        'a demand to upgrade'                : answer('', 426, 'text/plain', 'Upgrade: TLS/1.0', 'Connection: Upgrade'),
        'a password, please'                 : answer('', 401, 'text/plain', 'WWW-Authenticate: Basic realm="http://localhost:OTHER/"', 'Location: http://localhost:OTHER/'),
        'Windows, please'                    : answer('', 401, 'text/plain', 'WWW-Authenticate: NTLM', 'WWW-Authenticate: Negotiate', 'WWW-Authenticate: Digest realm="x", nonce="y"'),
        'a token for somebody else'          : answer('', 401, 'text/plain', 'WWW-Authenticate: Bearer authorization_uri="http://localhost:OTHER/", resource_id="http://localhost:OTHER/"'),
        'a password for a proxy'             : answer('', 407, 'text/plain', 'Proxy-Authenticate: Basic realm="x"', 'Location: http://localhost:OTHER/'),
        'misdirected'                        : answer('', 421, 'text/plain', 'Location: http://localhost:OTHER/'),
        'a next page elsewhere'              : json("""{"value":[$JOB],"odata.nextLink":"http://localhost:OTHER/api/Jobs()?\$skip=1"}"""),
        'a next page at [::1]'               : json("""{"value":[$JOB],"odata.nextLink":"http://[::1]:OTHER/api/Jobs()?\$skip=1"}"""),
        'a next page without a scheme'       : json("""{"value":[$JOB],"odata.nextLink":"//localhost:OTHER/api/Jobs()?\$skip=1"}"""),
        'a next page with a user'            : json("""{"value":[$JOB],"odata.nextLink":"http://127.0.0.1:OWNER@localhost:OTHER/api/Jobs()?\$skip=1"}"""),
        'a next page with backslashes'       : json("""{"value":[$JOB],"odata.nextLink":"http://127.0.0.1:OWNER\\\\\\\\@localhost:OTHER/api/"}"""),
        'a next page below the root, almost' : json("""{"value":[$JOB],"odata.nextLink":"http://127.0.0.1:OWNER/api/@localhost:OTHER/"}"""),
        'a next page above the root'         : json("""{"value":[$JOB],"odata.nextLink":"http://127.0.0.1:OWNER/api/..//localhost:OTHER/"}"""),
        'a next page that begins with @'     : json("""{"value":[$JOB],"odata.nextLink":"@localhost:OTHER/"}"""),
        'a next page in verbose'             : json("""{"d":{"results":[$JOB],"__next":"http://localhost:OTHER/api/Jobs()?\$skip=1"}}"""),
        'a next page over https'             : json("""{"value":[$JOB],"odata.nextLink":"https://localhost:OTHER/api/Jobs()?\$skip=1"}"""),
        'entities from elsewhere'            : json("""{"odata.metadata":"http://localhost:OTHER/","d":{"results":[${JOB.replace('{"Id"', '{"__metadata":{"uri":"http://localhost:OTHER/"},"Tasks":{"__deferred":{"uri":"http://localhost:OTHER/"}},"Id"')}]}}"""),
        'an error with an address'           : json('{"odata.error":{"code":"http://localhost:OTHER/","message":{"lang":"x","value":"go to http://localhost:OTHER/"}}}', 400),
        'a page that redirects'              : answer('<html><meta http-equiv="refresh" content="0;url=http://localhost:OTHER/"><script>location="http://localhost:OTHER/"</script></html>', 200, 'text/html'),
        'a document type from elsewhere'     : answer('<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://localhost:OTHER/"><m:error><m:message>x</m:message></m:error>', 400, 'application/xml'),
        'a report that is wanted'            : answer('', 500, 'text/plain', 'Report-To: {"endpoints":[{"url":"http://localhost:OTHER/"}]}', 'NEL: {"report_to":"x"}'),
        'a retry elsewhere'                  : answer('', 503, 'text/plain', 'Retry-After: 0', 'Location: http://localhost:OTHER/'),
    ]
}
