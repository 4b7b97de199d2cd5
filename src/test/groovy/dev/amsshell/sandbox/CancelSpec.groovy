package dev.amsshell.sandbox

/** Jobs are canceled (wire sheet 6.1). */
class CancelSpec extends LivingSpecification {

    static final String UNKNOWN = 'nb:jid:UUID:00000000-0000-0000-0000-000000000000'

    def "a canceled job is Canceling first and Canceled seconds later"() {
        given:
        def id = WireClient.EXAMPLE

        when:
        def response = client.get("CancelJob?$parameter='${id.replace(':', '%3A')}'")

        then:
        response.statusCode() == 204
        response.body() == ''
        state(id).State == 6
        state(id).LastModified == '2024-05-01T03:00:00'
        client.rows("Jobs('$id')/Tasks")*.State == [6, 6]

        when:
        clock.advanceSeconds(5)

        then:
        with(state(id)) {
            State == 5
            StartTime == '2024-05-01T02:59:59'
            EndTime > '2024-05-01T03:00:00'
            LastModified == EndTime
        }
        client.rows("Jobs('$id')/Tasks").every { it.State == 5 && it.ErrorDetails == [] && it.Progress < 100 }
        client.rows("Jobs('$id')/Tasks")[0].HistoricalEvents*.Code ==
            ['WaitingForFreeResources', 'Scheduled', 'Processing', 'Canceling', 'Canceled']

        where:
        parameter << ['jobid', 'jobId', 'JOBID']
    }

    def "a job that is canceled in the queue never starts"() {
        given:
        def id = inState(0)

        when:
        client.get("CancelJob?jobid='$id'")
        clock.advanceSeconds(5)

        then:
        state(id).State == 5
        state(id).StartTime == null
        client.rows("Jobs('$id')/Tasks").every { it.State == 5 && it.Progress == 0 && it.RunningDuration == 0 }
    }

    def "a job in state #state cannot be canceled"() {
        given:
        def id = inState(state)

        when:
        def response = client.get("CancelJob?jobid='$id'")

        then:
        response.statusCode() == 400
        WireClient.message(response) == "A job in state $name cannot be canceled."

        where:
        state | name
        3     | 'Finished'
        4     | 'Error'
        5     | 'Canceled'
        6     | 'Canceling'
    }

    def "CancelJob with #query is #status: #text"() {
        when:
        def response = client.get('CancelJob' + query)

        then:
        response.statusCode() == status
        WireClient.message(response).contains(text)

        where:
        query                   | status | text
        ''                      | 400    | "The parameter 'jobid' is missing."
        "?jobid=$UNKNOWN"       | 400    | 'not in single quotes'
        "?jobid='x'"            | 400    | "Invalid Job id 'x'"
        "?jobid='$UNKNOWN'"     | 404    | 'Jobs'
    }

    def "only a GET cancels"() {
        expect:
        client.send('HEAD', "CancelJob?jobid='${WireClient.EXAMPLE}'").statusCode() == 405
        client.send('POST', "CancelJob?jobid='${WireClient.EXAMPLE}'").statusCode() == 405
        state(WireClient.EXAMPLE).State == 2
    }
}
