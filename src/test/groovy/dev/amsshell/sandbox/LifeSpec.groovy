package dev.amsshell.sandbox

import dev.amsshell.testing.MutableClock
import spock.lang.Specification

/** What becomes of the active jobs of an account as time goes by. */
class LifeSpec extends Specification {

    static final List<List<Integer>> ALLOWED = [
        [0, 0], [0, 1], [1, 1], [1, 2], [2, 2], [2, 3], [2, 4], [6, 6], [6, 5], [3, 3], [4, 4], [5, 5]]

    def clock = new MutableClock('2024-05-01T03:00:00.123456789Z')
    def sandbox = Sandbox.start(SandboxOptions.defaults(), clock)
    def client = new WireClient(sandbox)

    def cleanup() {
        sandbox.close()
    }

    Map<String, Map> jobsById() {
        client.rows('Jobs').collectEntries { [it.Id, it] }
    }

    def "jobs go only from state to neighbouring state, and change whenever they do"() {
        given:
        def before = jobsById()
        def steps = [] as Set

        when:
        480.times {
            clock.advance(java.time.Duration.ofMillis(250))
            def now = jobsById()
            before.each { id, job ->
                steps << [job.State, now[id].State]
                assert (job.State == now[id].State) == (job.LastModified == now[id].LastModified)
            }
            before = now
        }

        then:
        steps.every { it in ALLOWED }
        steps.containsAll(ALLOWED)
    }

    def "all that was active at the start is over within two minutes or so"() {
        given:
        def active = client.filtered('Jobs', 'State lt 3 or State eq 6')*.Id

        when:
        clock.advanceSeconds(150)
        def later = jobsById()

        then:
        active.size() == 24
        active.every { later[it].State in [3, 4, 5] }
    }

    def "at a hundredth of the speed they are still at it"() {
        given:
        def slow = Sandbox.start(new SandboxOptions(0, 42, 0.6, null), clock)

        when:
        clock.advanceSeconds(115)

        then:
        new WireClient(slow).filtered('Jobs', 'State lt 3 or State eq 6').size() > 20

        cleanup:
        slow.close()
    }

    def "at speed #speed everything is still answered"() {
        given:
        def other = Sandbox.start(new SandboxOptions(0, 42, speed, null), clock)
        def there = new WireClient(other)

        expect:
        ['Jobs', 'Tasks', 'Assets', 'Files'].every { there.get(it).statusCode() == 200 }

        cleanup:
        other.close()

        where:
        speed << [1e-300d, 1e-9d, 1e300d]
    }

    def "new jobs arrive and run their course"() {
        given:
        def before = jobsById().keySet()

        when:
        clock.advanceSeconds(3600)
        def arrived = client.rows('Jobs').findAll { !(it.Id in before) }

        then:
        arrived.size() in 12..30
        arrived.every { it.Created > '2024-05-01T03:02' && it.Created <= '2024-05-01T04:00:00.123' }
        arrived*.State.toUnique().containsAll([3])
    }

    def "a clock that is set back does not turn back what has happened"() {
        given:
        clock.advanceSeconds(3600)
        def later = client.rows('Jobs')

        when:
        clock.advanceSeconds(-1800)

        then:
        client.rows('Jobs') == later
    }

    def "one seed gives one account"() {
        given:
        def one = Sandbox.start(new SandboxOptions(0, 5, 60, null), clock)
        def same = Sandbox.start(new SandboxOptions(0, 5, 60, null), clock)
        def other = Sandbox.start(new SandboxOptions(0, 6, 60, null), clock)

        when:
        clock.advanceSeconds(1000)

        then:
        new WireClient(one).rows('Jobs') == new WireClient(same).rows('Jobs')
        ['Tasks', 'Assets', 'Files', 'EncodingReservedUnitTypes'].every { new WireClient(one).rows(it) == new WireClient(same).rows(it) }
        new WireClient(one).rows('Jobs') != new WireClient(other).rows('Jobs')

        cleanup:
        [one, same, other]*.close()
    }

    def "jobs that are submitted are the same whatever happened before"() {
        given:
        def one = new WireClient(sandbox)
        def other = Sandbox.start(SandboxOptions.defaults(), clock)
        clock.advanceSeconds(4000)
        one.rows('Jobs')

        when:
        def early = new WireClient(other).created('Jobs', NewJobs.job(new WireClient(other)))
        def late = one.created('Jobs', NewJobs.job(one))

        then:
        early.Id == late.Id

        cleanup:
        other.close()
    }

    def "the speed changes when jobs end, not which jobs there are"() {
        given:
        def fast = Sandbox.start(new SandboxOptions(0, 42, 1000, null), clock)

        expect:
        new WireClient(fast).rows('Jobs') == client.rows('Jobs')

        when:
        clock.advanceSeconds(3)

        then:
        new WireClient(fast).rows('Jobs')*.Id == client.rows('Jobs')*.Id
        new WireClient(fast).filtered('Jobs', 'State lt 3').size() < client.filtered('Jobs', 'State lt 3').size()

        cleanup:
        fast.close()
    }
}
