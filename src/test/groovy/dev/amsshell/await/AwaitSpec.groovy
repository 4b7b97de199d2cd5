package dev.amsshell.await

import dev.amsshell.base.Failure
import dev.amsshell.job.JobState
import dev.amsshell.testing.SandboxedClient
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What ends a wait, and what it comes to; asked of the built-in service over real HTTP. */
class AwaitSpec extends Specification {
    static final ID = 'f3c43f94-327f-2347-90bb-000000000001'

    @AutoCleanup
    SandboxedClient client

    def job(String keys, String more = '') {
        client = new SandboxedClient("""
            [account]
            new-job-every = "never"
            [[jobs]]
            id = "$ID"
            name = "One"
            tasks = 1
            $keys
            $more
        """.stripIndent())
        client.ams.job(ID)
    }

    def "a job that finishes is returned as it is then, with its tasks"() {
        when:
        def job = job('state = "processing"\nago = "1m"\nwork = "3h"').await()

        then:
        job.state() == JobState.FINISHED
        job.progress == 100
        job.ended() != null
        !client.clock.instant().isBefore(job.ended())
        client.view.changes == ['Processing', 'Processing -> Finished']
        client.view.closed == 1
    }

    def "a job that ends in Error is a failure that carries it"() {
        when:
        job('state = "processing"\nago = "1m"\nwork = "3h"\nerror = { code = "UserInput", message = "File type not supported." }').await()

        then:
        def e = thrown(AwaitFailed)
        e.kind() == Failure.Kind.JOB_FAILED
        e.job.state() == JobState.ERROR
        e.failedTasks.size() == 1
        e.errors*.code() == ['UserInput']
    }
}
