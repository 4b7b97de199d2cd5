package dev.amsshell.sandbox

import dev.amsshell.sandbox.odata.WireValues
import spock.lang.Shared

/** Both kinds of JSON against the captured samples, member by member and in their order. */
class JsonSpec extends SandboxSpecification {

    static final String TYPES = 'Microsoft.Cloud.Media.Vod.Rest.Data.Models.'
    static final List<String> JOB = [
        'Id', 'Name', 'Created', 'LastModified', 'EndTime', 'Priority', 'RunningDuration', 'StartTime',
        'State', 'TemplateId', 'JobNotificationSubscriptions']
    static final List<String> TASK = [
        'Id', 'Configuration', 'EndTime', 'ErrorDetails', 'HistoricalEvents', 'MediaProcessorId', 'Name',
        'PerfMessage', 'Priority', 'Progress', 'RunningDuration', 'StartTime', 'State', 'TaskBody', 'Options',
        'EncryptionKeyId', 'EncryptionScheme', 'EncryptionVersion', 'InitializationVector',
        'TaskNotificationSubscriptions']

    @Shared String example = "Jobs('${WireClient.EXAMPLE.replace(':', '%3A')}')"

    def "a job in minimal JSON, to the byte"() {
        expect:
        client.get(example).body() ==
            '{"odata.metadata":"' + sandbox.endpoint() + '$metadata#Jobs/@Element",' +
            '"Id":"nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1",' +
            '"Name":"Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set",' +
            '"Created":"2015-02-11T01:46:09","LastModified":"2015-02-11T01:46:13","EndTime":null,' +
            '"Priority":0,"RunningDuration":0.0,"StartTime":"2015-02-11T01:46:13","State":2,' +
            '"TemplateId":null,"JobNotificationSubscriptions":[]}'
    }

    def "a job in verbose JSON, to the byte"() {
        given:
        def uri = sandbox.endpoint().toString() + example

        expect:
        client.get(example, [Accept: WireClient.VERBOSE]).body() ==
            '{"d":{"__metadata":{"id":"' + uri + '","uri":"' + uri + '","type":"' + TYPES + 'Job"},' +
            '"Tasks":{"__deferred":{"uri":"' + uri + '/Tasks"}},' +
            '"OutputMediaAssets":{"__deferred":{"uri":"' + uri + '/OutputMediaAssets"}},' +
            '"InputMediaAssets":{"__deferred":{"uri":"' + uri + '/InputMediaAssets"}},' +
            '"Id":"nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1",' +
            '"Name":"Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set",' +
            '"Created":"2015-02-11T01:46:09Z","LastModified":"2015-02-11T01:46:13Z","EndTime":null,' +
            '"Priority":0,"RunningDuration":0,"StartTime":"2015-02-11T01:46:13Z","State":2,' +
            '"TemplateId":null,"JobNotificationSubscriptions":{"__metadata":{"type":' +
            '"Collection(' + TYPES + 'JobNotificationSubscription)"},"results":[]}}}'
    }

    def "a list of jobs in minimal JSON"() {
        when:
        def list = client.json('Jobs')

        then:
        list.keySet() as List == ['odata.metadata', 'value']
        list['odata.metadata'] == "${sandbox.endpoint()}\$metadata#Jobs".toString()
        list.value.every { it.keySet() as List == JOB }
        list.value.every { it.Priority instanceof Integer && it.RunningDuration instanceof Double }
    }

    def "a list of jobs in verbose JSON"() {
        when:
        def list = client.json('Jobs', WireClient.VERBOSE)

        then:
        list.keySet() as List == ['d']
        list.d.keySet() as List == ['results']
        list.d.results.every {
            it.keySet() as List == ['__metadata', 'Tasks', 'OutputMediaAssets', 'InputMediaAssets'] + JOB
        }
        list.d.results.every { it.RunningDuration instanceof Integer }
    }

    def "tasks of a job in minimal JSON"() {
        when:
        def list = client.json("$example/Tasks")

        then:
        list['odata.metadata'] == "${sandbox.endpoint()}\$metadata#Tasks".toString()
        list.value.every { it.keySet() as List == TASK }
        list.value*.Name == ['Encode to an adaptive bitrate MP4 set', 'Thumbnails']
        list.value[0].HistoricalEvents == [
            [Code: 'WaitingForFreeResources', Message: '', TimeStamp: '2015-02-11T01:46:09.25'],
            [Code: 'Scheduled', Message: '', TimeStamp: '2015-02-11T01:46:11'],
            [Code: 'Processing', Message: '', TimeStamp: '2015-02-11T01:46:13']]
        list.value[0].ErrorDetails == []
        list.value[0].MediaProcessorId == 'nb:mpid:UUID:ff4df607-d419-42f0-bc17-a481b1331e56'
        list.value[0].EncryptionScheme == 'None'
        list.value[0].Progress == 12.5
    }

    def "tasks of a job in verbose JSON"() {
        when:
        def task = client.json("$example/Tasks", WireClient.VERBOSE).d.results[0]
        def uri = "${sandbox.endpoint()}Tasks('${task.Id.replace(':', '%3A')}')".toString()

        then:
        task.keySet() as List == ['__metadata', 'OutputMediaAssets', 'InputMediaAssets'] + TASK
        task.__metadata == [id: uri, uri: uri, type: TYPES + 'Task']
        task.OutputMediaAssets == [__deferred: [uri: uri + '/OutputMediaAssets']]
        task.ErrorDetails == [__metadata: [type: "Collection(${TYPES}ErrorDetail)".toString()], results: []]
        task.HistoricalEvents.__metadata == [type: "Collection(${TYPES}TaskHistoricalEvent)".toString()]
    }

    def "in verbose JSON only the dates outside of collections have a Z"() {
        when:
        def task = client.json("$example/Tasks", WireClient.VERBOSE).d.results[0]

        then:
        task.StartTime == '2015-02-11T01:46:13Z'
        task.HistoricalEvents.results*.TimeStamp ==
            ['2015-02-11T01:46:09.25', '2015-02-11T01:46:11', '2015-02-11T01:46:13']
    }

    def "no date in minimal JSON has a zone or a zero at the end of its fraction"() {
        when:
        def dates = client.rows('Jobs').collectMany { [it.Created, it.LastModified, it.StartTime, it.EndTime] }.findAll()

        then:
        dates.size() > 1000
        dates.every { it ==~ /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,6}[1-9])?/ }
    }

    def "a date by itself in verbose JSON has the form of OData below 3.0"() {
        expect:
        client.get("$example/Created", [Accept: WireClient.VERBOSE]).body() ==
            '{"d":{"Created":"\\/Date(1423619169000)\\/"}}'
        client.json("$example/Created").value == '2015-02-11T01:46:09'
    }

    def "a collection by itself"() {
        given:
        def id = client.json("$example/Tasks").value[0].Id

        expect:
        client.json("Tasks('$id')/ErrorDetails") == [
            'odata.metadata': "${sandbox.endpoint()}\$metadata#Collection(${TYPES}ErrorDetail)".toString(), value: []]
        client.json("Tasks('$id')/HistoricalEvents", WireClient.VERBOSE).d.HistoricalEvents.results*.Code ==
            ['WaitingForFreeResources', 'Scheduled', 'Processing']
    }

    def "a whole Double is #minimal in minimal and #verbose in verbose JSON"() {
        expect:
        WireValues.pointed(number) == minimal
        WireValues.shortest(number) == verbose

        where:
        number      || minimal      | verbose
        0d          || '0.0'        | '0'
        100d        || '100.0'      | '100'
        39605d      || '39605.0'    | '39605'
        12.5d       || '12.5'       | '12.5'
        12345678d   || '12345678.0' | '12345678'
    }

    def "a date of #nanos nanoseconds ends with #end"() {
        expect:
        WireValues.date(java.time.Instant.parse('2015-02-11T01:46:08Z').plusNanos(nanos)) == '2015-02-11T01:46:08' + end

        where:
        nanos       || end
        0           || ''
        897_000_000 || '.897'
        580_000_000 || '.58'
        328_705_700 || '.3287057'
        7_000_099   || '.007'
    }

    def "a task body says utf-16, names its assets and is XML"() {
        when:
        def bodies = client.rows('Tasks')*.TaskBody

        then:
        bodies.every { it.startsWith('<?xml version="1.0" encoding="utf-16"?>\r\n<taskBody>\r\n  <inputAsset>Job') }
        bodies.every {
            javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new StringReader(it))).documentElement.nodeName == 'taskBody'
        }
        bodies.any { it.contains('<inputAsset>JobOutputAsset(0)</inputAsset>') }
    }
}
