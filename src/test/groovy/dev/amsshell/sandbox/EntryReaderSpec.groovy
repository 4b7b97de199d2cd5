package dev.amsshell.sandbox

import dev.amsshell.sandbox.http.Refusal
import dev.amsshell.sandbox.odata.Entry
import dev.amsshell.sandbox.odata.EntryReader
import spock.lang.Specification

/** Entities as clients send them, in the three forms. */
class EntryReaderSpec extends Specification {

    static final String VERBOSE = 'application/json;odata=verbose'
    static final String MINIMAL = 'application/json'
    static final String ATOM = 'application/atom+xml;type=entry'

    static final String ASSET = "https://HOST/api/Assets('nb%3Acid%3AUUID%3Aaab7f15b-3136-4ddf-9962-e9ecb28fb9d2')"
    static final String BODY = '<?xml version="1.0" encoding="utf-8"?><taskBody><inputAsset>JobInputAsset(0)</inputAsset></taskBody>'
    static final String RELATED = 'http://schemas.microsoft.com/ado/2007/08/dataservices/related/'

    private static Entry read(String contentType, String body) {
        EntryReader.read(contentType, body.getBytes('UTF-8'), WireType.JOB)
    }

    private static String entry(String inside) {
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?><entry xmlns="http://www.w3.org/2005/Atom" ' +
            'xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" ' +
            "xmlns:m=\"http://schemas.microsoft.com/ado/2007/08/dataservices/metadata\">$inside</entry>"
    }

    private static String properties(String inside) {
        entry("<content type=\"application/xml\"><m:properties>$inside</m:properties></content>")
    }

    def "a job with its tasks and input asset, in #representation"() {
        when:
        def job = read(contentType, body)

        then:
        job.representation() == Entry.Representation.valueOf(representation)
        job.properties() == [Name: 'NewTestJob']
        job.links() == [InputMediaAssets: [ASSET]]
        job.inline().keySet() == ['Tasks'] as Set
        job.inline().Tasks*.properties() == [[Configuration: 'Adaptive Streaming', TaskBody: BODY, TaskNotificationSubscriptions: [
            [IncludeTaskProgress: true, NotificationEndPointId: 'nb:nepid:UUID:1', TargetTaskState: 2L]]]]
        job.inline().Tasks*.links() == [[:]]

        where:
        representation << ['VERBOSE_JSON', 'MINIMAL_JSON', 'ATOM']
        contentType << [VERBOSE, MINIMAL, ATOM]
        body << [
            '{"Name":"NewTestJob","InputMediaAssets":[{"__metadata":{"uri":"' + ASSET + '"}}],"Tasks":[' +
                '{"Configuration":"Adaptive Streaming","TaskBody":"' + BODY.replace('"', '\\"') + '","TaskNotificationSubscriptions":' +
                '[{"IncludeTaskProgress":true,"NotificationEndPointId":"nb:nepid:UUID:1","TargetTaskState":2}]}]}',
            '{"Name":"NewTestJob","InputMediaAssets@odata.bind":["' + ASSET + '"],"Tasks":[' +
                '{"Configuration":"Adaptive Streaming","TaskBody":"' + BODY.replace('"', '\\"') + '","TaskNotificationSubscriptions":' +
                '[{"IncludeTaskProgress":true,"NotificationEndPointId":"nb:nepid:UUID:1","TargetTaskState":2}]}]}',
            entry("<link rel=\"${RELATED}InputMediaAssets\" type=\"application/atom+xml;type=feed\" title=\"x\" href=\"$ASSET\"/>" +
                "<link rel=\"${RELATED}Tasks\" type=\"application/atom+xml;type=feed\"><m:inline><feed><entry><content type=\"application/xml\">" +
                '<m:properties><d:Configuration>Adaptive Streaming</d:Configuration><d:TaskBody>' +
                BODY.replace('<', '&lt;') + '</d:TaskBody><d:TaskNotificationSubscriptions><d:element>' +
                '<d:IncludeTaskProgress m:type="Edm.Boolean">true</d:IncludeTaskProgress>' +
                '<d:NotificationEndPointId>nb:nepid:UUID:1</d:NotificationEndPointId>' +
                '<d:TargetTaskState m:type="Edm.Int32">2</d:TargetTaskState></d:element></d:TaskNotificationSubscriptions>' +
                '</m:properties></content></entry></feed></m:inline></link>' +
                '<content type="application/xml"><m:properties><d:Name>NewTestJob</d:Name></m:properties></content>')]
    }

    def "values of JSON keep their types"() {
        expect:
        read(MINIMAL, '{"a":null,"b":true,"c":12,"d":-1.5,"e":"2015-02-11T01:46:08Z","f":3000000000,"g":1e2,"h":"ä\\n"}').properties() ==
            [a: null, b: true, c: 12L, d: -1.5d, e: '2015-02-11T01:46:08Z', f: 3000000000L, g: 100d, h: 'ä\n']
    }

    def "values of Atom have the type they say, or that of the property"() {
        expect:
        read(ATOM, properties(
            '<d:a m:null="true"/><d:b m:type="Edm.Boolean">true</d:b><d:c m:type="Edm.Int32">12</d:c><d:d m:type="Edm.Double">-1.5</d:d>' +
            '<d:e m:type="Edm.DateTime">2015-02-11T01:46:08Z</d:e><d:f m:type="Edm.Int64">3000000000</d:f><d:g> 7 </d:g><d:h/>' +
            '<d:Priority>10</d:Priority><d:RunningDuration>0</d:RunningDuration><d:JobNotificationSubscriptions/>')).properties() ==
            [a: null, b: true, c: 12L, d: -1.5d, e: '2015-02-11T01:46:08Z', f: 3000000000L, g: ' 7 ', h: '',
             Priority: 10L, RunningDuration: 0d, JobNotificationSubscriptions: []]
    }

    def "a collection in verbose JSON may come with results around it"() {
        expect:
        read(VERBOSE, body).properties() == [JobNotificationSubscriptions: [[NotificationEndPointId: 'x', TargetJobState: 2L]]]

        where:
        body << [
            '{"JobNotificationSubscriptions":[{"NotificationEndPointId":"x","TargetJobState":2}]}',
            '{"JobNotificationSubscriptions":{"__metadata":{"type":"Collection(T)"},"results":[{"NotificationEndPointId":"x","TargetJobState":2}]}}',
            '{"__metadata":{"type":"Job"},"JobNotificationSubscriptions":{"results":[{"__metadata":{"type":"T"},"NotificationEndPointId":"x","TargetJobState":2}]}}']
    }

    def "navigations with results around them, empty or null, in verbose JSON"() {
        when:
        def job = read(VERBOSE, '{"InputMediaAssets":{"results":[{"__metadata":{"uri":"Assets(\'1\')"}},{"__metadata":{"uri":"Assets(\'2\')"}}]},' +
            '"Tasks":{"results":[{"__metadata":{"type":"Task","uri":"x"},"Name":"a","InputMediaAssets":[{"__metadata":{"uri":"y"}}]}]},' +
            '"OutputMediaAssets":[]}')

        then:
        job.properties() == [:]
        job.links() == [InputMediaAssets: ["Assets('1')", "Assets('2')"]]
        job.inline().Tasks*.properties() == [[Name: 'a']]
        job.inline().Tasks*.links() == [[InputMediaAssets: ['y']]]
        read(VERBOSE, '{"Tasks":null,"OutputMediaAssets":{"__deferred":{"uri":"z"}}}').with { properties() + links() + inline() } == [:]
    }

    def "a single address may be bound, and annotations are of no concern, in minimal JSON"() {
        when:
        def job = read(MINIMAL, '{"odata.metadata":"x","odata.type":"y","Priority@odata.type":"Edm.Int32","Priority":1,"Template@odata.bind":"JobTemplates(\'1\')"}')

        then:
        job.properties() == [Priority: 1L]
        job.links() == [Template: ["JobTemplates('1')"]]
    }

    def "an Atom entry with all of Atom, other prefixes, comments and a single inline entry"() {
        when:
        def job = read('text/xml', '<a:entry xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://schemas.microsoft.com/ado/2007/08/dataservices"' +
            ' xmlns:y="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><a:id/><a:title/><a:updated>2013-01-01T00:00:00Z</a:updated>' +
            '<a:author><a:name/></a:author><!-- none --><a:category term="T" scheme="S"/><a:link rel="edit" href="z"/>' +
            "<a:link rel=\"${RELATED}Tasks\"><y:inline><a:entry/></y:inline></a:link><a:link rel=\"${RELATED}OutputMediaAssets\"><y:inline/></a:link>" +
            '<a:content type="application/xml"><y:properties><x:Name><![CDATA[<a&b>]]>&amp;&#228;</x:Name></y:properties></a:content></a:entry>')

        then:
        job.properties() == [Name: '<a&b>&ä']
        job.links() == [:]
        job.inline().Tasks*.properties() == [[:]]
        job.inline().size() == 1
    }

    def "a body without a Content-Type shows what it is: #body"() {
        expect:
        read(contentType, body).representation() == Entry.Representation.valueOf(representation)

        where:
        contentType                           | body                    || representation
        null                                  | ' \n{"Priority":1}'     || 'MINIMAL_JSON'
        ''                                    | '\ufeff{"Priority":1}'  || 'MINIMAL_JSON'
        null                                  | '\r\n<entry/>'.trim()   || 'ATOM'
        null                                  | '\ufeff<entry/>'        || 'ATOM'
        'application/json; odata=verbose; charset=utf-8' | '{}'         || 'VERBOSE_JSON'
        'Application/JSON;charset=utf-8'      | '{}'                    || 'MINIMAL_JSON'
        'application/json;odata=minimalmetadata' | '{}'                 || 'MINIMAL_JSON'
        'application/xml'                     | '<entry/>'              || 'ATOM'
    }

    def "#contentType with #body is refused: #text"() {
        when:
        read(contentType, body)

        then:
        def refusal = thrown(Refusal)
        refusal.status() == 400
        refusal.message == (text.startsWith('A body') ? text : 'Parsing request content failed due to: ' + text)

        where:
        contentType | body                                   || text
        null        | ''                                     || 'there is no content.'
        VERBOSE     | ' \n'                                  || 'there is no content.'
        VERBOSE     | '[]'                                   || 'a JSON object is expected.'
        MINIMAL     | '{"Name":"a"'                          || 'the JSON is malformed at line 1, column 12.'
        MINIMAL     | '{\n "Name": secret}'                  || 'the JSON is malformed at line 2, column 10.'
        MINIMAL     | '{"a":1}{}'                            || 'there is something behind its end at line 1, column 8.'
        MINIMAL     | '{"a":1,\n"a":2}'                      || "'a' is given more than once at line 2, column 1."
        MINIMAL     | '{"a":1e999}'                          || 'a number is out of range at line 1, column 6.'
        MINIMAL     | '{"a":' + '[' * 200                    || 'the JSON is nested too deeply at line 1, column 106.'
        MINIMAL     | '{"Tasks":[1]}'                        || "the elements of 'Tasks' must be objects."
        MINIMAL     | '{"Name":{"a":1}}'                     || "'Name' cannot be an object."
        MINIMAL     | '{"Events":[{"a":[]}]}'                || "'a' in 'Events' must be a plain value."
        MINIMAL     | '{"X@odata.bind":[1]}'                 || "'X@odata.bind' holds addresses only."
        MINIMAL     | '{"X@odata.bind":null}'                || "'X@odata.bind' holds addresses only."
        VERBOSE     | '{"X@odata.bind":["x"]}'               || "'X@odata.bind' is not verbose JSON: send it as application/json."
        MINIMAL     | '{"__metadata":{"type":"x"}}'          || 'A body with __metadata is verbose JSON: send it as application/json;odata=verbose.'
        MINIMAL     | '{"Tasks":[{"__metadata":{"type":"x"}}]}' || 'A body with __metadata is verbose JSON: send it as application/json;odata=verbose.'
        MINIMAL     | '{"InputMediaAssets":[{"__metadata":{"uri":"x"}}]}' || 'A body with __metadata is verbose JSON: send it as application/json;odata=verbose.'
        ATOM        | '{"Name":"a"}'                         || 'the XML is malformed at line 1, column 1.'
        ATOM        | '<entry>\n<content></entry>'           || 'the XML is malformed at line 2, column 12.'
        ATOM        | '<entry>&secret;</entry>'              || 'the XML is malformed at line 1, column 16.'
        ATOM        | '<entry/><entry/>'                     || 'the XML is malformed at line 1, column 10.'
        ATOM        | '<!DOCTYPE entry [<!ENTITY x SYSTEM "file:///etc/passwd">]><entry>&x;</entry>' || 'a document type is not allowed at line 1, column 60.'
        ATOM        | '<feed/>'                              || "an Atom entry is expected, not 'feed'."
        ATOM        | '<entry>' + '<a>' * 200                || 'the XML is nested too deeply at line 1, column 161.'
        ATOM        | entry("<link rel=\"${RELATED}Tasks\"/>") || "the link 'Tasks' has no href."
        ATOM        | properties('<d:a>1</d:a><d:a>2</d:a>') || "'a' is given more than once."
        ATOM        | properties('<d:a m:type="Edm.Int32">one</d:a>') || "'a' is not of type Edm.Int32."
        ATOM        | properties('<d:a m:type="Edm.Double">NaN</d:a>') || "'a' is not of type Edm.Double."
        ATOM        | properties('<d:a><d:b>1</d:b></d:a>')  || "'a' must be a plain value or a collection."
        ATOM        | properties('<d:a><d:element><d:b><d:c/></d:b></d:element></d:a>') || "'b' must be a plain value."
    }

    def "a body of #contentType is refused as unsupported"() {
        when:
        read(contentType, '{}')

        then:
        def refusal = thrown(Refusal)
        refusal.status() == 415
        refusal.message.startsWith("Unsupported media type '$contentType'.")

        where:
        contentType << ['text/plain', 'application/x-www-form-urlencoded', ';']
    }
}
