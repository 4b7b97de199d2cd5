package dev.amsshell.service.v2

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.job.Encryption
import dev.amsshell.job.JobState
import dev.amsshell.job.Origin
import dev.amsshell.job.Retry
import dev.amsshell.job.Subscription
import dev.amsshell.job.TaskEvent
import dev.amsshell.testing.MutableClock
import dev.amsshell.transport.Answer
import dev.amsshell.transport.Headers
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class DecodingSpec extends Specification {
    def clock = new MutableClock('2015-02-11T02:00:00Z')

    def job(String body) {
        def answer = new Answer(URI.create('http://127.0.0.1/api/Jobs'), 200, Headers.NONE, body.getBytes('UTF-8'))
        return new JobDecoder(clock).job(Payload.page(answer).rows().first())
    }

    def task(String entity) {
        return TaskDecoder.task(new ObjectMapper().readTree(entity))
    }

    def "the minimal form of the documents is read field for field"() {
        when:
        def job = job('''{"odata.metadata":"https://media.windows.net/api/$metadata#Jobs","value":[{
            "Id":"nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1","Name":"Encoding BigBuckBunny","Created":"2015-02-11T01:46:08.897",
            "LastModified":"2015-02-11T01:46:08.897","EndTime":null,"Priority":3,"RunningDuration":39605.5,
            "StartTime":"2015-02-11T01:46:16.58","State":2,"TemplateId":"nb:jtid:UUID:1","JobNotificationSubscriptions":[
            {"TargetJobState":2,"NotificationEndPointId":"nb:nepid:UUID:36e510df"}]}]}''')

        then:
        with(job) {
            id() == 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'
            name() == 'Encoding BigBuckBunny'
            created() == Instant.parse('2015-02-11T01:46:08.897Z')
            lastModified() == Instant.parse('2015-02-11T01:46:08.897Z')
            ended() == null
            priority() == 3
            runningDuration() == Duration.ofNanos(39605500000)
            started() == Instant.parse('2015-02-11T01:46:16.58Z')
            state() == JobState.PROCESSING
            templateId() == 'nb:jtid:UUID:1'
            subscriptions() == [new Subscription('nb:nepid:UUID:36e510df', 'All', false)]
            asOf() == clock.instant()
            !hasTasks()
        }
    }

    def "the verbose form is read field for field"() {
        when:
        def job = job('''{"d":{"results":[{"__metadata":{"id":"https://HOST/api/Jobs('x')","type":"Job"},
            "Tasks":{"__deferred":{"uri":"https://HOST/api/Jobs('x')/Tasks"}},
            "Id":"nb:jid:UUID:71d2dd33-efdf-ec43-8ea1-136a110bd42c","Name":"NewTestJob","Created":"2015-01-19T08:04:34.3287057Z",
            "LastModified":"2015-01-19T08:04:34.3287057Z","EndTime":null,"Priority":0,"RunningDuration":0,"StartTime":null,"State":0,
            "TemplateId":null,"JobNotificationSubscriptions":{"__metadata":{"type":"Collection(x)"},"results":[
            {"TargetJobState":1,"NotificationEndPointId":"nb:nepid:UUID:1"}]}}]}}''')

        then:
        job.name() == 'NewTestJob'
        job.created() == Instant.parse('2015-01-19T08:04:34.3287057Z')
        job.state() == JobState.QUEUED
        job.started() == null
        job.subscriptions() == [new Subscription('nb:nepid:UUID:1', 'FinalStatesOnly', false)]
    }

    def "missing fields, extra fields and null names do not matter"() {
        when:
        def job = job('{"value":[{"Id":"x","Name":null,"State":2,"Brand":{"new":[1]}}]}')

        then:
        job.name() == null
        job.state() == JobState.PROCESSING
        job.created() == null
        job.runningDuration() == Duration.ZERO
        job.subscriptions() == []
    }

    def "code #code is the state #state"() {
        expect:
        job("{\"value\":[{\"Id\":\"x\",\"State\":$code}]}").state() == state

        where:
        code     | state
        0        | JobState.QUEUED
        1        | JobState.SCHEDULED
        2        | JobState.PROCESSING
        3        | JobState.FINISHED
        4        | JobState.ERROR
        5        | JobState.CANCELED
        6        | JobState.CANCELING
        '"4"'    | JobState.ERROR
        9        | JobState.unknown('9')
        -1       | JobState.unknown('-1')
        '"Done"' | JobState.unknown('Done')
        'null'   | JobState.unknown('missing')
    }

    def "a task is read field for field, in the verbose form of a captured answer"() {
        when:
        def task = task('''{"__metadata":{"type":"Task"},"Id":"nb:tid:UUID:45547fae","Configuration":"Adaptive Streaming",
            "EndTime":"2020-04-15T18:46:11.477Z",
            "ErrorDetails":{"__metadata":{"type":"Collection(x)"},"results":[{"Code":"TransientError","Message":"gone"}]},
            "HistoricalEvents":{"__metadata":{"type":"Collection(x)"},"results":[
             {"Code":"Scheduled","Message":"","TimeStamp":"2020-04-15T18:45:22.217"},
             {"Code":"Finished","Message":null,"TimeStamp":"2020-04-15T18:46:11.477"}]},
            "MediaProcessorId":"nb:mpid:UUID:ff4df607","Name":"Encode","PerfMessage":"Mediatask","Priority":2,"Progress":100,
            "RunningDuration":39605,"StartTime":"2020-04-15T18:45:24.54Z","State":3,
            "TaskBody":"<?xml version=\\"1.0\\" encoding=\\"utf-16\\"?>\\r\\n<taskBody/>","Options":2,"EncryptionKeyId":"k",
            "EncryptionScheme":"None","EncryptionVersion":"1.0","InitializationVector":"iv",
            "TaskNotificationSubscriptions":{"results":[{"IncludeTaskProgress":true,"NotificationEndPointId":"nb:nepid:UUID:1","TargetTaskState":2}]}}''')

        then:
        with(task) {
            id() == 'nb:tid:UUID:45547fae'
            configuration() == 'Adaptive Streaming'
            ended() == Instant.parse('2020-04-15T18:46:11.477Z')
            errors()*.toString() == ["TransientError: gone (task 'Encode', retry: yes)"]
            history() == [
                new TaskEvent('Scheduled', '', Instant.parse('2020-04-15T18:45:22.217Z')),
                new TaskEvent('Finished', '', Instant.parse('2020-04-15T18:46:11.477Z')),
            ]
            processor() == 'nb:mpid:UUID:ff4df607'
            name() == 'Encode'
            performance() == 'Mediatask'
            priority() == 2
            progress() == 100d
            runningDuration() == Duration.ofMillis(39605)
            started() == Instant.parse('2020-04-15T18:45:24.54Z')
            state() == JobState.FINISHED
            body().contains('utf-16')
            options() == 2
            encryption() == new Encryption('k', 'None', '1.0', 'iv')
            subscriptions() == [new Subscription('nb:nepid:UUID:1', 'All', true)]
        }
    }

    def "a task in minimal form has bare collections"() {
        when:
        def task = task('''{"Id":"t","State":4,"Progress":12.5,"ErrorDetails":[{"Code":"ErrorParsingConfiguration","Message":"bad"}],
            "HistoricalEvents":[{"Code":"Scheduled","Message":"","TimeStamp":"2015-02-11T01:46:08.8"}]}''')

        then:
        task.progress() == 12.5d
        task.errors()[0].retry() == Retry.NO
        task.errors()[0].task() == 't'
        task.history()[0].time() == Instant.parse('2015-02-11T01:46:08.8Z')
    }

    def "a protected configuration is cipher text and is not kept"() {
        when:
        def task = task('{"Id":"t","State":0,"Options":3,"Configuration":"c2VjcmV0"}')

        then:
        task.configuration() == null
        task.configurationProtected()
    }

    def "to retry after #code: #retry, since its origin is #origin"() {
        expect:
        ErrorCodes.retry(code) == retry
        ErrorCodes.origin(code) == origin

        where:
        code                                         | retry       | origin
        'Unknown'                                    | Retry.MAYBE | Origin.UNKNOWN
        'ErrorDownloadingInputAssetMalformedContent' | Retry.NO    | Origin.INPUT
        'ErrorDownloadingInputAssetServiceFailure'   | Retry.YES   | Origin.SERVICE
        'ErrorParsingConfiguration'                  | Retry.NO    | Origin.CONFIGURATION
        'ErrorExecutingTaskMalformedContent'         | Retry.NO    | Origin.INPUT
        'ErrorExecutingTaskUnsupportedFormat'        | Retry.NO    | Origin.INPUT
        'ErrorProcessingTask'                        | Retry.MAYBE | Origin.UNKNOWN
        'ErrorUploadingOutputAsset'                  | Retry.YES   | Origin.SERVICE
        'ErrorCancelingTask'                         | Retry.MAYBE | Origin.UNKNOWN
        'TransientError'                             | Retry.YES   | Origin.SERVICE
        'UserInput'                                  | Retry.NO    | Origin.INPUT
        'NeverHeardOfIt'                             | Retry.MAYBE | Origin.UNKNOWN
    }
}
