package dev.amsshell.service.v2

import dev.amsshell.base.CancellableThread
import dev.amsshell.base.Failure
import dev.amsshell.config.Endpoint
import dev.amsshell.job.Change
import dev.amsshell.job.JobId
import dev.amsshell.query.Condition
import dev.amsshell.query.Entities
import dev.amsshell.query.Selection
import dev.amsshell.testing.AnswerFuzzer
import dev.amsshell.testing.Cases
import dev.amsshell.testing.MutableClock
import dev.amsshell.testing.Networks
import dev.amsshell.transport.Backoff
import dev.amsshell.transport.HttpTransport
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Whatever a server answers, over real HTTP: a value or a failure that says what is wrong, and no end of memory or patience. */
class ResponseFuzzSpec extends Specification {
    static final ID = new JobId(AnswerFuzzer.ID)

    @AutoCleanup
    def socket = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))
    def clock = new MutableClock('2024-05-01T03:00:00Z')
    @AutoCleanup
    def network = Networks.direct(clock)

    /** What is answered now, whatever is asked. */
    volatile byte[] answer

    /** Serves one request a connection: a client that hangs waits for nothing but its own mistakes. */
    def setup() {
        Thread.startDaemon('fuzzing server') {
            while (!socket.closed) {
                try {
                    socket.accept().withCloseable { connection ->
                        def input = connection.inputStream
                        def last = 0
                        while ((last = (last << 8) | input.read()) != 0x0d0a0d0a && last != -1) {
                            // reads on to the empty line
                        }
                        connection.outputStream.write(answer)
                        connection.outputStream.flush()
                        connection.shutdownOutput()
                        // what of a request is left unread would break the answer off
                        input.skip(input.available())
                    }
                } catch (IOException ignored) {
                    // the client went away, or the spec is over
                }
            }
        }
    }

    def "only failures that are meant for people come of it"() {
        given:
        def root = Endpoint.parse("http://127.0.0.1:$socket.localPort/api/", 'root')
        def backoff = new Backoff(1, Duration.ZERO, Duration.ZERO, { 0d })

        expect:
        Cases.run(1_000_000) { number, random ->
            answer = new AnswerFuzzer(random).answer()
            def transport = new HttpTransport(root, [] as Set, { 'a-s3cret-token' }, network, backoff, { CancellableThread.current() }, {})
            def service = new V2MediaService(transport, '2.19', clock, {})
            try {
                switch (random.nextInt(6)) {
                    case 0: service.find(ID); break
                    case 1: service.list(new Selection<>(Entities.JOBS, Condition.TRUE, [], 3)).size(); break
                    case 2: service.tasks(ID); break
                    case 3: service.count(new Selection<>(Entities.JOBS, Condition.TRUE, [], Selection.ALL)); break
                    case 4: service.inputs(ID); break
                    default: service.list(new Selection<>(Entities.TASKS, Condition.TRUE, [], 1500)).size()
                }
            } catch (Failure failure) {
                assert !failure.message.empty
                assert !(failure.message + failure.advice()).contains('s3cret')
                assert !(failure.message =~ /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
            }
        }
    }

    def "a change that is answered with anything is done, refused, or told to be in doubt"() {
        given:
        def root = Endpoint.parse("http://127.0.0.1:$socket.localPort/api/", 'root')
        def backoff = new Backoff(1, Duration.ZERO, Duration.ZERO, { 0d })

        expect:
        Cases.run(50_000) { number, random ->
            answer = new AnswerFuzzer(random).answer()
            def transport = new HttpTransport(root, [] as Set, { 'a-s3cret-token' }, network, backoff, { CancellableThread.current() }, {})
            def service = new V2MediaService(transport, '2.19', clock, {})
            try {
                service.change(ID, [new Change.Cancel(), new Change.Delete(), new Change.Priority(7)][random.nextInt(3)])
            } catch (Failure failure) {
                assert !failure.message.empty
                assert !(failure.message + failure.advice()).contains('s3cret')
            }
        }
    }
}
