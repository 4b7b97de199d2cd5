package dev.amsshell.testing

import dev.amsshell.job.Encryption
import dev.amsshell.job.Fault
import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.job.Origin
import dev.amsshell.job.Retry
import dev.amsshell.job.Task
import dev.amsshell.job.TaskEvent
import java.time.Duration
import java.time.Instant

/** Jobs and tasks as a service may tell of them. */
final class SampleJobs {
    static final Instant START = Instant.parse('2015-02-11T01:46:16.580Z')

    private SampleJobs() {}

    static Task task(Map with = [:]) {
        return new Task('nb:tid:UUID:1', (with.containsKey('name') ? with.name : 'Encode') as String, (with.state ?: JobState.ERROR) as JobState,
            (with.progress ?: 42.5d) as double, 0, START, START + Duration.ofSeconds(61), Duration.ofMillis(39605), 'nb:mpid:UUID:2', 'H264',
            false, 0, null, (with.errors == null ? [fault()] : with.errors) as List<Fault>, [new TaskEvent('Error', '', START)], null,
            new Encryption(null, null, null, null), [])
    }

    static Fault fault(String message = 'bad \u001b[31mcodec') {
        return new Fault('UserInput', message, Retry.NO, Origin.INPUT, 'Encode')
    }

    static Job job(Map with = [:]) {
        def number = (with.number ?: 1) as int
        return new Job((with.id ?: String.format('nb:jid:UUID:f3c43f94-327f-2347-90bb-%012d', number)) as String, with.name as String,
            (with.state ?: JobState.PROCESSING) as JobState, (with.priority ?: 0) as int,
            (with.containsKey('created') ? with.created : Instant.parse('2015-02-11T01:46:08Z')) as Instant, null, with.started as Instant,
            with.ended as Instant, Duration.ZERO, null, [], START + Duration.ofMinutes(90), with.tasks as List<Task>)
    }

    /** One of each trouble that names and states can make. */
    static List<Job> ofAllKinds() {
        return [
            job(number: 1, name: 'Night encode', state: JobState.FINISHED, started: START, ended: START + Duration.ofHours(2)),
            job(number: 2, name: '\u52d5\u753b\u306e\u30a8\u30f3\u30b3\u30fc\u30c9 \ud83c\udfac \ud83d\udc69\u200d\ud83d\udcbb \u7d42\u308f\u308a', state: JobState.PROCESSING, started: START),
            job(number: 3, name: 'e\u0301te\u0301 ' * 20, state: JobState.QUEUED),
            job(number: 4, name: 'abc\u202egpj.exe\u001b[2J', state: JobState.unknown('9')),
            job(number: 5, name: null, state: JobState.CANCELED, created: null),
            job(number: 6, name: 'Failed at night, for a reason that takes some room to tell', state: JobState.ERROR, priority: 10, started: START,
                ended: START + Duration.ofSeconds(61), tasks: [task()]),
            job(id: 'an id of another kind', name: 'line\nbreak\tand tab'),
        ]
    }
}
