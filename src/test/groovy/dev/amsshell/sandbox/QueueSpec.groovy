package dev.amsshell.sandbox

import static dev.amsshell.sandbox.NewJobs.job

/** Reserved units limit how much is processed at a time, priority decides what goes first (wire sheet 4.4). */
class QueueSpec extends LivingSpecification {

    Map units() {
        client.rows('EncodingReservedUnitTypes')[0]
    }

    int setUnits(int count, String method = 'PUT') {
        client.send(method, "EncodingReservedUnitTypes(guid'${units().AccountId}')", ['Content-Type': WireClient.VERBOSE],
            """{"ReservedUnitType":2,"CurrentReservedUnits":$count}""").statusCode()
    }

    int running() {
        client.filtered('Tasks', 'State eq 1 or State eq 2').size()
    }

    void letEverythingEnd() {
        clock.advanceSeconds(600)
    }

    def "there is one row of reserved units, with the account's id for its key"() {
        expect:
        client.rows('EncodingReservedUnitTypes').size() == 1
        units().keySet() as List == ['AccountId', 'ReservedUnitType', 'MaxReservableUnits', 'CurrentReservedUnits']
        client.json("EncodingReservedUnitTypes(guid'${units().AccountId}')").CurrentReservedUnits == units().CurrentReservedUnits
    }

    def "no more tasks are processed at a time than there are units"() {
        given:
        40.times { client.created('Jobs', job(client)) }

        expect:
        (1..100).every {
            clock.advanceSeconds(1)
            running() <= 17
        }
        running() == 17
    }

    def "more units let more tasks run at once, none let none begin"() {
        given:
        letEverythingEnd()

        when:
        setUnits(0)
        def jobs = (1..5).collect { client.created('Jobs', job(client)).Id }
        clock.advanceSeconds(300)

        then:
        jobs.every { client.json("Jobs('$it')").State == 0 }

        when:
        setUnits(3, 'MERGE')
        clock.advanceSeconds(4)

        then:
        units().ReservedUnitType == 2
        jobs.count { client.json("Jobs('$it')").State == 2 } == 3
    }

    def "#count units are refused"() {
        expect:
        setUnits(count) == 400

        where:
        count << [-1, 26]
    }

    def "the highest priority goes first, then the older job"() {
        given:
        letEverythingEnd()
        setUnits(0)
        def old = client.created('Jobs', job(client, [Name: 'old'])).Id
        clock.advanceSeconds(1)
        def young = client.created('Jobs', job(client, [Name: 'young'])).Id
        def urgent = client.created('Jobs', job(client, [Name: 'urgent', Priority: 5])).Id
        def raised = client.created('Jobs', job(client, [Name: 'raised'])).Id
        client.send('MERGE', "Jobs('$raised')", ['Content-Type': WireClient.VERBOSE], '{"Priority":9}')

        when:
        setUnits(1)
        clock.advanceSeconds(500)
        def started = [old, young, urgent, raised].collectEntries { [client.json("Jobs('$it')").Name, client.json("Jobs('$it')").StartTime] }

        then:
        started.sort { it.value }*.key == ['raised', 'urgent', 'old', 'young']
    }

    def "a job that is canceled or deleted does not keep a unit"() {
        given:
        letEverythingEnd()
        setUnits(1)
        def first = client.created('Jobs', job(client)).Id
        def second = client.created('Jobs', job(client)).Id

        when:
        client.get("CancelJob?jobid='$first'")

        then:
        client.json("Jobs('$second')").State == 0

        when:
        clock.advanceSeconds(10)

        then:
        client.json("Jobs('$first')").State == 5
        client.json("Jobs('$second')").State == 2
    }

    def "records are purged by age whatever state they are in"() {
        given:
        setUnits(0)
        10.times { client.created('Jobs', job(client)) }

        when:
        clock.advance(java.time.Duration.ofDays(91))
        setUnits(5)

        then:
        client.filtered('Jobs', "Created lt datetime'2024-05-01T03:00:01'") == []
        client.get('Jobs?$top=1').statusCode() == 200
    }

    def "records are purged when they are 90 days old"() {
        given:
        def oldest = client.rows('Jobs?$orderby=Created&$top=1')[0]

        when:
        clock.advance(java.time.Duration.between(clock.instant(), java.time.Instant.parse(oldest.Created + 'Z').plusSeconds(90 * 86400)))

        then:
        client.get("Jobs('${oldest.Id}')").statusCode() == 200

        when:
        clock.advance(java.time.Duration.ofMillis(1))

        then:
        client.get("Jobs('${oldest.Id}')").statusCode() == 404
        client.filtered('Jobs()', "Id eq '${oldest.Id}'") == []
    }
}
