package dev.amsshell.sandbox

import dev.amsshell.testing.MutableClock
import spock.lang.Specification

class ExampleJobSpec extends Specification {

    def clock = new MutableClock('2024-05-01T03:00:00Z')
    def sandbox = Sandbox.start(new SandboxOptions(0, 1, 60, null), clock)
    def client = new WireClient(sandbox)

    def cleanup() {
        sandbox.close()
    }

    Map job() {
        client.json("Jobs('${WireClient.EXAMPLE}')")
    }

    List<Map> tasks() {
        client.rows("Jobs('${WireClient.EXAMPLE}')/Tasks")
    }

    def "it is Processing when the sandbox starts, created a few seconds before"() {
        expect:
        with(job()) {
            Name == 'Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set'
            State == 2
            Created == '2024-05-01T02:59:55'
            StartTime == '2024-05-01T02:59:59'
            EndTime == null
        }
        tasks()*.State == [2, 2]
    }

    def "it is Processing with some progress whatever the speed"() {
        given:
        def other = Sandbox.start(new SandboxOptions(0, 1, speed, null), clock)
        def tasks = new WireClient(other).rows("Jobs('${WireClient.EXAMPLE}')/Tasks")

        expect:
        tasks*.State == [2, 2]
        tasks.every { it.Progress > 0 && it.Progress < 100 }

        cleanup:
        other.close()

        where:
        speed << [0.5d, 1d, 60d, 6000d]
    }

    def "its progress only grows until it is finished"() {
        when:
        def seen = (1..8).collect {
            clock.advanceSeconds(1)
            tasks()*.Progress
        }

        then:
        seen*.get(0) == [25.0, 37.5, 50.0, 62.5, 75.0, 87.5, 100.0, 100.0]
        seen*.get(1) == seen*.get(1).toSorted()
    }

    def "it is Finished after seven seconds at the default speed, and stays so"() {
        when:
        clock.advanceSeconds(6)

        then:
        job().State == 2

        when:
        clock.advanceSeconds(1)

        then:
        with(job()) {
            State == 3
            EndTime == '2024-05-01T03:00:07'
            LastModified == EndTime
            RunningDuration > 0
            RunningDuration < 8000
        }
        tasks()*.State == [3, 3]

        when:
        clock.advanceSeconds(3600)

        then:
        job().State == 3
    }

    def "a fast sandbox finishes it sooner"() {
        given:
        def fast = Sandbox.start(new SandboxOptions(0, 1, 600, null), clock)

        when:
        clock.advance(java.time.Duration.ofMillis(700))

        then:
        new WireClient(fast).json("Jobs('${WireClient.EXAMPLE}')").State == 3
        job().State == 2

        cleanup:
        fast.close()
    }

    def "its billing is added after it has finished"() {
        when:
        clock.advanceSeconds(7)

        then:
        tasks()[0].HistoricalEvents*.Code == ['WaitingForFreeResources', 'Scheduled', 'Processing', 'Finished']

        when:
        clock.advanceSeconds(1)
        def billing = tasks()[0].HistoricalEvents.last()

        then:
        billing.Code == 'TaskBillingInformationAdded'
        billing.TimeStamp == '2024-05-01T03:00:07.976'
        billing.Message ==~ /(?s)Mediatask [0-9a-f-]{36}: \{\r\n  "NumberOfImages": .*\}\r\n/
        job().LastModified == '2024-05-01T03:00:07'
    }

    def "what the encoder has to say comes with the end"() {
        expect:
        tasks()*.PerfMessage == [null, null]

        when:
        clock.advanceSeconds(7)

        then:
        tasks().every { it.PerfMessage =~ /^Mediatask .*: Download: 00:00:\d\d\.\d\d\n/ }
    }

    def "it is the same job whatever the seed"() {
        given:
        def other = Sandbox.start(new SandboxOptions(0, 2, 60, null), clock)

        expect:
        new WireClient(other).rows("Jobs('${WireClient.EXAMPLE}')/Tasks") == tasks()

        cleanup:
        other.close()
    }
}
