package dev.amsshell.script.analysis

import dev.amsshell.dsl.Ams
import dev.amsshell.dsl.JobHandle
import dev.amsshell.dsl.Query
import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.job.Task
import dev.amsshell.script.analysis.types.StaticType
import dev.amsshell.testing.SampleJobs

/** A prompt at which some work was done. */
final class Surroundings {
    static final List<Job> RECENT = [
        SampleJobs.job(number: 12, name: 'Encoding A', state: JobState.ERROR),
        SampleJobs.job(number: 11, name: 'Night', state: JobState.FINISHED),
        SampleJobs.job(id: "x'); exit(1)", name: 'Evil'),
        SampleJobs.job(number: 1, name: null),
    ]

    static final Map<String, StaticType> VARIABLES = [
        ams: StaticType.of(Ams), job: StaticType.of(JobHandle), snapshot: StaticType.of(Job), names: StaticType.of(ArrayList),
        query: StaticType.of(Query, StaticType.of(Job)), work: StaticType.of(Query, StaticType.of(Task)), anyQuery: StaticType.of(Query),
        count: StaticType.of(Integer), text: StaticType.of(String), table: StaticType.of(LinkedHashMap), nothing: StaticType.UNKNOWN,
        person: StaticType.of(Person), _: StaticType.of(Query, StaticType.of(Job)), __: StaticType.of(Integer),
    ]

    private Surroundings() {}

    static Scope scope() {
        return new Scope(VARIABLES, ['report', 'retryAll'] as Set, ['import java.time.*', 'import java.util.regex.Pattern as P'],
            [Person: Person], { RECENT })
    }

    /** A class that a user wrote. */
    static class Person {
        String name
        List<String> nicknames
        final int age = 3
        boolean isHappy() { return true }
        void setSecretOnly(String value) {}
        String greet(String other) { return other }
        void 'run$it'() {}
    }
}
