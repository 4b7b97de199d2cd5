package dev.amsshell.render

import static dev.amsshell.testing.SampleJobs.fault
import static dev.amsshell.testing.SampleJobs.job
import static dev.amsshell.testing.SampleJobs.task
import static dev.amsshell.testing.SampleProgress.BEGAN
import static dev.amsshell.testing.SampleProgress.of
import static dev.amsshell.testing.SampleProgress.one

import dev.amsshell.job.JobState
import dev.amsshell.testing.Cases
import java.time.ZoneOffset
import spock.lang.Shared
import spock.lang.Specification

/** The job began with the wait, 72 seconds ago, and is at 42.5 per cent. */
class ProgressTextSpec extends Specification {
    @Shared
    def text = new ProgressText({ it })
    @Shared
    def encoding = job(name: 'Encoding movie 0815 for the north', started: BEGAN, tasks: [task(errors: [])])
    @Shared
    def plain = job(name: 'Encoding', started: BEGAN)
    @Shared
    def broken = job(name: 'Night', state: JobState.ERROR, tasks: [task()])

    static Style ascii(int width) {
        return new Style(width, true, false, '...', ZoneOffset.UTC)
    }

    static Style unicode(int width, boolean hasColor = false) {
        return new Style(width, true, hasColor, '\u2026', ZoneOffset.UTC)
    }

    def "one job in a line of #width columns"() {
        expect:
        text.line(one(encoding), ascii(width)) == inAscii
        text.line(one(encoding), unicode(width)) == inUnicode

        where:
        width | inAscii || inUnicode
        40    | 'Encoding...he north  Processing  42.5 %' ||
            'Encoding …the north  Processing  42.5 %'
        80    | 'Encoding movie 0815 for the north  Processing  [####------]  42.5 %  1 min 12 s' ||
            'Encoding movie 0815 for the north  Processing  █████░░░░░░░  42.5 %  1 min 12 s'
        200   | 'Encoding movie 0815 for the north  Processing  f3c43f94-327f-2347-90bb-000000000001  [#######-----------]  42.5 %  1 min 12 s' ||
            'Encoding movie 0815 for the north  Processing  f3c43f94-327f-2347-90bb-000000000001  ████████░░░░░░░░░░░░  42.5 %  1 min 12 s'
    }

    def "a job #what is shown as such"() {
        expect:
        text.line(one(shown), ascii(80)) == line

        where:
        what               | shown                                                  || line
        'without tasks'    | plain                                                  || 'Encoding  Processing  1 min 12 s'
        'without a name'   | job([:])                                               || 'f3c43f94-327f-2347-90bb-000000000001  Processing  1 min 12 s'
        'in no known state' | job(name: 'a', state: JobState.unknown('9'))          || 'a  Unknown(9)  1 min 12 s'
        'with no task'     | job(name: 'a', tasks: [])                              || 'a  Processing  1 min 12 s'
        'stuck at 100'     | job(name: 'a', tasks: [task(progress: 100)])           || 'a  Processing  [##################]  100.0 %  1 min 12 s'
        'just below'       | job(name: 'a', tasks: [task(progress: 99.9)])          || 'a  Processing  [#################-]  99.9 %  1 min 12 s'
        'beyond its end'   | job(name: 'a', tasks: [task(progress: 250)])           || 'a  Processing  [##################]  250.0 %  1 min 12 s'
        'before its start' | job(name: 'a', tasks: [task(progress: -3)])            || 'a  Processing  [------------------]  -3.0 %  1 min 12 s'
    }

    def "what is said of time: #said"() {
        expect:
        text.line(of([total: 1, counts: [(JobState.QUEUED): 1], job: job(name: 'a', state: JobState.QUEUED)] + times), ascii(80)) ==
            "a  Queued  1 min 12 s$said"

        where:
        times                             || said
        [expectedEnd: 73]                 || '  about 10 s left'
        [expectedEnd: 72 + 34]            || '  about 30 s left'
        [expectedEnd: 72 + 58]            || '  about 1 min left'
        [expectedEnd: 72 + 250]           || '  about 4 min left'
        [expectedEnd: 72 + 3600 + 300]    || '  about 1 h 5 min left'
        [expectedEnd: 72]                 || ''
        [expectedEnd: 10]                 || ''
        [deadline: 3600]                  || ''
        [deadline: 79]                    || '  gives up in 7 s'
        [deadline: 81]                    || ''
        [deadline: 70]                    || ''
        [missedSince: 0]                  || '  no answer for 1 min 12 s'
        [expectedEnd: 300, deadline: 74, missedSince: 70] || '  about 4 min left  gives up in 2 s  no answer for 2 s'
    }

    def "before anything was seen: #line"() {
        expect:
        text.line(of(how), ascii(80)) == line
        text.block(of(how), ascii(80)) == [line]

        where:
        how                          || line
        [total: 1]                   || 'looking ...  1 min 12 s'
        [total: 0]                   || 'looking ...  1 min 12 s'
        [total: 40]                  || 'looking at 40 jobs ...  1 min 12 s'
        [total: 1, missedSince: 12]  || 'looking ...  1 min 12 s  no answer for 1 min 0 s'
    }

    def "many jobs in a line of #width columns"() {
        expect:
        text.line(many(), ascii(width)) == line

        where:
        width || line
        20    || '13 of 40 done'
        40    || '13 of 40 done, 2 failed  1 min 12 s'
        80    || '13 of 40 done, 2 failed, 1 canceled, 1 gone, 20 Processing  1 min 12 s'
        200   || '[#####-------------]  13 of 40 done, 2 failed, 1 canceled, 1 gone, 20 Processing, 6 Queued  1 min 12 s'
    }

    def "one that is gone is done"() {
        expect:
        text.line(of(total: 1, gone: 1), ascii(40)) == '1 of 1 done, 1 gone  1 min 12 s'
    }

    def "a block says of one job in two lines what is known of it"() {
        expect:
        text.block(one(encoding, expectedEnd: 400), ascii(80)) == [
            'Encoding movie 0815 for the north  Processing',
            '[################----------------------]  42.5 %  1 min 12 s  about 5 min left']
        text.block(one(encoding), unicode(40)) == [
            'Encoding movi…for the north  Processing',
            '████████░░░░░░░░░░░  42.5 %  1 min 12 s']
        text.block(one(plain), ascii(80)) == ['Encoding  Processing  1 min 12 s']
    }

    def "a block names of many jobs the slowest and the failed"() {
        expect:
        text.block(many(slowest: [encoding, plain], failed: [broken, job(state: JobState.ERROR)]), ascii(80)) == [
            '[############--------------------------]  13 of 40 done  1 min 12 s',
            '2 failed, 1 canceled, 1 gone, 20 Processing, 6 Queued',
            '  Processing  42.5 %  1 min 12 s  Encoding movie 0815 for the north',
            '  Processing          1 min 12 s  Encoding',
            '  Error       Night  UserInput: bad \\u001b[31mcodec',
            '  Error       f3c43f94-327f-2347-90bb-000000000001']
    }

    def "a block has eight lines at most"() {
        expect:
        text.block(many(slowest: [encoding] * 50, failed: [broken] * 50), ascii(80)).size() == 8
    }

    def "states have their colours where there are any"() {
        expect:
        text.line(one(plain), unicode(80, true)) == 'Encoding  \u001b[36mProcessing\u001b[0m  1 min 12 s'
        text.line(of(total: 3, counts: [(JobState.ERROR): 2, (JobState.QUEUED): 1]), unicode(48, true)) ==
            '2 of 3 done, \u001b[31m2 failed\u001b[0m, 1 Queued  1 min 12 s'
        text.block(many(failed: [broken]), unicode(80, true)).last() == '  \u001b[31mError\u001b[0m  Night  UserInput: bad \\u001b[31mcodec'
    }

    def "secrets are taken out"() {
        expect:
        new ProgressText({ it.replace('secret', '***') }).line(one(job(name: 'my secret')), ascii(80)).startsWith('my ***  ')
    }

    def "whatever a service says, no line breaks, is wider than the terminal less one or commands it"() {
        expect:
        Cases.run(5_000) { number, random ->
            def bits = { (0..random.nextInt(8)).collect { HostileTextSpec.BITS[random.nextInt(HostileTextSpec.BITS.size())] }.join('') }
            def state = { random.nextBoolean() ? JobState.unknown(bits()) : JobState.known()[random.nextInt(7)] }
            def some = {
                job(name: random.nextInt(4) ? bits() : null, id: random.nextInt(4) ? null : bits(), state: state(), started: random.nextBoolean() ? BEGAN : null,
                    tasks: random.nextBoolean() ? null : [task(progress: random.nextGaussian() * 1e6, errors: [fault(bits())])])
            }
            def times = ['expectedEnd', 'deadline', 'missedSince'].collectEntries { [it, random.nextBoolean() ? null : random.nextInt(1000)] }
            def progress = of(times + [total: random.nextInt(50), counts: (0..<random.nextInt(4)).collectEntries { [state(), random.nextInt(50)] },
                gone: random.nextInt(2), job: random.nextBoolean() ? some() : null, slowest: (0..<random.nextInt(9)).collect { some() },
                failed: (0..<random.nextInt(9)).collect { some() }])
            def style = new Style(1 + random.nextInt(220), true, false, random.nextBoolean() ? '...' : '\u2026', ZoneOffset.UTC)
            def block = text.block(progress, style)
            assert block.size() <= 8
            for (line in block + text.line(progress, style)) {
                assert TextWidth.of(line) <= style.width() - 1
                assert !(line =~ HostileTextSpec.RAW)
            }
        }
    }

    private static many(Map with = [:]) {
        return of([total: 40, counts: [(JobState.FINISHED): 9, (JobState.ERROR): 2, (JobState.CANCELED): 1, (JobState.PROCESSING): 20, (JobState.QUEUED): 6],
                   gone: 1] + with)
    }
}
