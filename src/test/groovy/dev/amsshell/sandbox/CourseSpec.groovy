package dev.amsshell.sandbox

import static dev.amsshell.sandbox.NewJobs.body
import static dev.amsshell.sandbox.NewJobs.job
import static dev.amsshell.sandbox.NewJobs.task

/** What becomes of jobs that were submitted (wire sheet 4.1, 4.2 and 7.4). */
class CourseSpec extends LivingSpecification {

    def "a job that was submitted runs its course"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100])).Id

        when:
        clock.advanceSeconds(120)

        then:
        with(state(id)) {
            State == 3
            StartTime > Created
            EndTime > StartTime
            RunningDuration > 0
        }
        with(client.rows("Jobs('$id')/Tasks")[0]) {
            State == 3
            Progress == 100
            PerfMessage.startsWith('Mediatask ')
            HistoricalEvents*.Code == ['WaitingForFreeResources', 'Scheduled', 'Processing', 'Finished', 'TaskBillingInformationAdded']
        }
        client.rows("Assets('${client.rows("Jobs('$id')/OutputMediaAssets")[0].Id}')/Files").count { it.IsPrimary } == 1
    }

    def "a configuration that is none fails the task with one error, and its output goes away"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [task(Configuration: configuration)]])).Id

        when:
        clock.advanceSeconds(120)

        then:
        state(id).State == 4
        with(client.rows("Jobs('$id')/Tasks")[0]) {
            State == 4
            ErrorDetails*.Code == ['ErrorParsingConfiguration']
            HistoricalEvents.size() >= 5
            HistoricalEvents[0].Message == ''
        }
        with(client.rows("Jobs('$id')/OutputMediaAssets")[0]) {
            State == 2
            Name == 'Nonexistent Asset'
            Uri == null
            StorageAccountName == null
            AlternateId == null
            Created == '2024-05-01T03:02:00'
            LastModified == Created
        }

        where:
        configuration << ['No Such Preset', '{"Version": 1.0', '<configuration>']
    }

    def "when a task fails, #what"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [
            task(Configuration: 'No Such Preset', Options: options),
            task(TaskBody: body('JobInputAsset(0)', 1), Options: siblingOptions),
            task(TaskBody: body('JobOutputAsset(0)', 2), Options: siblingOptions)]])).Id

        when:
        clock.advanceSeconds(240)

        then:
        state(id).State == 4
        client.rows("Jobs('$id')/Tasks")*.State == states
        client.rows("Jobs('$id')/OutputMediaAssets")[0].State == output

        where:
        what                                           | options | siblingOptions || states    | output
        'its siblings are canceled'                    | 0       | 0              || [4, 5, 5] | 2
        'its output may be kept'                       | 2       | 0              || [4, 5, 5] | 0
        'siblings may go on, unless they need its output' | 0    | 4              || [4, 3, 5] | 2
    }

    def "a job that has failed stays so when what goes on is canceled"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [
            task(Configuration: 'No Such Preset'), task(TaskBody: body('JobInputAsset(0)', 1), Options: 4)]])).Id
        clock.advanceSeconds(5)

        when:
        client.get("CancelJob?jobid='$id'")
        clock.advanceSeconds(10)

        then:
        client.rows("Jobs('$id')/Tasks")*.State == [4, 5]
        state(id).State == 4
    }

    def "a configuration that its client encrypted is not judged, and read back as it was"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [task(Configuration: 'b3f0', Options: 1,
            EncryptionKeyId: 'nb:kid:UUID:1', EncryptionScheme: 'ConfigurationEncryption', EncryptionVersion: '1.0', InitializationVector: 'iv')]])).Id

        when:
        clock.advanceSeconds(120)

        then:
        with(client.rows("Jobs('$id')/Tasks")[0]) {
            State == 3
            Options == 1
            [EncryptionKeyId, EncryptionScheme, EncryptionVersion, InitializationVector] == ['nb:kid:UUID:1', 'ConfigurationEncryption', '1.0', 'iv']
        }
    }

    def "a chain of tasks runs one after another"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [
            task(TaskBody: body('JobOutputAsset(1)', 0)), task(TaskBody: body('JobInputAsset(0)', 1))]])).Id

        when:
        clock.advanceSeconds(300)
        def tasks = client.rows("Jobs('$id')/Tasks")

        then:
        tasks*.State == [3, 3]
        tasks[1].EndTime <= tasks[0].HistoricalEvents[0].TimeStamp
        tasks[0].StartTime > tasks[1].EndTime
        client.rows("Tasks('${tasks[0].Id}')/InputMediaAssets")*.Id == client.rows("Tasks('${tasks[1].Id}')/OutputMediaAssets")*.Id
    }
}
