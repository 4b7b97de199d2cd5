package dev.amsshell.sandbox

import static dev.amsshell.sandbox.WireType.collection

import dev.amsshell.sandbox.odata.Negotiation
import dev.amsshell.sandbox.odata.Property
import dev.amsshell.sandbox.odata.Edm
import dev.amsshell.sandbox.odata.Resource
import dev.amsshell.sandbox.odata.Selection
import dev.amsshell.testing.MutableClock
import java.time.Instant
import spock.lang.Specification

/** The literal samples of Atom and XML, field for field (wire sheet 7.1 and 9). */
class AtomGoldenSpec extends Specification {

    static final String PROLOG = '<?xml version="1.0" encoding="utf-8"?>'
    static final String ID = 'nb:jid:UUID:7dc2642f-ab1e-9f4c-8ecd-027eeac2a4ab'
    static final Map JOB = [
        Id: ID, Name: 'My MP4 to Smooth Streaming encoding job',
        Created: Instant.parse('0001-01-01T00:00:00Z'), LastModified: Instant.parse('0001-01-01T00:00:00Z'),
        EndTime: null, Priority: 0, RunningDuration: 0d, StartTime: null, State: 0, TemplateId: null,
        JobNotificationSubscriptions: collection('JobNotificationSubscription', [
            [TargetJobState: 2, NotificationEndPointId: 'nb:nepid:UUID:36e510df-8560-4bae-a698-87723f677e98']])]

    static final String INSIDE_ENTRY = '''\
<id>https://media.windows.net/api/Jobs('nb%3Ajid%3AUUID%3A7dc2642f-ab1e-9f4c-8ecd-027eeac2a4ab')</id>
<category term="Microsoft.Cloud.Media.Vod.Rest.Data.Models.Job" scheme="http://schemas.microsoft.com/ado/2007/08/dataservices/scheme" />
<link rel="edit" title="Job" href="Jobs('nb%3Ajid%3AUUID%3A7dc2642f-ab1e-9f4c-8ecd-027eeac2a4ab')" />
<link rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/Tasks" type="application/atom+xml;type=feed" title="Tasks" href="Jobs('nb%3Ajid%3AUUID%3A7dc2642f-ab1e-9f4c-8ecd-027eeac2a4ab')/Tasks" />
<link rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/OutputMediaAssets" type="application/atom+xml;type=feed" title="OutputMediaAssets" href="Jobs('nb%3Ajid%3AUUID%3A7dc2642f-ab1e-9f4c-8ecd-027eeac2a4ab')/OutputMediaAssets" />
<link rel="http://schemas.microsoft.com/ado/2007/08/dataservices/related/InputMediaAssets" type="application/atom+xml;type=feed" title="InputMediaAssets" href="Jobs('nb%3Ajid%3AUUID%3A7dc2642f-ab1e-9f4c-8ecd-027eeac2a4ab')/InputMediaAssets" />
<title /><updated>2013-04-20T22:42:02Z</updated><author><name /></author>
<content type="application/xml"><m:properties>
<d:Id>nb:jid:UUID:7dc2642f-ab1e-9f4c-8ecd-027eeac2a4ab</d:Id><d:Name>My MP4 to Smooth Streaming encoding job</d:Name>
<d:Created m:type="Edm.DateTime">0001-01-01T00:00:00</d:Created><d:LastModified m:type="Edm.DateTime">0001-01-01T00:00:00</d:LastModified>
<d:EndTime m:null="true" /><d:Priority m:type="Edm.Int32">0</d:Priority><d:RunningDuration m:type="Edm.Double">0</d:RunningDuration><d:StartTime m:null="true" /><d:State m:type="Edm.Int32">0</d:State><d:TemplateId m:null="true" />
<d:JobNotificationSubscriptions m:type="Collection(Microsoft.Cloud.Media.Vod.Rest.Data.Models.JobNotificationSubscription)"><d:element><d:TargetJobState m:type="Edm.Int32">2</d:TargetJobState><d:NotificationEndPointId>nb:nepid:UUID:36e510df-8560-4bae-a698-87723f677e98</d:NotificationEndPointId></d:element></d:JobNotificationSubscriptions>
</m:properties></content>'''.replace('\n', '')

    static final String ENTRY = PROLOG +
        '<entry xml:base="https://media.windows.net/api/" xmlns="http://www.w3.org/2005/Atom" ' +
        'xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" ' +
        'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" ' +
        'xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml">' + INSIDE_ENTRY + '</entry>'

    static final String FEED_START = PROLOG +
        '<feed xml:base="https://media.windows.net/api/" xmlns="http://www.w3.org/2005/Atom" ' +
        'xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" ' +
        'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">' +
        '<id>https://media.windows.net/api/Jobs</id><title type="text">Jobs</title>' +
        '<updated>2013-04-20T22:42:02Z</updated><link rel="self" title="Jobs" href="Jobs" />'

    static final String NAMESPACES =
        'xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" ' +
        'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"'

    def atom = new Negotiation(new URI('https://media.windows.net/api/'), new MutableClock('2013-04-20T22:42:02.75Z'))
        .choose('application/atom+xml')

    private static String ofProperty(String name, Edm edm, Object value, atom) {
        atom.write(new Resource.Value(new Property(name, edm, { value }), value)) - PROLOG
    }

    def "a job"() {
        when:
        def job = new Resource.Single(WireType.JOB, JOB, Selection.ALL)

        then:
        atom.write(job) == ENTRY
        atom.contentType(job) == 'application/atom+xml;type=entry;charset=utf-8'
        atom.version(job) == '3.0;'
    }

    def "a list of jobs, which declares the namespaces once"() {
        when:
        def jobs = new Resource.Rows(WireType.JOB, [JOB, JOB], Selection.ALL)

        then:
        atom.write(jobs) == "$FEED_START<entry>$INSIDE_ENTRY</entry><entry>$INSIDE_ENTRY</entry></feed>"
        atom.contentType(jobs) == 'application/atom+xml;type=feed;charset=utf-8'
        atom.version(jobs) == '3.0;'
    }

    def "an empty list names an author"() {
        expect:
        atom.write(new Resource.Rows(WireType.JOB, [], Selection.ALL)) == FEED_START + '<author><name /></author></feed>'
    }

    def "a list that goes on says where"() {
        expect:
        atom.write(new Resource.Rows(WireType.JOB, [], Selection.ALL, 'Jobs', 'Jobs?$top=5&$skip=1000')).endsWith(
            '<link rel="next" href="https://media.windows.net/api/Jobs?$top=5&amp;$skip=1000" /></feed>')
    }

    def "a selection has only its links and properties"() {
        when:
        def text = atom.write(new Resource.Single(WireType.JOB, JOB, new Selection(['State', 'Tasks'] as Set)))

        then:
        text.contains('<m:properties><d:State m:type="Edm.Int32">0</d:State></m:properties>')
        text.contains('title="Tasks"')
        !text.contains('MediaAssets')
    }

    def "the #name of a task by itself"() {
        expect:
        ofProperty(name, edm, value, atom) == expected

        where:
        name           | edm           | value                                  || expected
        'State'        | Edm.INT32     | 2                                      || "<d:State $NAMESPACES m:type=\"Edm.Int32\">2</d:State>"
        'EndTime'      | Edm.DATE_TIME | null                                   || "<d:EndTime $NAMESPACES m:null=\"true\" />"
        'EndTime'      | Edm.DATE_TIME | Instant.parse('2015-02-11T01:46:08.5Z') || "<d:EndTime $NAMESPACES m:type=\"Edm.DateTime\">2015-02-11T01:46:08.5</d:EndTime>"
        'Name'         | Edm.STRING    | 'a "b" & <c>'                          || "<d:Name $NAMESPACES>a \"b\" &amp; &lt;c&gt;</d:Name>"
        'Name'         | Edm.STRING    | ''                                     || "<d:Name $NAMESPACES></d:Name>"
        'TaskBody'     | Edm.STRING    | 'a\r\nb\u0000\u001b\ud800\uffff'       || "<d:TaskBody $NAMESPACES>a&#xD;\nb????</d:TaskBody>"
        'Progress'     | Edm.DOUBLE    | 12.5d                                  || "<d:Progress $NAMESPACES m:type=\"Edm.Double\">12.5</d:Progress>"
        'ContentFileSize' | Edm.INT64  | 122992491L                             || "<d:ContentFileSize $NAMESPACES m:type=\"Edm.Int64\">122992491</d:ContentFileSize>"
        'AccountId'    | Edm.GUID      | 'ff4df607-d419-42f0-bc17-a481b1331e56' || "<d:AccountId $NAMESPACES m:type=\"Edm.Guid\">ff4df607-d419-42f0-bc17-a481b1331e56</d:AccountId>"
        'ErrorDetails' | Edm.COLLECTION | collection('ErrorDetail')             || "<d:ErrorDetails $NAMESPACES m:type=\"Collection(Microsoft.Cloud.Media.Vod.Rest.Data.Models.ErrorDetail)\" />"
        'HistoricalEvents' | Edm.COLLECTION | collection('TaskHistoricalEvent', [[Code: 'Error', Message: null, TimeStamp: Instant.parse('2015-02-11T01:46:08Z'), Shown: true]]) ||
            "<d:HistoricalEvents $NAMESPACES m:type=\"Collection(Microsoft.Cloud.Media.Vod.Rest.Data.Models.TaskHistoricalEvent)\">" +
            '<d:element><d:Code>Error</d:Code><d:Message m:null="true" /><d:TimeStamp m:type="Edm.DateTime">2015-02-11T01:46:08</d:TimeStamp><d:Shown m:type="Edm.Boolean">true</d:Shown></d:element></d:HistoricalEvents>'
    }

    def "the service document"() {
        when:
        def document = new Resource.ServiceDocument(['Jobs', 'Tasks'])

        then:
        atom.write(document) == PROLOG +
            '<service xml:base="https://media.windows.net/api/" xmlns="http://www.w3.org/2007/app" xmlns:atom="http://www.w3.org/2005/Atom">' +
            '<workspace><atom:title>Default</atom:title>' +
            '<collection href="Jobs"><atom:title>Jobs</atom:title></collection>' +
            '<collection href="Tasks"><atom:title>Tasks</atom:title></collection></workspace></service>'
        atom.contentType(document) == 'application/xml;charset=utf-8'
        atom.version(document) == '1.0;'
    }

    def "links"() {
        when:
        def links = new Resource.Links('ContentKeys', ["ContentKeys('1')", "ContentKeys('2')"])

        then:
        atom.write(links) == PROLOG + '<links xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices">' +
            "<uri>https://media.windows.net/api/ContentKeys('1')</uri>" +
            "<uri>https://media.windows.net/api/ContentKeys('2')</uri></links>"
        atom.contentType(links) == 'application/xml;charset=utf-8'
    }

    def "an error"() {
        expect:
        atom.error('No <way> & no "how"') == PROLOG +
            '<m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code />' +
            '<m:message xml:lang="en-US">No &lt;way&gt; &amp; no "how"</m:message></m:error>'
        atom.errorContentType() == 'application/xml;charset=utf-8'
    }
}
