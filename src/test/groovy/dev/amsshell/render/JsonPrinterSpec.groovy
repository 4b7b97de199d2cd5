package dev.amsshell.render

import static dev.amsshell.testing.Printing.text

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.job.Asset
import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.job.Processor
import dev.amsshell.job.Task
import dev.amsshell.testing.SampleJobs
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class JsonPrinterSpec extends Specification {
    static final JOB = SampleJobs.job(state: JobState.ERROR, started: SampleJobs.START, tasks: [SampleJobs.task()])

    static String json(Object value, Closure<String> clean = { it }) {
        return text(new JsonPrinter(clean), value)
    }

    static String ndjson(Object value) {
        return text(new NdjsonPrinter({ it }), value)
    }

    def "as JSON, #value.inspect() is #json"() {
        expect:
        JsonPrinterSpec.json(value) == json + '\n'

        where:
        value                              | json
        null                               | 'null'
        'a "b"\n'                          | '"a \\"b\\"\\n"'
        "${'g'}string"                     | '"gstring"'
        42                                 | '42'
        42.50                              | '42.50'
        1.1f                               | '1.1'
        12345678901234567890G              | '12345678901234567890'
        Double.NaN                         | 'null'
        true                               | 'true'
        JobState.unknown('9')              | '"Unknown(9)"'
        Instant.parse('2015-02-11T01:46:08.897Z') | '"2015-02-11T01:46:08.897Z"'
        Duration.ofMillis(39605)           | '"PT39.605S"'
        new Date(0)                        | '"1970-01-01T00:00:00Z"'
        Optional.of([1])                   | '[1]'
        Optional.empty()                   | 'null'
        [a: [1, null], 2: 'x']             | '{"a":[1,null],"2":"x"}'
        'half \uD83C'                      | '"half \uFFFD"'
        'whole \uD83C\uDFAC'               | '"whole \uD83C\uDFAC"'
        'esc \u001b csi \u009b del \u007f' | '"esc \\u001b csi \\u009b del \\u007f"'
        'rlo \u202e mark \ufeff'           | '"rlo \\u202e mark \\ufeff"'
        ['\u202e': 1]                      | '{"\\u202e":1}'
        new File('x').toPath()             | '"x"'
        []                                 | '[]'
        [1, [2]] as Object[]               | '[1,[2]]'
        (1..2).iterator()                  | '[1,2]'
    }

    def "as NDJSON, #value.inspect() is #lines"() {
        expect:
        ndjson(value) == lines.collect { it + '\n' }.join('')

        where:
        value            | lines
        null             | ['null']
        []               | []
        [1, [2], 'a\nb'] | ['1', '[2]', '"a\\nb"']
        [a: [1, 2]]      | ['{"a":[1,2]}']
    }

    def "a job in JSON uses the words of the shell"() {
        when:
        def json = new ObjectMapper().readValue(json(JOB), Map)

        then:
        json.keySet() as List == ['id', 'name', 'state', 'progress', 'errors', 'priority', 'created', 'lastModified', 'started', 'ended',
                                  'runningDuration', 'templateId', 'subscriptions', 'asOf', 'tasks']
        json.state == 'Error'
        json.started == '2015-02-11T01:46:16.580Z'
        json.errors == [[code: 'UserInput', message: 'bad \u001b[31mcodec', retry: 'no', origin: 'input', task: 'Encode']]
        json.tasks[0].history == [[code: 'Error', message: '', time: '2015-02-11T01:46:16.580Z']]
    }

    def "the README lists the words of a #type.simpleName, in order"() {
        given:
        def line = new File('README.md').readLines('UTF-8').find { it.startsWith("| ${type.simpleName.toLowerCase()} | ") }

        expect:
        (line =~ /`(\w+)`/).collect { it[1] } == new Words().of(type) as List

        where:
        type << [Job, Task, Asset, Processor]
    }

    def "a job without its tasks leaves out what follows from them"() {
        when:
        def json = new ObjectMapper().readValue(json(SampleJobs.job()), Map)

        then:
        !json.keySet().any { it in ['tasks', 'progress', 'errors'] }
    }

    def "keys that are written alike are refused, since one would be lost"() {
        when:
        json([(1): 'a', '1': 'b'])

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "two keys of a map are both written '1', so that one would be lost"
    }

    def "an array that fails before its first row prints nothing"() {
        given:
        def out = new ByteArrayOutputStream()

        when:
        new JsonPrinter({ it }).print([iterator: { throw new IllegalStateException('no') }] as Iterable, new PrintStream(out))

        then:
        thrown(IllegalStateException)
        out.size() == 0
    }

    def "JSON stays JSON when secrets are taken out of it"() {
        expect:
        json([sig: 's3"cret!', n: 5], { it.replace('s3"cret', '***') }) == '{"sig":"***!","n":5}\n'
    }

    def "what contains itself ends"() {
        given:
        def list = [1]
        list << list

        expect:
        json(list).contains('...')
        dev.amsshell.testing.Printing.table(list).contains('...')
    }

    def "what is deep but ends is printed whole"() {
        given:
        def deep = 1
        60.times { deep = [deep] }

        expect:
        json(deep) == '[' * 60 + '1' + ']' * 60 + '\n'
        dev.amsshell.testing.Printing.table(deep) == '[' * 59 + '1' + ']' * 59 + '\n'
    }

    def "something live is shown as the value it stands for, and asked once"() {
        given:
        def asked = 0
        def live = { asked++; 'now' } as Renderable

        expect:
        json(live) == '"now"\n'
        json([live]) == '["now"]\n'
        asked == 2
    }
}
