package dev.amsshell.testing

import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.render.Progress
import java.time.Duration
import java.time.Instant

/** Waits as they may go. */
final class SampleProgress {
    /** When all of them began. */
    static final Instant BEGAN = Instant.parse('2015-02-11T03:11:53Z')

    private SampleProgress() {}

    /** For one job. */
    static Progress one(Map with = [:], Job job) {
        return of([total: 1, counts: job == null ? [:] : [(job.state()): 1], job: job] + with)
    }

    /** A moment so many seconds after the wait began. */
    static Progress of(Map with) {
        return new Progress((with.total ?: 0) as int, (with.counts ?: [:]) as Map<JobState, Integer>, (with.gone ?: 0) as int, with.job as Job,
            (with.slowest ?: []) as List<Job>, (with.failed ?: []) as List<Job>, BEGAN, at(with.after == null ? 72 : with.after), at(with.expectedEnd), at(with.deadline),
            at(with.missedSince))
    }

    static Instant at(Object seconds) {
        return seconds == null ? null : BEGAN + Duration.ofSeconds(seconds as long)
    }
}
