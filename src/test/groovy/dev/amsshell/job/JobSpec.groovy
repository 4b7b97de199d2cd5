package dev.amsshell.job

import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class JobSpec extends Specification {
    static job(List<Task> tasks) {
        new Job('id', 'name', JobState.PROCESSING, 0, null, null, null, null, Duration.ZERO, null, [], Instant.EPOCH, tasks)
    }

    static task(double progress, List<Fault> errors = []) {
        new Task('tid', 'Encode', JobState.PROCESSING, progress, 0, null, null, Duration.ZERO, 'mp', null, false, 0, null,
            errors, [], null, new Encryption(null, null, null, null), [])
    }

    def "progress is the mean of the tasks, and null when there are none"() {
        expect:
        job(tasks).progress == progress

        where:
        tasks               || progress
        [task(40), task(45)] || 42.5d
        [task(100)]          || 100d
        [task(43.1), task(100.3)] || 71.7d
        []                   || null
    }

    def "errors are those of all tasks, each naming its task and whether to retry"() {
        given:
        def fault = new Fault('TransientError', 'gone', Retry.YES, Origin.UNKNOWN, 'Encode')

        expect:
        job([task(0), task(0, [fault])]).errors == [fault]
        fault.toString() == "TransientError: gone (task 'Encode', retry: yes)"
    }

    def "#word of a job that was read without its tasks is an error that names the way out"() {
        when:
        job(null)."$word"

        then:
        def e = thrown(IllegalStateException)
        e.message.contains('withTasks()')

        where:
        word << ['tasks', 'progress', 'errors']
    }
}
