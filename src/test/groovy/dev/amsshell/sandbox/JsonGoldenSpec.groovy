package dev.amsshell.sandbox

import static dev.amsshell.sandbox.WireType.collection

import dev.amsshell.sandbox.odata.Negotiation
import dev.amsshell.sandbox.odata.PayloadFormat
import dev.amsshell.sandbox.odata.Resource
import dev.amsshell.sandbox.odata.Selection
import dev.amsshell.testing.MutableClock
import java.time.Instant
import spock.lang.Specification

/** The captured samples of both kinds of JSON, field for field (wire sheet 5.4 and 7.1). */
class JsonGoldenSpec extends Specification {

    private static PayloadFormat format(String accept, String root) {
        new Negotiation(new URI(root), new MutableClock('2015-02-11T01:46:14Z')).choose(accept)
    }

    private static Instant at(String time) {
        Instant.parse(time)
    }

    def minimal = format('application/json', 'https://media.windows.net/api/')
    def verbose = format('application/json;odata=verbose', 'https://HOST/api/')

    def "a list in minimal JSON"() {
        given:
        def job = [
            Id: 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1',
            Name: 'Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set',
            Created: at('2015-02-11T01:46:08.897Z'), LastModified: at('2015-02-11T01:46:08.897Z'), EndTime: null,
            Priority: 0, RunningDuration: 0d, StartTime: at('2015-02-11T01:46:16.58Z'), State: 2, TemplateId: null,
            JobNotificationSubscriptions: collection('JobNotificationSubscription')]

        expect:
        minimal.write(new Resource.Rows(WireType.JOB, [job], Selection.ALL)) ==
            '{"odata.metadata":"https://media.windows.net/api/$metadata#Jobs","value":[{"Id":"nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1",' +
            '"Name":"Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set","Created":"2015-02-11T01:46:08.897",' +
            '"LastModified":"2015-02-11T01:46:08.897","EndTime":null,"Priority":0,"RunningDuration":0.0,' +
            '"StartTime":"2015-02-11T01:46:16.58","State":2,"TemplateId":null,"JobNotificationSubscriptions":[]}]}'
    }

    def "a job in verbose JSON"() {
        given:
        def job = [
            Id: 'nb:jid:UUID:71d2dd33-efdf-ec43-8ea1-136a110bd42c', Name: 'NewTestJob',
            Created: at('2015-01-19T08:04:34.3287057Z'), LastModified: at('2015-01-19T08:04:34.3287057Z'), EndTime: null,
            Priority: 0, RunningDuration: 0d, StartTime: null, State: 0, TemplateId: null,
            JobNotificationSubscriptions: collection('JobNotificationSubscription')]

        expect:
        verbose.write(new Resource.Single(WireType.JOB, job, Selection.ALL)) == '''\
{"d":{"__metadata":{"id":"https://HOST/api/Jobs('nb%3Ajid%3AUUID%3A71d2dd33-efdf-ec43-8ea1-136a110bd42c')","uri":"https://HOST/api/Jobs('nb%3Ajid%3AUUID%3A71d2dd33-efdf-ec43-8ea1-136a110bd42c')","type":"Microsoft.Cloud.Media.Vod.Rest.Data.Models.Job"},
"Tasks":{"__deferred":{"uri":"https://HOST/api/Jobs('nb%3Ajid%3AUUID%3A71d2dd33-efdf-ec43-8ea1-136a110bd42c')/Tasks"}},
"OutputMediaAssets":{"__deferred":{"uri":"https://HOST/api/Jobs('nb%3Ajid%3AUUID%3A71d2dd33-efdf-ec43-8ea1-136a110bd42c')/OutputMediaAssets"}},
"InputMediaAssets":{"__deferred":{"uri":"https://HOST/api/Jobs('nb%3Ajid%3AUUID%3A71d2dd33-efdf-ec43-8ea1-136a110bd42c')/InputMediaAssets"}},
"Id":"nb:jid:UUID:71d2dd33-efdf-ec43-8ea1-136a110bd42c","Name":"NewTestJob","Created":"2015-01-19T08:04:34.3287057Z","LastModified":"2015-01-19T08:04:34.3287057Z","EndTime":null,"Priority":0,"RunningDuration":0,"StartTime":null,"State":0,"TemplateId":null,
"JobNotificationSubscriptions":{"__metadata":{"type":"Collection(Microsoft.Cloud.Media.Vod.Rest.Data.Models.JobNotificationSubscription)"},"results":[]}}}'''.replace('\n', '')
    }

    def "a list of tasks in verbose JSON"() {
        given:
        def events = [
            [Code: 'WaitingForFreeResources', Message: '', TimeStamp: at('2020-04-15T18:45:16.370Z')],
            [Code: 'Scheduled', Message: '', TimeStamp: at('2020-04-15T18:45:22.217Z')],
            [Code: 'Processing', Message: '', TimeStamp: at('2020-04-15T18:45:24.540Z')],
            [Code: 'Finished', Message: '', TimeStamp: at('2020-04-15T18:46:11.477Z')],
            [Code: 'TaskBillingInformationAdded', Message: 'Mediatask: {\r\n  "NumberOfImages": 1}\r\n', TimeStamp: at('2020-04-15T18:46:12.453Z')]]
        def subscription = [
            IncludeTaskProgress: true, NotificationEndPointId: 'nb:nepid:UUID:12ed9f0d-947b-4852-aef4-7a708b0ab03f', TargetTaskState: 2]
        def task = [
            Id: 'nb:tid:UUID:45547fae-f89c-406c-8202-773ce47f4ac8', Configuration: '{"Version": 1.0}',
            EndTime: at('2020-04-15T18:46:11.477Z'), ErrorDetails: collection('ErrorDetail'),
            HistoricalEvents: collection('TaskHistoricalEvent', events),
            MediaProcessorId: 'nb:mpid:UUID:ff4df607-d419-42f0-bc17-a481b1331e56', Name: 'Encode', PerfMessage: 'Mediatask',
            Priority: 0, Progress: 100d, RunningDuration: 39605d, StartTime: at('2020-04-15T18:45:24.540Z'), State: 3,
            TaskBody: '<?xml version="1.0" encoding="utf-16"?>\r\n<taskBody></taskBody>', Options: 0, EncryptionKeyId: null,
            EncryptionScheme: 'None', EncryptionVersion: null, InitializationVector: null,
            TaskNotificationSubscriptions: collection('TaskNotificationSubscription', [subscription])]

        expect:
        verbose.write(new Resource.Rows(WireType.TASK, [task], Selection.ALL)) == $/
{"d":{"results":[{"__metadata":{"id":"https://HOST/api/Tasks('nb%3Atid%3AUUID%3A45547fae-f89c-406c-8202-773ce47f4ac8')","uri":"https://HOST/api/Tasks('nb%3Atid%3AUUID%3A45547fae-f89c-406c-8202-773ce47f4ac8')","type":"Microsoft.Cloud.Media.Vod.Rest.Data.Models.Task"},
"OutputMediaAssets":{"__deferred":{"uri":"https://HOST/api/Tasks('nb%3Atid%3AUUID%3A45547fae-f89c-406c-8202-773ce47f4ac8')/OutputMediaAssets"}},"InputMediaAssets":{"__deferred":{"uri":"https://HOST/api/Tasks('nb%3Atid%3AUUID%3A45547fae-f89c-406c-8202-773ce47f4ac8')/InputMediaAssets"}},
"Id":"nb:tid:UUID:45547fae-f89c-406c-8202-773ce47f4ac8","Configuration":"{\"Version\": 1.0}","EndTime":"2020-04-15T18:46:11.477Z",
"ErrorDetails":{"__metadata":{"type":"Collection(Microsoft.Cloud.Media.Vod.Rest.Data.Models.ErrorDetail)"},"results":[]},
"HistoricalEvents":{"__metadata":{"type":"Collection(Microsoft.Cloud.Media.Vod.Rest.Data.Models.TaskHistoricalEvent)"},"results":[
{"Code":"WaitingForFreeResources","Message":"","TimeStamp":"2020-04-15T18:45:16.37"},{"Code":"Scheduled","Message":"","TimeStamp":"2020-04-15T18:45:22.217"},
{"Code":"Processing","Message":"","TimeStamp":"2020-04-15T18:45:24.54"},{"Code":"Finished","Message":"","TimeStamp":"2020-04-15T18:46:11.477"},
{"Code":"TaskBillingInformationAdded","Message":"Mediatask: {\r\n  \"NumberOfImages\": 1}\r\n","TimeStamp":"2020-04-15T18:46:12.453"}]},
"MediaProcessorId":"nb:mpid:UUID:ff4df607-d419-42f0-bc17-a481b1331e56","Name":"Encode","PerfMessage":"Mediatask","Priority":0,"Progress":100,"RunningDuration":39605,"StartTime":"2020-04-15T18:45:24.54Z","State":3,
"TaskBody":"<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<taskBody></taskBody>","Options":0,"EncryptionKeyId":null,"EncryptionScheme":"None","EncryptionVersion":null,"InitializationVector":null,
"TaskNotificationSubscriptions":{"__metadata":{"type":"Collection(Microsoft.Cloud.Media.Vod.Rest.Data.Models.TaskNotificationSubscription)"},"results":[{"IncludeTaskProgress":true,"NotificationEndPointId":"nb:nepid:UUID:12ed9f0d-947b-4852-aef4-7a708b0ab03f","TargetTaskState":2}]}}]}}/$.replace('\n', '')
    }

    def "an error in both"() {
        given:
        def text = 'Parsing request content failed due to: Make sure to only use property names that are defined by the type'

        expect:
        verbose.error(text) == '{"error":{"code":"","message":{"lang":"en-US","value":"' + text + '"}}}'
        minimal.error(text) == '{"odata.error":{"code":"","message":{"lang":"en-US","value":"' + text + '"}}}'
    }

    def "links in both"() {
        given:
        def links = new Resource.Links('ContentKeys', ["ContentKeys('1')"])

        expect:
        minimal.write(links) == '{"value":[{"url":"https://media.windows.net/api/ContentKeys(\'1\')"}]}'
        verbose.write(links) == '{"d":{"results":[{"uri":"https://HOST/api/ContentKeys(\'1\')"}]}}'
        verbose.version(links) == '1.0;'
    }

    def "a list that goes on says where, in both"() {
        given:
        def rows = new Resource.Rows(WireType.JOB, [], Selection.ALL, 'Jobs', 'Jobs?$skip=1000')

        expect:
        minimal.write(rows).endsWith('"value":[],"odata.nextLink":"https://media.windows.net/api/Jobs?$skip=1000"}')
        verbose.write(rows) == '{"d":{"results":[],"__next":"https://HOST/api/Jobs?$skip=1000"}}'
    }
}
