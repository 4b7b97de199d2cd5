package dev.amsshell.product

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification

/** Scripts with checks, as real processes that end in every way. */
class ChecksSpec extends Specification {
    static final JOB = "ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1').snapshot"

    def shell = new AmsShellProcess()

    Path script(String text) {
        Files.writeString(shell.home.resolve('nightly.groovy'), text.stripIndent())
    }

    Map report() {
        new ObjectMapper().readValue(shell.home.resolve('report.json').toFile(), Map)
    }

    def "a failed check shows its picture and the jobs concerned, and all others are made"() {
        given:
        def script = script('''\
            check('no failures in the last day') { ams.jobs.failed.since(1.day).count() == 0 }
            expect('queue', max: 500, warnMax: 2) { ams.jobs.queued.count() }
            check('there are jobs') { ams.jobs }
            ''')

        when:
        def ended = shell.run('run', '--sandbox', '--report', "junit=${shell.home.resolve('checks.xml')}", '--report=json=' + shell.home.resolve('report.json'), script.toString())

        then:
        ended.code == 1
        ended.err == ''
        ended.out =~ /(?s)\AFAIL  no failures in the last day\n      ams\.jobs\.failed\.since\(1\.day\)\.count\(\) == 0\n.*\n\n      state  id +created.*\n      Error  [-0-9a-f]{36}  .*\nWARN  queue\n      \d+ is above warnMax: 2\n\n      state .*\nok    there are jobs\n3 checks: 1 ok, 1 warning, 1 failed\n\z/
        shell.home.resolve('checks.xml').toFile().text.contains('<failure message="ams.jobs.failed.since(1.day).count() == 0"')
        report().checks[0].jobs
    }

    def "#code: one that is made to end tells what it knows and writes its report, even if it does not want to end: #loop"() {
        given:
        def script = script("""\
            ams.bookmark('nightly')
            check('first') { true }
            check('second') { $loop }
            check('third') { true }
            """)
        def args = ['run', '--sandbox', '--report', "json=${shell.home.resolve('report.json')}", script]*.toString() as String[]

        when:
        def process = shell.start(args)
        def out = process.inputReader()
        assert out.readLine() == 'ok    first'
        ['kill', "-$signal", "${process.pid()}"].execute().waitFor()

        then:
        out.text == '1 check: 1 ok\n'
        process.waitFor() == code
        report().subMap('exitCode', 'error') == [exitCode: code, error: 'interrupted']
        report().checks*.name == ['first']
        !Files.exists(shell.home.resolve('.local/state/ams-shell/bookmarks'))

        where:
        signal | code | loop
        'INT'  | 130  | 'sleep 100000'
        'TERM' | 143  | 'java.util.stream.Stream.iterate(1, java.util.function.UnaryOperator.identity()).forEach(System::identityHashCode)'
    }

    def "141: a closed pipe ends it, and its report is written"() {
        given:
        def script = script("10000.times { n -> check('check ' + n) { true } }")

        when:
        def ended = shell.shell("ams-shell run --report json=\$HOME/report.json $script | head -n 1; echo \"code \${PIPESTATUS[0]}\"")

        then:
        ended.out == 'ok    check 0\ncode 141\n'
        ended.err == ''
        report().subMap('exitCode', 'error') == [exitCode: 141, error: 'stdout was closed']
    }

    def "1: a full disk ends it, and its report says so"() {
        given:
        def script = script("check('a') { true }; sleep 100000")

        when:
        def ended = shell.shell("ams-shell run --report json=\$HOME/report.json $script > /dev/full")

        then:
        ended.code == 1
        ended.err.startsWith('ams-shell: cannot write the output: ')
        report().exitCode == 1
        "ams-shell: ${report().error}\n" == ended.err
    }

    def "a second run reports only what is new, and a crash repeats instead of losing"() {
        given:
        def script = script("""\
            println ams.bookmark('nightly').fresh([$JOB]).size()
            if (args) { while (true) sleep 1000 }
            """)

        when: 'one crashes after it was given the job'
        def crashing = shell.start('run', '--sandbox', script.toString(), 'crash')
        assert crashing.inputReader().readLine() == '1'
        ['kill', '-KILL', "${crashing.pid()}"].execute().waitFor()

        then:
        crashing.waitFor() == 137
        shell.run('run', '--sandbox', script.toString()).out == '1\n'
        shell.run('run', '--sandbox', script.toString()).out == '0\n'
    }

    @Requires({ Tmux.installed })
    def "at the prompt a check tells what came of it at once, and bookmarks are only read"() {
        given:
        def terminal = new PromptTerminal()

        when:
        terminal.type('che')
        terminal.press('Tab')
        then:
        terminal.shows(/(?m)^ams> check\(\z/)

        when:
        terminal.type("'a') { 1 > 2 }")
        terminal.press('Enter')
        then:
        terminal.shows(/\nFAIL  a\n      1 > 2\n        \|\n        false\nams>\z/)

        when:
        terminal.enter("check('b') { ams.bookmark('x').last == null && ams.bookmark('y').last == null }")
        then:
        terminal.shows(/\nams-shell: bookmarks are read at the prompt, and nothing is added to them\nok    b\nams>\z/)

        when:
        terminal.enter("check('c', jobs: ams.jobs.newest(2)) { 1 > 2 }")
        then: 'the jobs fit, and no pager is in the way'
        terminal.shows(/\nFAIL  c\n      1 > 2\n        \|\n        false\n\n      state .*\n      \S.*\n      \S.*\nams>\z/)

        when:
        terminal.enter("check('d') { (1..5000).toList().size() == 3 }")
        then:
        terminal.shows(/5000   false\n +\[1, 2, 3, [^\]]*\.\.\.\nams>\z/)

        when:
        terminal.enter(':quit')
        then:
        terminal.ends() == 0
        !Files.exists(terminal.home.resolve('state/ams-shell/bookmarks'))

        cleanup:
        terminal?.close()
    }
}
