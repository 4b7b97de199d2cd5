package dev.amsshell.sandbox.sdk

import static dev.amsshell.sandbox.NewJobs.body

import com.microsoft.windowsazure.exception.ServiceException
import com.microsoft.windowsazure.services.media.models.Asset
import com.microsoft.windowsazure.services.media.models.EndPointType
import com.microsoft.windowsazure.services.media.models.Job
import com.microsoft.windowsazure.services.media.models.JobInfo
import com.microsoft.windowsazure.services.media.models.JobNotificationSubscription
import com.microsoft.windowsazure.services.media.models.JobState
import com.microsoft.windowsazure.services.media.models.NotificationEndPoint
import com.microsoft.windowsazure.services.media.models.TargetJobState
import com.microsoft.windowsazure.services.media.models.Task
import com.microsoft.windowsazure.services.media.models.TaskInfo
import com.microsoft.windowsazure.services.media.models.TaskState
import dev.amsshell.sandbox.NewJobs
import spock.lang.Shared

/** The official SDK creates jobs, always in a batch, and watches them. */
class SdkSubmitSpec extends SdkSpecification {

    @Shared String asset

    def setupSpec() {
        asset = NewJobs.asset(client)
    }

    List<TaskInfo> tasks(JobInfo job) {
        ams.list(Task.list(job.tasksLink))
    }

    JobState state(JobInfo job) {
        ams.get(Job.get(job.id)).state
    }

    def "a job of one task is read back as it was sent"() {
        when:
        def created = ams.create(SdkJobs.ofOneTask(asset, [name: 'Köln & <more>', configuration: '{"Version": 1.0, "Codecs": []}'])
            .setName('My "job" <é&ü> 日本').setPriority(3))
        def job = ams.get(Job.get(created.id))

        then:
        [created, job].each {
            with(it) {
                name == 'My "job" <é&ü> 日本'
                priority == 3
                state == JobState.Queued
                runningDuration == 0
                startTime == null
                endTime == null
            }
        }
        with(tasks(job)[0]) {
            name == 'Köln & <more>'
            configuration == '{"Version": 1.0, "Codecs": []}'
            mediaProcessorId == NewJobs.STANDARD
            priority == 3
            state == TaskState.None
        }
        ams.list(Asset.list(job.inputAssetsLink))*.id == [asset]
    }

    def "the tasks and the outputs of a new job can be listed at once"() {
        given:
        def job = ams.create(SdkJobs.ofOneTask(asset).setName('fresh'))

        expect:
        tasks(job)*.name == ['encode']
        ams.list(Asset.list(job.outputAssetsLink))*.name == ['JobOutputAsset(0)_fresh']
        SdkJobs.listed(ams, ['$filter': "Name eq 'fresh'"])*.id == [job.id]
    }

    def "tasks are chained by the assets they make"() {
        given:
        def job = ams.create(Job.create().setName('chain').setPriority(100).addInputMediaAsset(asset)
            .addTaskCreator(SdkJobs.task(name: 'one', body: body('JobInputAsset(0)', 0)))
            .addTaskCreator(SdkJobs.task(name: 'two', body: body('JobOutputAsset(0)', 1)))
            .addTaskCreator(SdkJobs.task(name: 'three', body: body('JobOutputAsset(1)', 2))))
        def outputs = ams.list(Asset.list(job.outputAssetsLink))
        def tasks = tasks(job)

        expect:
        tasks*.name == ['one', 'two', 'three']
        outputs*.name == ['JobOutputAsset(0)_chain', 'JobOutputAsset(1)_chain', 'JobOutputAsset(2)_chain']
        tasks.collect { ams.list(Asset.list(it.outputAssetsLink))*.id } == outputs.collect { [it.id] }
        tasks.collect { ams.list(Asset.list(it.inputAssetsLink))*.id } == [[asset], [outputs[0].id], [outputs[1].id]]

        when:
        def seen = watch(60) { this.tasks(job)*.state }

        then:
        seen.last() == [TaskState.Completed] * 3
        seen.every { it == it.sort(false) { a, b -> b <=> a } && it.count(TaskState.Running) <= 1 }
    }

    def "the job of a subscription is told when it changes"() {
        given:
        def queue = ams.create(NotificationEndPoint.create('queue', EndPointType.AzureQueue, 'jobs')).id
        def job = ams.create(SdkJobs.ofOneTask(asset)
            .addJobNotificationSubscription(new JobNotificationSubscription(queue, TargetJobState.All))
            .addJobNotificationSubscription(new JobNotificationSubscription(queue, TargetJobState.FinalStatesOnly)))

        expect:
        ams.get(Job.get(job.id)).jobNotificationSubscriptions.collect { [it.notificationEndPointId, it.targetJobState] } ==
            [[queue, TargetJobState.All], [queue, TargetJobState.FinalStatesOnly]]
    }

    def "a job lives until it is finished"() {
        given:
        def job = ams.create(SdkJobs.ofOneTask(asset))

        when:
        def seen = watch(50) { state(job) }

        then:
        seen.unique() - JobState.Scheduled == [JobState.Queued, JobState.Processing, JobState.Finished]
        with(ams.get(Job.get(job.id))) {
            startTime > created
            endTime > startTime
            runningDuration > 0
        }
        with(tasks(job)[0]) {
            progress == 100
            historicalEvents*.code.last() == 'TaskBillingInformationAdded'
        }
    }

    def "#what ends the job in Error, with one detail"() {
        given:
        def job = ams.create(SdkJobs.ofOneTask(asset, [configuration: configuration]))

        when:
        clock.advanceSeconds(90)

        then:
        state(job) == JobState.Error
        with(tasks(job)) {
            it*.state == [TaskState.Error]
            it[0].errorDetails*.code == ['ErrorParsingConfiguration']
            it[0].errorDetails[0].message.contains(text)
        }

        where:
        what                       | configuration              | text
        'a preset that nobody has' | 'no such preset'           | 'no such preset'
        'JSON that breaks off'     | '{"Version": 1.0'          | 'no valid JSON'
        'XML that breaks off'      | '<Preset Version="5.0">'   | 'no valid XML'
    }

    def "a job with #what is refused with #status, and nothing is created"() {
        given:
        def before = client.get('Jobs/$count').body()

        when:
        ams.create(job())

        then:
        ServiceException e = thrown()
        e.httpStatusCode == status
        client.get('Jobs/$count').body() == before

        where:
        what                      | status | job
        'an unknown asset'        | 404    | { SdkJobs.ofOneTask('nb:cid:UUID:00000000-0000-0000-0000-000000000000') }
        'a malformed asset'       | 400    | { SdkJobs.ofOneTask('x') }
        'no task'                 | 400    | { Job.create().setName('idle').addInputMediaAsset(asset) }
        'an unknown processor'    | 403    | { Job.create().addTaskCreator(Task.create('nb:mpid:UUID:00000000-0000-0000-0000-000000000000', body()).setConfiguration('Default')) }
        'a task body that is odd' | 400    | { SdkJobs.ofOneTask(asset, [body: '<taskBody/>x']) }
        'a bad second task'       | 400    | { SdkJobs.ofOneTask(asset).addTaskCreator(SdkJobs.task(body: body('JobInputAsset(7)', 1))) }
        'an unknown end point'    | 404    | { SdkJobs.ofOneTask(asset).addJobNotificationSubscription(new JobNotificationSubscription('nb:nepid:UUID:00000000-0000-0000-0000-000000000000', TargetJobState.All)) }
        'a subscription to none'  | 400    | { SdkJobs.ofOneTask(asset).addJobNotificationSubscription(new JobNotificationSubscription('nb:nepid:UUID:00000000-0000-0000-0000-000000000000', TargetJobState.None)) }
    }
}
