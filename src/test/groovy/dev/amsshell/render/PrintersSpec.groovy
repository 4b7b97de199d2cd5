package dev.amsshell.render

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.job.Encryption
import dev.amsshell.job.Fault
import dev.amsshell.job.Job
import dev.amsshell.job.JobState
import dev.amsshell.job.Retry
import dev.amsshell.job.Task
import dev.amsshell.job.TaskEvent
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class PrintersSpec extends Specification {
    static final START = Instant.parse('2015-02-11T01:46:16.580Z')
    static final TASK = new Task('nb:tid:UUID:1', 'Encode', JobState.ERROR, 42.5d, 0, START, START + Duration.ofSeconds(61),
        Duration.ofMillis(39605), 'nb:mpid:UUID:2', 'H264', false, 0, null,
        [new Fault('UserInput', 'bad \u001b[31mcodec', Retry.NO, 'Encode')], [new TaskEvent('Error', '', START)], null,
        new Encryption(null, null, null, null), [])
    static final JOB = new Job('nb:jid:UUID:1', 'Night "A"', JobState.ERROR, 5, Instant.parse('2015-02-11T01:46:08Z'), null, START,
        START + Duration.ofHours(2), Duration.ofMillis(39605), null, [], START, [TASK])

    def "a job is a card for people"() {
        expect:
        new TextPrinter({ it }).print(JOB) == '''\
id              nb:jid:UUID:1
name            Night "A"
state           Error
progress        42.5 %
priority        5
created         2015-02-11 01:46:08 UTC
started         2015-02-11 01:46:16 UTC
ended           2015-02-11 03:46:16 UTC
elapsed         2 h 0 min 0 s
processor time  39 s
task 1          Encode  Error  42.5 %
error           UserInput: bad \\u001b[31mcodec (task 'Encode', retry: no)'''
    }

    def "a task is a card for people"() {
        expect:
        new TextPrinter({ it }).print(TASK).readLines()[0..2] == [
            'id              nb:tid:UUID:1', 'name            Encode', 'state           Error']
    }

    def "as text, #value.inspect() is '#text'"() {
        expect:
        new TextPrinter({ it }).print(value) == text

        where:
        value                          | text
        null                           | ''
        'raw "string"'                 | 'raw "string"'
        42.5                           | '42.5'
        true                           | 'true'
        JobState.PROCESSING            | 'Processing'
        [1, 2]                         | '1\n2'
        [1, 2] as int[]                | '1\n2'
        []                             | ''
        [a: 1, b: [c: [2, 3]]]         | '[a:1, b:[c:[2, 3]]]'
        [:]                            | '[:]'
        [[1, 2], [3]]                  | '[1, 2]\n[3]'
        (1..3).stream()                | '1\n2\n3'
        [[1, 2] as int[], [3]]         | '[1, 2]\n[3]'
        Duration.ofMinutes(90)         | 'PT1H30M'
    }

    def "as JSON, #value.inspect() is #json"() {
        expect:
        new JsonPrinter({ it }).print(value) == json

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
        [a: [1, null], 2: 'x']             | '{"a":[1,null],"2":"x"}'
        'half \uD83C'                      | '"half \uFFFD"'
        'whole \uD83C\uDFAC'               | '"whole \uD83C\uDFAC"'
        new File('x').toPath()             | '"x"'
    }

    def "a job in JSON uses the words of the shell"() {
        when:
        def json = new ObjectMapper().readValue(new JsonPrinter({ it }).print(JOB), Map)

        then:
        json.keySet() as List == ['id', 'name', 'state', 'progress', 'errors', 'priority', 'created', 'lastModified', 'started', 'ended',
                                  'runningDuration', 'templateId', 'subscriptions', 'asOf', 'tasks']
        json.state == 'Error'
        json.started == '2015-02-11T01:46:16.580Z'
        json.errors == [[code: 'UserInput', message: 'bad \u001b[31mcodec', retry: 'no', task: 'Encode']]
        json.tasks[0].history == [[code: 'Error', message: '', time: '2015-02-11T01:46:16.580Z']]
    }

    def "a job without its tasks leaves out what follows from them"() {
        when:
        def json = new ObjectMapper().readValue(new JsonPrinter({ it }).print(JOB.with((List) null)), Map)

        then:
        !json.keySet().any { it in ['tasks', 'progress', 'errors'] }
    }

    def "JSON stays JSON when secrets are taken out of it"() {
        expect:
        new JsonPrinter({ it.replace('s3"cret', '***') }).print([sig: 's3"cret!', n: 5]) == '{"sig":"***!","n":5}'
    }

    def "what contains itself ends"() {
        given:
        def list = [1]
        list << list

        expect:
        new TextPrinter({ it }).print(list).contains('...')
        new JsonPrinter({ it }).print(list).contains('...')
    }

    def "what is deep but ends is printed whole"() {
        given:
        def deep = 1
        60.times { deep = [deep] }

        expect:
        new TextPrinter({ it }).print(deep) == '[' * 59 + '1' + ']' * 59
        new JsonPrinter({ it }).print(deep) == '[' * 60 + '1' + ']' * 60
    }

    def "what the service said stays harmless within a list"() {
        expect:
        new TextPrinter({ it }).print(TASK.errors()) == "UserInput: bad \\u001b[31mcodec (task 'Encode', retry: no)"
    }

    def "something live is shown as the value it stands for"() {
        expect:
        new TextPrinter({ it }).print({ 'now' } as Renderable) == 'now'
        new JsonPrinter({ it }).print([{ 'now' } as Renderable]) == '["now"]'
    }
}
