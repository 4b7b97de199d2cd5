package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.services.media.MediaContract
import com.microsoft.windowsazure.services.media.models.Job
import com.microsoft.windowsazure.services.media.models.JobInfo
import com.microsoft.windowsazure.services.media.models.Task
import dev.amsshell.sandbox.NewJobs

/** Jobs as users of the SDK find and submit them. */
class SdkJobs {

    static final String UNKNOWN = 'nb:jid:UUID:00000000-0000-0000-0000-000000000000'

    /** The jobs that these query options choose. */
    static List<JobInfo> listed(MediaContract ams, Map<String, String> options) {
        ams.list(options.inject(Job.list()) { list, name, value -> list.set(name, value) })
    }

    static List<JobInfo> inState(MediaContract ams, int state) {
        listed(ams, ['$filter': "State eq $state".toString()])
    }

    /** A job of one task. It goes first, so that it does not wait for jobs of others. */
    static Job.Creator ofOneTask(String asset, Map<String, String> changes = [:]) {
        Job.create().setName('of one task').setPriority(100).addInputMediaAsset(asset).addTaskCreator(task(changes))
    }

    static Task.CreateBatchOperation task(Map<String, String> changes = [:]) {
        def all = [name: 'encode', configuration: 'H264 Multiple Bitrate 720p', body: NewJobs.body()] + changes
        Task.create(NewJobs.STANDARD, all.body).setName(all.name).setConfiguration(all.configuration)
    }
}
