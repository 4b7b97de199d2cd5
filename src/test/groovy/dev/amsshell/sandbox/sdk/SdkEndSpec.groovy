package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.exception.ServiceException
import com.microsoft.windowsazure.services.media.models.Asset
import com.microsoft.windowsazure.services.media.models.Job
import com.microsoft.windowsazure.services.media.models.JobState
import com.microsoft.windowsazure.services.media.models.Task
import com.microsoft.windowsazure.services.media.models.TaskState
import dev.amsshell.sandbox.NewJobs
import spock.lang.Shared

/** The official SDK cancels jobs and deletes them. */
class SdkEndSpec extends SdkSpecification {

    @Shared String asset

    def setupSpec() {
        asset = NewJobs.asset(client)
    }

    /** A job nobody has begun to work on. */
    String newJob() {
        ams.create(SdkJobs.ofOneTask(asset)).id
    }

    JobState state(String id) {
        ams.get(Job.get(id)).state
    }

    def "a job that is canceled is Canceling first and Canceled later"() {
        given:
        def id = newJob()

        when:
        ams.action(Job.cancel(id))

        then:
        state(id) == JobState.Canceling

        when:
        clock.advanceSeconds(10)

        then:
        state(id) == JobState.Canceled
        with(ams.list(Task.list(ams.get(Job.get(id)).tasksLink))[0]) {
            state == TaskState.Canceled
            progress == 0
            runningDuration == 0
            errorDetails == []
        }
    }

    def "a job is canceled but once"() {
        given:
        def id = newJob()
        ams.action(Job.cancel(id))

        when:
        ams.action(Job.cancel(id))

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 400
        e.message.contains('A job in state Canceling cannot be canceled.')
    }

    def "to #verb the id #id is refused with #status"() {
        when:
        request()

        then:
        ServiceException e = thrown()
        e.httpStatusCode == status

        where:
        verb     | id              | status | request
        'cancel' | 'no id'         | 400    | { ams.action(Job.cancel(id)) }
        'cancel' | SdkJobs.UNKNOWN | 404    | { ams.action(Job.cancel(id)) }
        'delete' | 'no id'         | 400    | { ams.delete(Job.delete(id)) }
        'delete' | SdkJobs.UNKNOWN | 404    | { ams.delete(Job.delete(id)) }
    }

    def "a job that is over is deleted, and its outputs stay"() {
        given:
        def job = SdkJobs.inState(ams, 3)[0]
        def outputs = ams.list(Asset.list(job.outputAssetsLink))

        when:
        ams.delete(Job.delete(job.id))

        then:
        outputs.every { ams.get(Asset.get(it.id)).name == it.name }

        when:
        ams.get(Job.get(job.id))

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 404
    }

    def "a job in state #state cannot be deleted"() {
        given:
        def id = job()

        when:
        ams.delete(Job.delete(id))

        then:
        ServiceException e = thrown()
        e.httpStatusCode == 400
        this.state(id) == state

        where:
        state               | job
        JobState.Queued     | { newJob() }
        JobState.Processing | { SdkJobs.inState(ams, 2)[0].id }
        JobState.Canceling  | { newJob().tap { ams.action(Job.cancel(it)) } }
    }
}
