package dev.amsshell.testing

import dev.amsshell.await.ProgressView
import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.render.Progress
import java.time.Instant
import java.util.concurrent.CopyOnWriteArrayList

/** Keeps what a person who waits would have seen. */
final class RecordingView implements ProgressView {
    final List<String> told = new CopyOnWriteArrayList<>()

    /** Each change of a state, as texts such as "Queued -> Processing". */
    final List<String> changes = new CopyOnWriteArrayList<>()

    volatile Progress latest
    volatile int closed
    volatile boolean wantsTasks

    @Override
    boolean wantsTasks(Instant now) {
        return wantsTasks
    }

    @Override
    void changed(Job job, JobState before) {
        changes << (before == null ? job.state().name() : "$before -> ${job.state()}".toString())
    }

    @Override
    void tell(String line) {
        told << line
    }

    @Override
    void show(Progress progress) {
        latest = progress
    }

    @Override
    void clear() {}

    @Override
    void close() {
        closed++
    }
}
