package dev.amsshell.testing

/** What programs trip over, each character a byte. */
final class Nasty {

    static final List<String> NUMBERS = ['-1', '0', '00', '2147483648', '9' * 30, '1e999', '0x10', '+1', '1.5', '']

    static final List<String> METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'MERGE', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND',
                                         'get', 'G', '', 'GET GET', 'G\u0000T', 'G\u00ebT', 'X' * 3000]

    static final List<String> TARGETS = ['*', '/', '//', '', '/api', '/api?', '?', '//api//', '/./api/./Jobs', '/api/../api/Jobs', '/api/Jobs/..',
                                         'api/Jobs', 'http://elsewhere/api/Jobs?$top=1', 'https://u:p@[::1]:1/api/', 'http://', 'ftp://x/api',
                                         'x:y', '/api/Jobs#part', 'HTTP/1.1', '/' * 3000, '/api/' + 'Jobs/' * 1000]

    static final List<String> IN_TARGETS = [
        '%00', '%ff', '%u0041', '%c0%af', '%e0%80%af', '%ed%a0%80', '%f0%9f%98%80', '%', '%2', '%zz', '%0d%0aX:%20y', '%25', '%27', '%2f', '%20',
        '+', "''", "'", '"', '(', ')', '()', '(()', "('')", "(guid'x')", "(Id='x')", '..', '/../', '/./', '//', '/', '?', '&', '&&', '=', '#',
        ';', ':', '@', '\\', '{', '}', '<', '>', '|', '^', '`', '~', ',', '$', '$filter=', '&$filter=State%20eq%20', '&$top=', '&$skip=',
        '&$orderby=', '&$select=', '&$expand=Tasks', '&$inlinecount=allpages', '&$format=json', '&$skiptoken=', '$count', '$value', '$links',
        '$metadata', '$batch', '%20and%20', '%20or%20', 'not%20', 'null', 'true', "datetime'0000-00-00T00:00:00'", 'length(', '%28' * 300,
        'not%20' * 300, "'" * 3001, 'A' * 3000, '%41' * 2000, '\u0000', '\u0001', '\t', ' ', '\u007f', '\u0085', '\u00ff', '\u00c0\u00af',
        '\u00e6\u009d\u00b1', '\r', '\n', '\r\n', '\r\n\r\n']

    static final List<String> IN_BODIES = [
        '[', ']', '{', '}', ',', ':', '"', '\\', '\\u0000', '\\ud800', '\\u', 'null', 'true', '1e400', '-', '[]', '{}', '""', '[' * 5000,
        '{"a":' * 3000, '"a":1,"a":2,', '"Tasks":[null]', '"Tasks":{"results":[]}', '"__metadata":{"uri":"x"}', '"Name":{"results":1}',
        '<', '>', '</', '<a>' * 3000, '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', '&b;', '&#0;', '&#x1F600;', '<![CDATA[', ']]>',
        '<?xml version="1.1" encoding="utf-16"?>', '<!--', '<m:null/>', ' m:type="Edm.Int32"', '\u00ef\u00bb\u00bf', '\u00fe\u00ff', '\u0000',
        '\u00c0\u00af', '\u00ff', '\r\n', '\n', '\r\n\r\n', '--batch_1', '--batch_1--', '--changeset_1--', '--', 'Content-ID: 1\r\n',
        'Content-Length: 99999999999\r\n', 'boundary=', 'GET /api/Jobs HTTP/1.1\r\n\r\n', 'POST $1/Tasks HTTP/1.1', '$1', '$9', '&', '=', '%',
        '%zz', '&grant_type=', 'grant_type=password&', 'JobInputAsset(99999999999)', 'JobOutputAsset(-1)', 'taskBody', 'A' * 70_000]

    static final List<List<String>> HEADERS = [
        ['Accept', ''], ['Accept', ';;,,;q='], ['Accept', 'application/json;odata=' + 'x' * 3000], ['Accept', ',' * 3000], ['Accept', 'multipart/mixed'],
        ['Accept', 'application/json;odata=verbose'], ['Content-Type', ''], ['Content-Type', '/'], ['Content-Type', 'multipart/mixed; boundary='],
        ['Content-Type', 'multipart/mixed; boundary="batch_1'], ['Content-Type', 'multipart/mixed; boundary=' + 'b' * 3000],
        ['Content-Type', 'application/json;odata=verbose;charset=utf-16'], ['Content-Type', 'application/atom+xml;type=feed'],
        ['Content-Type', 'application/x-www-form-urlencoded;charset=nonsense'], ['Authorization', ''], ['Authorization', 'Bearer'],
        ['Authorization', 'Bearer '], ['Authorization', 'Basic Og=='], ['Authorization', 'Bearer a.b.c'], ['Authorization', 'Bearer ' + 'x' * 9000],
        ['x-ms-version', ''], ['x-ms-version', '2.20'], ['x-ms-version', '\u00b2.19'], ['x-ms-version', '2.19\u0000'],
        ['x-ms-client-request-id', ''], ['x-ms-client-request-id', '\u0001\u007f\u00ff'], ['x-ms-client-request-id', 'y' * 9000],
        ['X-HTTP-Method', 'MERGE'], ['X-HTTP-Method', 'GET'], ['X-HTTP-Method', ''], ['X-HTTP-METHOD', 'NONE\u0000'], ['Host', ''], ['Host', '\u00ff:x'],
        ['Content-Encoding', 'gzip'], ['Accept-Encoding', 'gzip'], ['Range', 'bytes=0-1'], ['If-Match', '*'], ['Date', 'never'], ['', 'x'], [' ', 'x'],
        ['X\u0000', 'x'], ['N' * 3000, 'x'], ['DataServiceVersion', '9.9'], ['MaxDataServiceVersion', '1.0;x'], ['Metadata', 'false'],
        ['Expect', '100-continue'], ['Expect', 'x'], ['Connection', 'close'], ['Connection', 'Upgrade'], ['Upgrade', 'h2c'],
        ['Transfer-Encoding', 'gzip'], ['Cookie', 'a=b']]

    private Nasty() {}
}
