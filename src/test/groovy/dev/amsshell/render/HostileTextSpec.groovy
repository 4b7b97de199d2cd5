package dev.amsshell.render

import static dev.amsshell.testing.Printing.printer
import static dev.amsshell.testing.Printing.terminal

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.job.JobState
import dev.amsshell.testing.Cases
import dev.amsshell.testing.Printing
import dev.amsshell.testing.SampleJobs
import spock.lang.Specification

/** Whatever a service or a script says, a terminal obeys none of it. */
class HostileTextSpec extends Specification {
    static final RAW = ~/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/
    static final BITS = ['\u001b[2J', '\u001b]0;x\u0007', '\u009b31m', '\u202e', '\u2066', '\u061c', '\ufeff', '\r', '\n', '\r\n', '\t', '\b', '\u0000',
                         '\u007f', '\ud83c', '\udfac', '\ud83c\udfac', '\ud83d\udc69\u200d\ud83d\udcbb', '\u0301', '\u52d5', '=1+1', '+', '-', '@', '"', "'",
                         ',', ';', '\\', '\\u001b', ' ', '\u00a0', '\u2028', 'a', 'name', '\uff1d', '$', '{}', '[', '\u05d0\u05d1']

    def "nothing raw reaches a terminal in any format, and CSV gives its cells back"() {
        expect:
        Cases.run(5_000) { number, random ->
            def text = (0..random.nextInt(8)).collect { BITS[random.nextInt(BITS.size())] }.join('')
            def width = 5 + random.nextInt(120)
            for (value in values(text)) {
                for (format in Format.values()) {
                    def printed = Printing.text(printer(format, { it }, terminal(width)), value)
                    assert !(printed =~ RAW): "$format of ${text.inspect()}"
                    assert !(printed =~ /[^\ud800-\udbff][\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/)
                }
            }
            assert CsvPrinterSpec.read(CsvPrinterSpec.csv([[a: text, b: 1], [a: 'x', b: text]]))*.size() == [2, 2, 2]
            assert new ObjectMapper().readValue(JsonPrinterSpec.json([text]), List)[0] ==
                text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/, '\ufffd')
        }
    }

    private static List<Object> values(String text) {
        def job = SampleJobs.job(name: text, state: JobState.unknown(text), tasks: [SampleJobs.task(name: text, errors: [SampleJobs.fault(text)])])
        return [text, [text], [text, [text]], [(text): text], [[(text): text, b: [text]]], job, [job], job.tasks(), job.errors]
    }
}
