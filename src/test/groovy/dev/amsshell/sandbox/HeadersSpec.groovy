package dev.amsshell.sandbox

class HeadersSpec extends SandboxSpecification {

    def "#path in #accept has its content type and DataServiceVersion"() {
        when:
        def headers = client.get(path, [Accept: accept]).headers()

        then:
        headers.firstValue('Content-Type').get() == contentType
        headers.firstValue('DataServiceVersion').get() == version

        where:
        path                                   | accept                                 || contentType                                                          | version
        'Jobs'                                 | 'application/json'                     || 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8' | '3.0;'
        'Jobs'                                 | 'application/json;odata=minimalmetadata' || 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8' | '3.0;'
        'Jobs'                                 | 'application/json;odata=verbose'       || 'application/json;odata=verbose;charset=utf-8'                      | '3.0;'
        'Jobs'                                 | 'application/json; odata=verbose'      || 'application/json;odata=verbose;charset=utf-8'                      | '3.0;'
        'Tasks'                                | 'application/json;odata=verbose'       || 'application/json;odata=verbose;charset=utf-8'                      | '3.0;'
        'MediaProcessors'                      | 'application/json;odata=verbose'       || 'application/json;odata=verbose;charset=utf-8'                      | '1.0;'
        "Jobs('${WireClient.EXAMPLE}')/State"  | 'application/json;odata=verbose'       || 'application/json;odata=verbose;charset=utf-8'                      | '1.0;'
        'Jobs/$count'                          | 'application/json'                     || 'text/plain;charset=utf-8'                                           | '2.0;'
    }

    def "every answer has the headers of the service, errors too"() {
        when:
        def headers = client.get(path, ['x-ms-client-request-id': 'b5a4f2f0-0000-4000-8000-000000000001']).headers()

        then:
        headers.firstValue('Cache-Control').get() == 'no-cache'
        headers.firstValue('X-Content-Type-Options').get() == 'nosniff'
        UUID.fromString(headers.firstValue('request-id').get())
        headers.firstValue('x-ms-request-id') == headers.firstValue('request-id')
        headers.firstValue('x-ms-client-request-id').get() == 'b5a4f2f0-0000-4000-8000-000000000001'

        where:
        path << ['Jobs', 'NoSuchSet']
    }

    def "every answer has a request id of its own"() {
        expect:
        client.get('Jobs').headers().firstValue('request-id') != client.get('Jobs').headers().firstValue('request-id')
    }

    def "no client request id is invented"() {
        expect:
        client.get('Jobs').headers().firstValue('x-ms-client-request-id').empty
    }
}
