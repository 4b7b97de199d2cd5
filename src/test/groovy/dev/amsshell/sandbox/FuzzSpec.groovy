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
        corpus = new RequestCorpus(sandbox.endpoint(), TOKEN, [
            asset: first("Jobs('$RequestCorpus.JOB')/InputMediaAssets"), processor: first('MediaProcessors'),
            queued: first('Jobs?$filter=State%20eq%200'), account: first('EncodingReservedUnitTypes')]).requests()
    }

    def cleanup() {
        connection.close()
    }

    /** The key of the first, so that requests can name one that exists. */
    private String first(String path) {
        def response = client.get(path)
        def rows = response.statusCode() == 200 ? WireClient.decode(response.body()).value : []
        rows ? rows[0].values()[0] : 'none'
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
        def stderr = System.err
        def said = new ByteArrayOutputStream()
        System.err = new PrintStream(said, true)

        when:
        Cases.run(200_000) { number, random ->
            def fuzzed = new RequestFuzzer(corpus, random).next()
            try {
                def complaint = fuzzed.framed
                    ? AnswerJudge.complaintOfOne(connection.exchange(fuzzed.text))
                    : AnswerJudge.complaint(connection.sendAndHangUp(fuzzed.text))
                assert !complaint
                assert said.toString() == ''
            } catch (AssertionError | IOException e) {
                throw new AssertionError("$e.message\n${literal(fuzzed.text)}".toString(), e)
            }
        }

        then:
        client.rows('Jobs?$top=3').size() == 3
        threads() < before + FEW

        cleanup:
        System.err = stderr
    }
}
