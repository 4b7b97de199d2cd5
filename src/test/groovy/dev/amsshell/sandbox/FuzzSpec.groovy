package dev.amsshell.sandbox

import dev.amsshell.testing.AnswerJudge
import dev.amsshell.testing.Cases
import dev.amsshell.testing.RawConnection
import dev.amsshell.testing.RawRequest
import dev.amsshell.testing.RequestCorpus
import dev.amsshell.testing.RequestFuzzer
import java.lang.management.ManagementFactory
import spock.lang.Shared

/** Generated and spoilt requests on the bare wire: each is answered, or the connection closed. */
class FuzzSpec extends SandboxSpecification {

    private static final int FEW = 10

    @Shared List<RawRequest> corpus

    private RawConnection connection = new RawConnection(sandbox.endpoint().port)

    def setupSpec() {
        corpus = new RequestCorpus(sandbox.endpoint(), TOKEN, first('Assets'), first('MediaProcessors')).requests()
    }

    def cleanup() {
        connection.close()
    }

    /** The id of some entity, so that requests can name one that exists. */
    private String first(String set) {
        def response = client.get(set + '?$top=1')
        response.statusCode() == 200 ? WireClient.decode(response.body()).value[0]?.Id ?: '' : 'nb:cid:UUID:none'
    }

    private static int threads() {
        ManagementFactory.threadMXBean.threadCount
    }

    private static String literal(String bytes) {
        bytes.replace('\\', '\\\\').replace('\r', '\\r').replace('\n', '\\n').replaceAll(/[^ -~]/) { String.format('\\x%02x', it as char as int) }
    }

    def "every request of the corpus is answered as it stands"() {
        expect:
        corpus.each { request ->
            def answer = connection.exchange(request.text())
            assert answer && !AnswerJudge.complaintOfOne(answer): literal(request.text())
        }
    }

    def "whatever is sent, the sandbox answers or hangs up, and is none the worse for it"() {
        given:
        int before = threads()

        when:
        Cases.run(200_000) { number, random ->
            def fuzzed = new RequestFuzzer(corpus, random).next()
            try {
                def complaint = fuzzed.framed
                    ? AnswerJudge.complaintOfOne(connection.exchange(fuzzed.text))
                    : AnswerJudge.complaint(connection.sendAndHangUp(fuzzed.text))
                assert !complaint
            } catch (AssertionError | IOException e) {
                throw new AssertionError("$e.message\n${literal(fuzzed.text)}".toString(), e)
            }
        }

        then:
        client.rows('Jobs?$top=3').size() == 3
        threads() < before + FEW
    }
}
