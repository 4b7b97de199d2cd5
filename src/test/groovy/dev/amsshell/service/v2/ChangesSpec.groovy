package dev.amsshell.service.v2

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.base.CancellableThread
import dev.amsshell.base.Cancellation
import dev.amsshell.base.Cancelled
import dev.amsshell.job.Change
import dev.amsshell.job.JobId
import dev.amsshell.job.JobState
import dev.amsshell.service.AccessRefused
import dev.amsshell.service.ChangeFailed
import dev.amsshell.service.ChangeRefused
import dev.amsshell.service.NoSuchJob
import dev.amsshell.service.RequestRefused
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.SampleJobs
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.ScriptedServer
import dev.amsshell.transport.Unreachable
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Changes of a job: sent once, looked at, and never repeated without looking. */
class ChangesSpec extends Specification {
    static final GUID = 'f3c43f94-327f-2347-90bb-000000000100'
    static final ID = new JobId("nb:jid:UUID:$GUID")
    static final KEY = ID.text().replace(':', '%3A')
    static final CANCEL = new Change.Cancel()
    static final DELETE = new Change.Delete()
    static final TEN = new Change.Priority(10)

    /** For each change a state in which it is possible, how it is sent, and how the job is afterwards. */
    static final CHANGES = [
        [CANCEL, 'processing', 'GET', '/api/CancelJob', { it.get().state() == JobState.CANCELING }],
        [DELETE, 'error', 'DELETE', '/api/Jobs(*', { it.empty }],
        [TEN, 'queued', 'MERGE', '/api/Jobs(*', { it.get().priority() == 10 }],
    ]

    @AutoCleanup
    SandboxedClient client
    @AutoCleanup
    ScriptedServer server
    @AutoCleanup
    V2MediaService service
    List<String> notices = []

    void sandbox(String state, String faults = '') {
        client = new SandboxedClient("""
            [account]
            jobs = 3
            reserved-units = 1
            [[jobs]]
            id = "$GUID"
            name = "Nightly"
            state = "$state"
            work = "10m"
            $faults""".stripIndent())
    }

    /** The requests as letters, in order: changes and looks. */
    String getSent() {
        client.exchanges.collect { it.path().contains('$filter=') ? 'L' : 'C' }.join('')
    }

    void serve(Runnable onRequest = {}, String... answers) {
        server = new ScriptedServer(answers)
        service = SandboxedClient.service(server.root, new MutableClock('2024-05-01T03:00:00Z'), notices, onRequest)
    }

    static String job(int state, int priority = 0) {
        json("""{"value":[{"Id":"$ID","Name":"Nightly","State":$state,"Priority":$priority}]}""")
    }

    static final NOBODY = json('{"value":[]}')
    static final ACCEPTED = 'HTTP/1.1 204 X\r\n\r\n'
    static final LOST = ''

    static String refused(String text) {
        json("""{"odata.error":{"message":{"value":"$text"}}}""", 400)
    }

    def "#change of a job that is #state is sent once and then looked at"() {
        given:
        sandbox(state)

        expect:
        isDone(client.service.change(ID, change))
        isDone(client.service.find(ID))
        sent == 'CLL'
        client.notices == []

        where:
        [change, state, method, path, isDone] << CHANGES
    }

    def "#change is sent as the documents say, byte for byte"() {
        given:
        serve(ACCEPTED, NOBODY, job(5, 10))

        when:
        try {
            service.change(ID, change)
        } catch (NoSuchJob ignored) {
        }

        then:
        server.requestLines[0] == line
        server.requests[0].contains('\r\nContent-Type: application/json;odata=verbose\r\n') == !body.empty
        server.requests[0].contains("\r\nContent-Length: ${body.length()}\r\n".toString()) == !body.empty
        server.requests[0].contains("\r\nDataServiceVersion: ${body.empty ? '1.0' : '3.0'};NetFx\r\n".toString())

        where:
        change                  || line                                        | body
        CANCEL                  || "GET /api/CancelJob?jobid='$KEY' HTTP/1.1"  | ''
        DELETE                  || "DELETE /api/Jobs('$KEY') HTTP/1.1"         | ''
        new Change.Priority(10) || "MERGE /api/Jobs('$KEY') HTTP/1.1"          | '{"Priority":10}'
    }

    def "after #kind, when the #change #was carried out, it is looked at and found out"() {
        given:
        sandbox(state, """
            [[faults]]
            kind = "$kind"
            method = "$method"
            path = "$path*"
            after = $after
            times = 1""")

        expect:
        isDone(client.service.change(ID, change))
        sent == (after ? 'CL' : 'CLCL')
        client.notices.size() == (after ? 1 : 2)
        client.notices[0].endsWith('; looking whether it was done')
        after || client.notices[1] == 'it was not done; sending it again (2 of 3)'

        where:
        [[change, state, method, path, isDone], kind, after] << [CHANGES,
            ['busy', 'too-many-requests', 'internal-error', 'bad-gateway', 'gateway-timeout', 'dropped', 'html'], [true, false]].combinations()
        was = after ? 'was' : 'was not'
    }

    def "#change is sent three times at most, and each time looked at"() {
        given:
        sandbox(state, """
            [[faults]]
            kind = "$kind"
            method = "$method"
            path = "$path*"
            """)

        when:
        client.service.change(ID, change)

        then:
        def e = thrown(ChangeFailed)
        e.message =~ /could not .*$GUID.*: .*; $still/
        sent == 'CLCLCL'

        where:
        [[change, state, method, path, isDone], kind] << [CHANGES, ['busy', 'dropped']].combinations()
        still = change == TEN ? 'its priority is still 0' : "it is still ${state.capitalize()}"
    }

    def "a repetition that is refused because the first was done after all is found out"() {
        given: 'the first is lost, seems not to have been done, and is done before the second arrives'
        serve(LOST, job(2), refused('A job in state Canceling cannot be canceled.'), job(6))

        expect:
        service.change(ID, CANCEL).get().state() == JobState.CANCELING
        server.requests.size() == 4
    }

    def "the same of a job that is deleted: #status"() {
        given:
        serve(LOST, job(3), json('', status), NOBODY)

        expect:
        service.change(ID, DELETE).empty

        where:
        status << [400, 404]
    }

    def "what a job that has come to its end meanwhile is refused is said with its state: #change"() {
        given:
        serve(refused('no'), job(now))

        when:
        service.change(ID, change)

        then:
        def e = thrown(ChangeRefused)
        e.message.contains(text)
        server.requests.size() == 2

        where:
        change | now || text
        CANCEL | 3   || "cannot cancel job $ID: only a job that is Queued, Scheduled or Processing can be canceled, and it is Finished"
        CANCEL | 6   || 'and it is Canceling'
        DELETE | 2   || "cannot delete job $ID: only a job that is Finished, Error or Canceled can be deleted (cancel it first), and it is Processing"
        TEN    | 2   || "cannot set the priority of job $ID to 10: a job's priority can only be changed if the job is in Queued state, and it is Processing"
    }

    def "a job that ended by itself after a try nobody answered was not canceled"() {
        given:
        serve(LOST, job(3))

        when:
        service.change(ID, CANCEL)

        then:
        def e = thrown(ChangeRefused)
        e.message.endsWith('and it is Finished')
    }

    def "a refusal for a reason of its own is told as it is"() {
        given:
        serve(refused('The priority is reserved.'), job(0))

        when:
        service.change(ID, TEN)

        then:
        def e = thrown(RequestRefused)
        e.message.contains('The priority is reserved.')
        server.requests.size() == 2
    }

    def "a job that is not there is no such job, whatever the service says to the #change: #status"() {
        given:
        serve(json('', status), NOBODY)

        when:
        service.change(ID, change)

        then:
        thrown(NoSuchJob)
        server.requests.size() == 2

        where:
        [change, status] << [[CANCEL, DELETE, TEN], [400, 404]].combinations()
    }

    def "credentials that are refused are told at once: #status"() {
        given:
        serve(json('', status))

        when:
        service.change(ID, CANCEL)

        then:
        thrown(AccessRefused)
        server.requestLines.every { it.contains('CancelJob') }

        where:
        status << [401, 403]
    }

    def "when looking fails, too, it is said that nobody knows, what was sent and how to look: #change"() {
        given:
        serve(LOST, json('', 403))

        when:
        service.change(ID, change)

        then:
        def e = thrown(ChangeFailed)
        e.message.startsWith("it is not known whether this was done: ${change.of("job $ID")}. 127.0.0.1:")
        e.message.contains('it closed the connection without an answer, after the request was sent, and looking at the job failed: ')
        e.advice() == "Look before you repeat it: ams.job('$ID').$look"
        server.requests.size() == 2

        where:
        change || look
        CANCEL || 'state'
        DELETE || 'exists()'
        TEN    || 'priority'
    }

    def "the same when the service is gone before it can be sent again"() {
        given:
        def sent = 0
        serve({ if (++sent == 3) { server.close() } }, LOST, job(2).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))

        when:
        service.change(ID, CANCEL)

        then:
        def e = thrown(ChangeFailed)
        e.message.startsWith("it is not known whether this was done: cancel job $ID. cannot reach 127.0.0.1:")
    }

    def "a refusal is a refusal, even if looking why fails"() {
        given:
        serve(refused('no'), json('', 403))

        when:
        service.change(ID, CANCEL)

        then:
        def e = thrown(RequestRefused)
        e.message.contains('refused the request (400): no')
    }

    def "what was never sent did nothing, and says no more than that"() {
        given:
        service = SandboxedClient.service('http://127.0.0.1:1/api/', new MutableClock('2024-05-01T03:00:00Z'), notices)

        when:
        service.change(ID, CANCEL)

        then:
        thrown(Unreachable)
        notices.every { !it.contains('looking') }
    }

    def "what is read right after it was accepted may still be old"() {
        given:
        serve(ACCEPTED, job(2), job(2), job(5))

        expect:
        service.change(ID, CANCEL).get().state() == JobState.CANCELED
        server.requests.size() == 4
    }

    def "what was accepted and never shows is not taken for done, and not sent again"() {
        given:
        serve(ACCEPTED, job(state))

        when:
        service.change(ID, change)

        then:
        def e = thrown(ChangeFailed)
        e.message.contains('it is not known')
        e.message.contains("The service accepted it, but $still")
        server.requests.size() == 4

        where:
        change | state || still
        CANCEL | 2     || 'it is still Processing'
        DELETE | 3     || 'it is still Finished'
        TEN    | 0     || 'its priority is still 0'
    }

    def "a job that was over before it could be stopped is given as it is"() {
        given:
        serve(ACCEPTED, job(3))

        expect:
        service.change(ID, CANCEL).get().state() == JobState.FINISHED
    }

    def "whoever is interrupted #when is told that it may have been done, and how to look"() {
        given:
        def cancellation = new Cancellation()
        def sent = 0
        serve({ if (++sent == last) { cancellation.cancel() } }, LOST, job(2))
        def thrown = null
        def thread = new CancellableThread('test', cancellation, {
            try {
                service.change(ID, CANCEL)
            } catch (Throwable e) {
                thrown = e
            }
        })

        when:
        thread.start()
        thread.join()

        then:
        thrown instanceof Cancelled
        notices.last() == "interrupted; it may have been sent, and it is not known whether it was done: cancel job $ID; to look: ams.job('$ID').state"
        server.requests.size() < last

        where:
        when                  | last
        'as it looks'         | 2
        'as it sends it again' | 3
    }

    def "the service #verdict to #change a job that is #state"() {
        given:
        serve(LOST)

        expect:
        service.obstacle(change, SampleJobs.job(state: JobState.named(state))).empty == isPossible
        server.requests.empty

        where:
        [change, possible, state] << [
            [CANCEL, ['Queued', 'Scheduled', 'Processing', 'Unknown(9)']],
            [DELETE, ['Finished', 'Error', 'Canceled', 'Unknown(9)']],
            [TEN, ['Queued', 'Unknown(9)']]].collectMany { change, possible -> (JobState.known()*.name() + 'Unknown(9)').collect { [change, possible, it] } }
        isPossible = state in possible
        verdict = isPossible ? 'is asked' : 'would refuse'
    }
}
