package dev.amsshell.sandbox

import java.time.Duration
import java.time.Instant
import spock.lang.Shared

/** What a fresh account holds, whatever the seed. */
class AccountSpec extends SandboxSpecification {

    @Shared List<Map> jobs
    @Shared List<Map> tasks

    def setupSpec() {
        jobs = client.rows('Jobs')
        tasks = client.rows('Tasks')
    }

    static Instant time(String wire) {
        Instant.parse(wire + 'Z')
    }

    def "there are a few hundred jobs, in every state"() {
        expect:
        jobs.size() == 300
        jobs*.State.toUnique().toSorted() == [0, 1, 2, 3, 4, 5, 6]
        jobs.count { it.State == 3 } > 150
        jobs.count { it.State == 4 } > 20
        jobs.count { it.State == 5 } > 10
    }

    def "every state occurs for seed #seed"() {
        given:
        def other = Sandbox.start(new SandboxOptions(0, seed, 60, null), clock)

        expect:
        new WireClient(other).rows('Jobs')*.State.toUnique().toSorted() == [0, 1, 2, 3, 4, 5, 6]

        cleanup:
        other.close()

        where:
        seed << [0L, 1L, -1L, 42L, Long.MAX_VALUE]
    }

    def "ids are of the right form and occur once"() {
        expect:
        jobs.every { it.Id ==~ /nb:jid:UUID:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/ }
        tasks.every { it.Id ==~ /nb:tid:UUID:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/ }
        jobs*.Id.toUnique().size() == jobs.size()
        tasks*.Id.toUnique().size() == tasks.size()
    }

    def "names are varied: quotes, umlauts, other scripts, and one null"() {
        expect:
        jobs.count { it.Name == null } == 1
        jobs.any { it.Name?.contains("'") }
        jobs.any { it.Name =~ /[äöüß]/ }
        jobs.any { it.Name =~ /\p{IsHan}/ }
    }

    def "jobs are of the last 90 days, most of them of the nearer half"() {
        given:
        def ages = jobs.collect { Duration.between(time(it.Created), clock.instant()) }

        expect:
        ages.every { !it.negative && it < Duration.ofDays(90) }
        ages.any { it > Duration.ofDays(60) }
        ages.count { it < Duration.ofDays(45) } > 200
        ages.count { it < Duration.ofHours(2) } > 30
    }

    def "priorities differ, and tasks have that of their job"() {
        expect:
        jobs*.Priority.toUnique().toSorted() == [0, 1, 5, 10]
        jobs.findAll { it.Priority > 0 }.take(10).every { job ->
            client.rows("Jobs('${job.Id}')/Tasks")*.Priority.toUnique() == [job.Priority]
        }
    }

    def "a job has one to four tasks"() {
        expect:
        jobs.collect { client.get("Jobs('${it.Id}')/Tasks/\$count").body() as int }.toUnique().toSorted() == [1, 2, 3, 4]
    }

    def "the state of a job follows from those of its tasks"() {
        given:
        def states = jobs.collectEntries { [it, client.rows("Jobs('${it.Id}')/Tasks")*.State] }

        expect:
        states.every { job, of ->
            switch (job.State) {
                case 0: return of.every { it == 0 }
                case 1: return 1 in of && of.every { it < 2 }
                case 2: return of.any { it in 0..2 } && of.every { it < 4 }
                case 3: return of.every { it == 3 }
                case 4: return of.count(4) == 1 && of.every { it in 3..5 }
                case 5: return 5 in of && of.every { it in [3, 5] }
                case 6: return 6 in of && of.every { it in [3, 6] }
            }
        }
        states.any { job, of -> job.State == 4 && 5 in of }
        states.any { job, of -> job.State == 4 && 3 in of }
    }

    def "times are set as far as a job has come, and follow one another"() {
        expect:
        jobs.findAll { it.State in [0, 1] }.every { it.StartTime == null && it.EndTime == null }
        jobs.findAll { it.State == 2 }.every { it.StartTime && it.EndTime == null }
        jobs.findAll { it.State in [3, 4, 5] }.every { it.EndTime && it.LastModified == it.EndTime }
        jobs.every { it.LastModified >= it.Created }
        (jobs + tasks).findAll { it.StartTime && it.EndTime }.every { time(it.StartTime) < time(it.EndTime) }
        jobs.findAll { it.StartTime }.every { time(it.Created) < time(it.StartTime) }
    }

    def "processor time is whole milliseconds below wall time, and 0 while there is none"() {
        expect:
        (jobs + tasks).findAll { it.StartTime && it.EndTime }.every {
            def wall = Duration.between(time(it.StartTime), time(it.EndTime)).toMillis()
            it.RunningDuration > 0 && it.RunningDuration < wall && it.RunningDuration % 1 == 0
        }
        (jobs + tasks).findAll { !it.StartTime || !it.EndTime }.every { it.RunningDuration == 0 }
    }

    def "some jobs were canceled before their work began"() {
        given:
        def unstarted = jobs.findAll { it.State == 5 && it.StartTime == null }

        expect:
        !unstarted.empty
        unstarted.collectMany { client.rows("Jobs('${it.Id}')/Tasks") }.every {
            it.State == 5 && it.Progress == 0 && it.RunningDuration == 0 && it.ErrorDetails == []
        }
    }

    def "progress is 100 when finished and below otherwise"() {
        expect:
        tasks.every { (it.State == 3) == (it.Progress == 100) }
        tasks.findAll { it.State in [0, 1] }.every { it.Progress == 0 }
    }

    def "only failed tasks have an error, and exactly one"() {
        expect:
        tasks.every { it.ErrorDetails.size() == (it.State == 4 ? 1 : 0) }
        tasks.findAll { it.State == 4 }.every { it.ErrorDetails[0].Code && it.ErrorDetails[0].Message }
        tasks.collectMany { it.ErrorDetails*.Code }.toUnique().size() > 6
    }

    def "the history of a task is in order and fits its state"() {
        expect:
        tasks.every { it.HistoricalEvents*.TimeStamp == it.HistoricalEvents*.TimeStamp.toSorted() }
        tasks.findAll { it.State == 3 && time(it.EndTime) < clock.instant().minusSeconds(2) }.every {
            it.HistoricalEvents*.Code ==
                ['WaitingForFreeResources', 'Scheduled', 'Processing', 'Finished', 'TaskBillingInformationAdded']
        }
        tasks.findAll { it.State == 4 }.every {
            it.HistoricalEvents.size() >= 5 && it.HistoricalEvents[0].Message == '' &&
                it.HistoricalEvents.last().Code == 'Error'
        }
        tasks.findAll { it.State == 5 }.every { it.HistoricalEvents.last().Code == 'Canceled' }
    }

    def "some jobs and tasks have subscriptions"() {
        expect:
        jobs.collectMany { it.JobNotificationSubscriptions }.every {
            it.TargetJobState == 2 && it.NotificationEndPointId.startsWith('nb:nepid:UUID:')
        }
        jobs.any { it.JobNotificationSubscriptions }
        tasks.find { it.TaskNotificationSubscriptions }.TaskNotificationSubscriptions[0].keySet() as List ==
            ['IncludeTaskProgress', 'NotificationEndPointId', 'TargetTaskState']
    }

    def "tasks name processors, some of them one that is no longer listed"() {
        given:
        def listed = client.rows('MediaProcessors')*.Id

        expect:
        tasks*.MediaProcessorId.toUnique().any { it in listed }
        tasks*.MediaProcessorId.toUnique() - listed == ['nb:mpid:UUID:70bdc2c3-ebf4-42a9-8542-5afc1e55d217']
    }
}
