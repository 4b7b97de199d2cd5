package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.services.media.models.Asset
import com.microsoft.windowsazure.services.media.models.Job
import com.microsoft.windowsazure.services.media.models.JobInfo
import com.microsoft.windowsazure.services.media.models.Task
import com.microsoft.windowsazure.services.media.models.TaskInfo
import com.microsoft.windowsazure.services.media.models.TaskOption
import com.microsoft.windowsazure.services.media.models.TaskState
import dev.amsshell.sandbox.NewJobs
import dev.amsshell.sandbox.WireClient

/** The official SDK reads tasks: this is where the reasons are. */
class SdkTaskSpec extends SdkSpecification {

    List<TaskInfo> tasks(JobInfo job) {
        ams.list(Task.list(job.tasksLink))
    }

    List<List<TaskInfo>> tasksOfJobsIn(int state) {
        SdkJobs.inState(ams, state).take(12).collect { tasks(it) }
    }

    def "the tasks of a job are listed by its link"() {
        given:
        def tasks = tasks(ams.get(Job.get(WireClient.EXAMPLE)))

        expect:
        tasks*.id == client.rows("Jobs('${WireClient.EXAMPLE}')/Tasks")*.Id
        with(tasks[0]) {
            state == TaskState.Running
            mediaProcessorId == NewJobs.STANDARD
            options == TaskOption.None
            progress > 0 && progress < 100
            priority == 0
            encryptionKeyId == ''
            endTime == null
            errorDetails == []
            taskBody.startsWith('<?xml version="1.0" encoding="utf-16"?>\r\n<taskBody>\r\n  <inputAsset>JobInputAsset(0)</inputAsset>')
        }
    }

    def "all tasks are listed"() {
        expect:
        ams.list(Task.list().setTop(100).setSkip(50))*.id == client.rows('Tasks?$skip=50&$top=100')*.Id
    }

    def "a job that failed has a task that says why, and what happened to it"() {
        given:
        def failed = tasksOfJobsIn(4)*.find { it.state == TaskState.Error }

        expect:
        failed.size() == 12
        failed.every { task ->
            task.errorDetails.size() == 1 && task.errorDetails[0].code && task.errorDetails[0].message &&
                task.historicalEvents.size() >= 4 && task.historicalEvents[0].message == null &&
                task.historicalEvents*.timeStamp == task.historicalEvents*.timeStamp.sort(false)
        }
    }

    def "a task that finished tells its steps, its performance and its bill"() {
        given:
        def task = tasksOfJobsIn(3)[0][0]

        expect:
        task.state == TaskState.Completed
        task.progress == 100
        task.runningDuration > 0
        task.runningDuration < task.endTime.time - task.startTime.time
        task.historicalEvents*.code == ['WaitingForFreeResources', 'Scheduled', 'Processing', 'Finished', 'TaskBillingInformationAdded']
        task.historicalEvents[3].timeStamp == task.endTime
        task.historicalEvents[4].message.startsWith('Mediatask ')
        task.perfMessage.startsWith('Mediatask ')
    }

    def "a task that never started has nothing to tell"() {
        expect:
        with(tasksOfJobsIn(0)[0][0]) {
            state == TaskState.None
            progress == 0
            runningDuration == 0
            startTime == null
            errorDetails == []
        }
    }

    def "the assets of a task are listed by its links"() {
        given:
        def job = ams.get(Job.get(WireClient.EXAMPLE))
        def task = tasks(job)[0]

        expect:
        ams.list(Asset.list(task.inputAssetsLink))*.id == ams.list(Asset.list(job.inputAssetsLink))*.id
        ams.list(Asset.list(task.outputAssetsLink))*.id == [ams.list(Asset.list(job.outputAssetsLink))[0].id]
    }
}
