package dev.amsshell.sandbox

import dev.amsshell.testing.MutableClock

class ErrorsSpec extends SandboxSpecification {

    static final String TEXT = "Resource not found for the segment 'None'."

    def "an error asked for as #accept is written as such"() {
        when:
        def response = client.get('None', [Accept: accept])

        then:
        response.statusCode() == 404
        response.body() == body
        response.headers().firstValue('Content-Type').get().startsWith(contentType)

        where:
        accept                                   || contentType                        | body
        'application/json'                       || 'application/json;odata=minimal'   | '{"odata.error":{"code":"","message":{"lang":"en-US","value":"' + TEXT + '"}}}'
        'application/json;odata=minimalmetadata' || 'application/json;odata=minimal'   | '{"odata.error":{"code":"","message":{"lang":"en-US","value":"' + TEXT + '"}}}'
        'application/json;odata=verbose'         || 'application/json;odata=verbose'   | '{"error":{"code":"","message":{"lang":"en-US","value":"' + TEXT + '"}}}'
        'application/atom+xml'                   || 'application/xml;charset=utf-8'    | xml(TEXT)
        null                                     || 'application/xml;charset=utf-8'    | xml(TEXT)
    }

    def "an Accept header of #accept names nothing known and is refused in XML"() {
        when:
        def response = client.get('Jobs', [Accept: accept])

        then:
        response.statusCode() == 415
        response.headers().firstValue('Content-Type').get() == 'application/xml;charset=utf-8'
        response.body() == xml('Unsupported media type requested. Ask for application/atom+xml, application/json or ' +
            'application/json;odata=verbose.')

        where:
        accept << ['text/html', 'text/plain', 'multipart/mixed', 'application/json;odata=fullmetadata', ',', ';']
    }

    def "of an Accept header of #accept the first known form is taken"() {
        expect:
        client.get('Jobs', [Accept: accept]).body().startsWith(start)

        where:
        accept                                                                      || start
        'text/html, application/json;odata=verbose, application/json'               || '{"d":'
        'application/json;odata=fullmetadata, application/json;q=0.1, */*'          || '{"odata.metadata":'
        'application/atom+xml, application/json;odata=verbose, application/json'    || '<?xml '
    }

    def "what the client sent comes back escaped"() {
        expect:
        client.get('%3Cb%3E%26%00', [Accept: null]).body() == xml("Resource not found for the segment '&lt;b&gt;&amp;?'.")
        WireClient.message(client.get('%22%0A%00')) == "Resource not found for the segment '\"\n\u0000'."
    }

    def "a failure inside is told without its details"() {
        given:
        def log = new java.util.concurrent.CopyOnWriteArrayList()
        def broken = Sandbox.start(SandboxOptions.defaults().logging { log << it }, new FailingClock())
        def response = new WireClient(broken).get('Jobs')

        expect:
        response.statusCode() == 500
        response.body() == 'An error occurred while processing this request.'
        log.any { it.contains('a mistake of the sandbox: java.lang.IllegalStateException at ') && !it.contains('a secret') }

        cleanup:
        broken.close()
    }

    private static String xml(String text) {
        '<?xml version="1.0" encoding="utf-8"?><m:error ' +
            'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">' +
            '<m:code /><m:message xml:lang="en-US">' + text + '</m:message></m:error>'
    }

    /** Fails the second time it is asked: the sandbox starts by it, then a request comes to grief. */
    static class FailingClock extends MutableClock {

        private int asked

        FailingClock() {
            super(START)
        }

        @Override
        java.time.Instant instant() {
            if (++asked == 2) {
                throw new IllegalStateException('a secret of the inside')
            }
            super.instant()
        }
    }
}
