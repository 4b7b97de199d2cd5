package dev.amsshell.sandbox

import static dev.amsshell.sandbox.NewJobs.body
import static dev.amsshell.sandbox.NewJobs.job
import static dev.amsshell.sandbox.NewJobs.task

import dev.amsshell.testing.MutableClock
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** What is true of every job and task at every moment, whatever clients do. */
class InvariantSpec extends Specification {

    static final List<Integer> FINAL = [3, 4, 5]

    def clock = new MutableClock('2024-05-01T03:00:00Z')
    def sandbox = Sandbox.start(new SandboxOptions(0, 11, 60, null), clock)
    def client = new WireClient(sandbox)
    def random = new Random(5)

    def cleanup() {
        sandbox.close()
    }

    static Instant time(String wire) {
        wire == null ? null : Instant.parse(wire + 'Z')
    }

    void checkTimes(Map row) {
        assert (row.EndTime != null) == (row.State in FINAL)
        assert row.State != 2 || row.StartTime
        if (row.StartTime && row.EndTime) {
            def wall = Duration.between(time(row.StartTime), time(row.EndTime)).toMillis()
            assert wall >= 0
            assert row.RunningDuration >= 0 && row.RunningDuration <= wall
        } else {
            assert row.RunningDuration == 0
        }
        assert [row.StartTime, row.EndTime].findAll().every { !time(it).isAfter(clock.instant()) }
    }

    void checkTask(Map row) {
        checkTimes(row)
        assert row.Progress >= 0 && row.Progress <= 100
        assert (row.State == 4) == (row.ErrorDetails.size() == 1)
        def times = row.HistoricalEvents*.TimeStamp
        assert times == times.toSorted()
        assert row.State in [0, 6] || row.State == 5 || row.HistoricalEvents*.Code.contains('Scheduled')
        assert row.EndTime == null || row.HistoricalEvents.findAll { it.Code != 'TaskBillingInformationAdded' }.every { time(it.TimeStamp) <= time(row.EndTime) }
        assert row.PerfMessage == null || !row.PerfMessage.contains('-2:') && row.PerfMessage =~ /Download: \d\d:\d\d:\d\d\.\d\d/
    }

    void act() {
        def any = { List<Map> rows -> rows[random.nextInt(rows.size())].Id }
        switch (random.nextInt(6)) {
            case 0..2:
                client.post('Jobs', job(client, [Priority: random.nextInt(3), Tasks: [
                    task(Options: [0, 2, 4][random.nextInt(3)], Configuration: random.nextInt(3) ? 'Adaptive Streaming' : 'No Such Preset'),
                    task(TaskBody: body(random.nextBoolean() ? 'JobInputAsset(0)' : 'JobOutputAsset(0)', 1), Options: [0, 4][random.nextInt(2)])]]))
                break
            case 3:
                client.get("CancelJob?jobid='${any(client.rows('Jobs?$top=40'))}'")
                break
            case 4:
                client.send('MERGE', "Jobs('${any(client.rows('Jobs?$top=40'))}')", ['Content-Type': WireClient.VERBOSE], """{"Priority":${random.nextInt(9)}}""")
                break
            default:
                client.send('DELETE', "Jobs('${any(client.rows('Jobs?$top=40'))}')")
        }
    }

    def "times are in order, durations fit, events are sorted, and no more is at work than there are units"() {
        expect:
        120.times {
            act()
            clock.advance(Duration.ofMillis(random.nextInt(4000)))
            def tasks = client.rows('Tasks?$top=150')
            tasks.each { checkTask(it) }
            client.rows('Jobs?$top=60').each { checkTimes(it) }
            assert client.get('Tasks/$count?$filter=State%20eq%202').body() as int <= 17
        }
    }
}
