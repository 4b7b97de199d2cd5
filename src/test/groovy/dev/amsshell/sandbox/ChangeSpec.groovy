package dev.amsshell.sandbox

import static dev.amsshell.sandbox.NewJobs.body
import static dev.amsshell.sandbox.NewJobs.job
import static dev.amsshell.sandbox.NewJobs.task

import dev.amsshell.testing.MutableClock
import spock.lang.Specification

/** Jobs are canceled, moved in the queue and deleted (wire sheet 6.1 to 6.3). */
class ChangeSpec extends Specification {

    static final String UNKNOWN = 'nb:jid:UUID:00000000-0000-0000-0000-000000000000'

    def clock = new MutableClock('2024-05-01T03:00:00Z')
    def sandbox = Sandbox.start(new SandboxOptions(0, 7, 60, null), clock)
    def client = new WireClient(sandbox)

    def cleanup() {
        sandbox.close()
    }

    Map state(String id) {
        client.json("Jobs('$id')")
    }

    String inState(int state) {
        client.filtered('Jobs', "State eq $state")[0].Id
    }

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

    def "a job that is over is deleted with its tasks, and its assets stay"() {
        given:
        def id = inState(state)
        def tasks = client.rows("Jobs('$id')/Tasks")
        def outputs = client.rows("Jobs('$id')/OutputMediaAssets").findAll { it.State != 2 }

        when:
        def response = client.send('DELETE', "Jobs('${id.replace(':', '%3A')}')", headers)

        then:
        response.statusCode() == 204
        client.get("Jobs('$id')").statusCode() == 404
        client.filtered('Jobs()', "Id eq '$id'") == []
        tasks.every { client.get("Tasks('${it.Id}')").statusCode() == 404 }
        outputs.every { client.json("Assets('${it.Id}')").State == 0 }

        where:
        state | headers
        3     | [:]
        4     | [Accept: 'text/html, image/gif, image/jpeg, */*; q=0.2']
        5     | [Accept: null]
    }

    def "a job in state #state cannot be deleted"() {
        given:
        def id = inState(state)

        when:
        def response = client.send('DELETE', "Jobs('$id')")

        then:
        response.statusCode() == 400
        WireClient.message(response).contains("A job in state $name cannot be deleted")
        client.get("Jobs('$id')").statusCode() == 200

        where:
        state | name
        0     | 'Queued'
        1     | 'Scheduled'
        2     | 'Processing'
        6     | 'Canceling'
    }

    def "#method of a job with id #id is #status"() {
        expect:
        client.send(method, "Jobs('$id')", ['Content-Type': WireClient.VERBOSE], '{"Priority":1}').statusCode() == status

        where:
        method   | id      || status
        'GET'    | 'x'     || 400
        'DELETE' | 'x'     || 400
        'MERGE'  | 'x'     || 400
        'DELETE' | UNKNOWN || 404
        'MERGE'  | UNKNOWN || 404
    }

    def "the priority of a queued job is changed by #method #headers"() {
        given:
        def id = inState(0)

        when:
        def response = client.send(method, "Jobs('$id')", ['Content-Type': WireClient.VERBOSE, Accept: WireClient.VERBOSE] + headers, '{"Priority":77}')

        then:
        response.statusCode() == 204
        state(id).Priority == 77
        state(id).LastModified == '2024-05-01T03:00:00'
        client.rows("Jobs('$id')/Tasks")*.Priority.toUnique() == [77]
        client.filtered('Jobs()', "Id eq '$id' and Priority eq 77").size() == 1

        where:
        method  | headers
        'MERGE' | [:]
        'PATCH' | [:]
        'PUT'   | [:]
        'POST'  | ['X-HTTP-Method': 'MERGE']
        'POST'  | ['X-HTTP-METHOD': 'merge']
    }

    def "the whole of a job in Atom may be sent to change its priority"() {
        given:
        def id = inState(0)
        def entry = client.get("Jobs('$id')", [Accept: 'application/atom+xml']).body()

        when:
        def response = client.send('MERGE', "Jobs('$id')", ['Content-Type': 'application/atom+xml'],
            entry.replaceFirst(/(<d:Priority m:type="Edm.Int32">)\d+/, '$1' + '55'))

        then:
        response.statusCode() == 204
        state(id).Priority == 55
    }

    def "the priority of a job in state #state cannot be changed any more"() {
        when:
        def response = client.send('MERGE', "Jobs('${inState(state)}')", ['Content-Type': WireClient.VERBOSE], '{"Priority":3}')

        then:
        response.statusCode() == 400
        WireClient.message(response).contains("Job's priority can only be changed if the job is in Queued state")

        where:
        state << [1, 2, 3, 4, 5, 6]
    }

    def "nothing else of a job can be changed: #change"() {
        when:
        def response = client.send('MERGE', "Jobs('${inState(0)}')", ['Content-Type': WireClient.VERBOSE], change)

        then:
        response.statusCode() == 400
        WireClient.message(response).contains(text)

        where:
        change                       || text
        '{"Name":"x"}'               || "only the property 'Priority' can be changed"
        '{"State":3}'                || "only the property 'Priority' can be changed"
        '{"Priority":3,"Name":"x"}'  || "only the property 'Priority' can be changed"
        '{"Priority":"soon"}'        || "'Priority' is not of type 'Edm.Int32'"
        '{"Colour":"red"}'           || 'Make sure to only use property names'
        '{}'                         || "only the property 'Priority' can be changed"
        '{"Priority":'               || 'Parsing request content failed'
        ''                           || 'Parsing request content failed'
    }

    def "a tunnelled verb goes with POST alone"() {
        expect:
        client.send('GET', "Jobs('${WireClient.EXAMPLE}')", ['X-HTTP-Method': 'DELETE']).statusCode() == 400
        client.send('POST', "Jobs('${inState(3)}')", ['X-HTTP-Method': 'DELETE']).statusCode() == 204
    }

    def "a job that was submitted runs its course"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100])).Id

        when:
        clock.advanceSeconds(120)

        then:
        with(state(id)) {
            State == 3
            StartTime > Created
            EndTime > StartTime
            RunningDuration > 0
        }
        with(client.rows("Jobs('$id')/Tasks")[0]) {
            State == 3
            Progress == 100
            PerfMessage.startsWith('Mediatask ')
            HistoricalEvents*.Code == ['WaitingForFreeResources', 'Scheduled', 'Processing', 'Finished', 'TaskBillingInformationAdded']
        }
        client.rows("Assets('${client.rows("Jobs('$id')/OutputMediaAssets")[0].Id}')/Files").count { it.IsPrimary } == 1
    }

    def "a configuration that is none fails the task with one error, and its output goes away"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [task(Configuration: configuration)]])).Id

        when:
        clock.advanceSeconds(120)

        then:
        state(id).State == 4
        with(client.rows("Jobs('$id')/Tasks")[0]) {
            State == 4
            ErrorDetails*.Code == ['ErrorParsingConfiguration']
            HistoricalEvents.size() >= 5
            HistoricalEvents[0].Message == ''
        }
        with(client.rows("Jobs('$id')/OutputMediaAssets")[0]) {
            State == 2
            Name == 'Nonexistent Asset'
            Uri == null
            StorageAccountName == null
            AlternateId == null
            Created == '2024-05-01T03:02:00'
            LastModified == Created
        }

        where:
        configuration << ['No Such Preset', '{"Version": 1.0', '<configuration>']
    }

    def "when a task fails, #what"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [
            task(Configuration: 'No Such Preset', Options: options),
            task(TaskBody: body('JobInputAsset(0)', 1), Options: siblingOptions),
            task(TaskBody: body('JobOutputAsset(0)', 2), Options: siblingOptions)]])).Id

        when:
        clock.advanceSeconds(240)

        then:
        state(id).State == 4
        client.rows("Jobs('$id')/Tasks")*.State == states
        client.rows("Jobs('$id')/OutputMediaAssets")[0].State == output

        where:
        what                                           | options | siblingOptions || states    | output
        'its siblings are canceled'                    | 0       | 0              || [4, 5, 5] | 2
        'its output may be kept'                       | 2       | 0              || [4, 5, 5] | 0
        'siblings may go on, unless they need its output' | 0    | 4              || [4, 3, 5] | 2
    }

    def "a job that has failed stays so when what goes on is canceled"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [
            task(Configuration: 'No Such Preset'), task(TaskBody: body('JobInputAsset(0)', 1), Options: 4)]])).Id
        clock.advanceSeconds(5)

        when:
        client.get("CancelJob?jobid='$id'")
        clock.advanceSeconds(10)

        then:
        client.rows("Jobs('$id')/Tasks")*.State == [4, 5]
        state(id).State == 4
    }

    def "a configuration that its client encrypted is not judged, and read back as it was"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [task(Configuration: 'b3f0', Options: 1,
            EncryptionKeyId: 'nb:kid:UUID:1', EncryptionScheme: 'ConfigurationEncryption', EncryptionVersion: '1.0', InitializationVector: 'iv')]])).Id

        when:
        clock.advanceSeconds(120)

        then:
        with(client.rows("Jobs('$id')/Tasks")[0]) {
            State == 3
            Options == 1
            [EncryptionKeyId, EncryptionScheme, EncryptionVersion, InitializationVector] == ['nb:kid:UUID:1', 'ConfigurationEncryption', '1.0', 'iv']
        }
    }

    def "a chain of tasks runs one after another"() {
        given:
        def id = client.created('Jobs', job(client, [Priority: 100, Tasks: [
            task(TaskBody: body('JobOutputAsset(1)', 0)), task(TaskBody: body('JobInputAsset(0)', 1))]])).Id

        when:
        clock.advanceSeconds(300)
        def tasks = client.rows("Jobs('$id')/Tasks")

        then:
        tasks*.State == [3, 3]
        tasks[1].EndTime <= tasks[0].HistoricalEvents[0].TimeStamp
        tasks[0].StartTime > tasks[1].EndTime
        client.rows("Tasks('${tasks[0].Id}')/InputMediaAssets")*.Id == client.rows("Tasks('${tasks[1].Id}')/OutputMediaAssets")*.Id
    }
}
