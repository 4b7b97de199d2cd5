package dev.amsshell.sandbox

import javax.xml.parsers.DocumentBuilderFactory
import org.w3c.dom.Element
import org.xml.sax.InputSource
import spock.lang.Shared

/** Atom over the wire, as the official clients ask for it. */
class AtomSpec extends SandboxSpecification {

    @Shared String example = "Jobs('${WireClient.EXAMPLE.replace(':', '%3A')}')"

    def "an Accept header of #accept gives Atom"() {
        when:
        def response = client.get('Jobs?$top=1', [Accept: accept])

        then:
        response.statusCode() == 200
        response.headers().firstValue('Content-Type').get() == 'application/atom+xml;type=feed;charset=utf-8'
        response.headers().firstValue('DataServiceVersion').get() == '3.0;'
        response.body().startsWith('<?xml version="1.0" encoding="utf-8"?><feed ')

        where:
        accept << [null, 'application/atom+xml', 'application/atom+xml,application/xml', 'application/xml', 'text/xml', '*/*',
                   'application/*', 'application/atom+xml;type=entry', 'Application/Atom+XML; type=feed; q=0.9',
                   'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2']
    }

    def "#path is told as #contentType"() {
        when:
        def headers = client.get(path, [Accept: 'application/atom+xml']).headers()

        then:
        headers.firstValue('Content-Type').get() == contentType
        headers.firstValue('DataServiceVersion').get() == version

        where:
        path                                   || contentType                                    | version
        "Jobs('${WireClient.EXAMPLE}')"        || 'application/atom+xml;type=entry;charset=utf-8' | '3.0;'
        "Jobs('${WireClient.EXAMPLE}')/Tasks"  || 'application/atom+xml;type=feed;charset=utf-8'  | '3.0;'
        "Jobs('${WireClient.EXAMPLE}')/State"  || 'application/xml;charset=utf-8'                 | '1.0;'
        'MediaProcessors'                      || 'application/atom+xml;type=feed;charset=utf-8'  | '1.0;'
        ''                                     || 'application/xml;charset=utf-8'                 | '1.0;'
    }

    def "every one of #set is the same in Atom as in JSON"() {
        given:
        def rows = client.rows(set)
        def entries = children(document(client.get(set, [Accept: 'application/atom+xml']).body()), 'entry')

        expect:
        entries.size() == rows.size()
        [entries, rows].transpose().every { entry, Map row ->
            def properties = children(children(children(entry, 'content')[0], 'properties')[0])
            properties*.localName == row.keySet() as List && [properties, row.values() as List].transpose().every { same(*it) }
        }

        where:
        set << ['Jobs', 'Tasks', 'MediaProcessors']
    }

    private static boolean same(Element property, Object value) {
        value instanceof List ? children(property, 'element').size() == value.size()
            : value == null ? property.getAttribute('m:null') == 'true' && property.textContent == ''
            : value instanceof Number ? property.textContent as BigDecimal == value
            : property.textContent == value
    }

    private static Element document(String xml) {
        def factory = DocumentBuilderFactory.newInstance()
        factory.namespaceAware = true
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))).documentElement
    }

    private static List<Element> children(Element parent, String name = null) {
        def nodes = parent.childNodes
        (0..<nodes.length).collect { nodes.item(it) }.findAll { it instanceof Element && (!name || it.localName == name) }
    }

    def "a count is plain text whatever is asked for"() {
        when:
        def response = client.get('Jobs/$count', [Accept: accept])

        then:
        response.statusCode() == 200
        response.body() == '300'

        where:
        accept << ['text/plain', 'application/atom+xml', 'application/json', null]
    }

    def "an error is told in XML when the Accept header names nothing known"() {
        when:
        def response = client.get('None', [Accept: 'multipart/mixed'])

        then:
        response.statusCode() == 404
        response.headers().firstValue('Content-Type').get() == 'application/xml;charset=utf-8'
    }

    def "a feed says by what path it was reached: #path"() {
        when:
        def body = client.get(path, [Accept: 'application/atom+xml']).body()

        then:
        body.contains("<id>${sandbox.endpoint()}$self</id><title type=\"text\">$title</title>")
        body.contains("<link rel=\"self\" title=\"$title\" href=\"$self\" />")

        where:
        path                                     || self                                    | title
        'Jobs?$top=1'                            || 'Jobs'                                  | 'Jobs'
        'Jobs()?$top=1'                          || 'Jobs'                                  | 'Jobs'
        "Jobs('${WireClient.EXAMPLE}')/Tasks()/" || "Jobs('${WireClient.EXAMPLE}')/Tasks"   | 'Tasks'
    }
}
