package dev.amsshell.product

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.testing.AmsShellProcess
import java.nio.file.Files
import spock.lang.Shared
import spock.lang.Specification

/** What a run without a terminal prints, and where. */
class HeadlessSpec extends Specification {
    @Shared
    def shell = new AmsShellProcess()

    def script(String text, String name = 'my check.groovy') {
        return Files.writeString(shell.home.resolve(name), text).toString()
    }

    def "an error is shown with file, line, column, a caret and the script's own frames"() {
        given:
        def file = script('''\
            def look(id) {
              ams.job(id).state
            }

            look('zz')'''.stripIndent())

        when:
        def ended = shell.run('run', '--sandbox', file)

        then:
        ended.out == ''
        ended.err.readLines() == [
            "$file:2:3: not a job id: 'zz'",
            '  2 |   ams.job(id).state',
            '    |   ^',
            "  at $file:2 (look)",
            "  at $file:5",
            'Expected nb:jid:UUID:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, or the GUID alone.',
        ]*.toString()
    }

    def "what does not compile is shown with file, line, column and a caret"() {
        given:
        def file = script('def x = 1\nfoo(1, ) }\n')

        when:
        def ended = shell.run('run', file)

        then:
        ended.code == 3
        ended.err.readLines()[0].startsWith("$file:2:")
        ended.err.readLines()[1] == '  2 | foo(1, ) }'
        ended.err.readLines()[2] ==~ /    \| +\^/
    }

    def "with --output json an error is one object that stands alone: #error"() {
        when:
        def ended = shell.with(environment).runWithInput(input, *args)
        def json = new ObjectMapper().readValue(ended.err, Map)

        then:
        ended.out == ''
        ended.err.readLines().size() == 1
        json.error == error
        json.exitCode == ended.code
        json.message
        json.keySet().containsAll(keys)

        cleanup:
        shell.environment.clear()

        where:
        error            | args                                                                | input           | environment                                                || keys
        'usage'          | ['--bogus', '--output', 'json']                                     | ''              | [:]                                                        || ['advice']
        'usage'          | ['eval', '--output=json', 'ams']                                    | ''              | [:]                                                        || ['advice']
        'compile'        | ['--output', 'json', 'run', '-']                                    | 'println (\n'   | [:]                                                        || ['file', 'line', 'column', 'problems']
        'script'         | ['--output', 'json', 'run', '-']                                    | 'x.y'           | [:]                                                        || ['file', 'line', 'column', 'frames']
        'service'        | ['--output', 'json', 'run', '-']                                    | 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state' | [AMS_ENDPOINT: 'http://127.0.0.1:1/', AMS_TOKEN: 'a-token'] || ['advice']
        'no-such-job'    | ['--sandbox', '--output', 'json', 'run', '-']                       | 'ams.job("00000000-327f-2347-90bb-3bf79f8559f1").state' | [:]                || ['advice', 'line']
    }

    def "a job is one JSON value in the words of the shell"() {
        when:
        def ended = shell.run('--sandbox', '--output', 'json', 'eval', 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1")')
        def job = new ObjectMapper().readValue(ended.out, Map)

        then:
        ended.err == ''
        job.state == 'Processing'
        job.created ==~ /\d{4}-\d\d-\d\dT.*Z/
        job.tasks.size() == 2
    }

    def "text that is not ASCII survives, whatever the locale"() {
        given:
        def file = script('println "Zürich 動画 ${args[0]}"', 'ü.groovy')

        when:
        def ended = new AmsShellProcess().with(LANG: 'C', LC_ALL: '').run('run', file, 'é🎬')

        then:
        ended.out == 'Zürich 動画 é🎬\n'
    }

    def "a locale that is not installed garbles nothing"() {
        expect:
        new AmsShellProcess().with(LANG: 'de_XX.UTF-8').run('eval', "'äöü€'").out == 'äöü€\n'
    }

    def "what belongs to the script does not change how errors are told"() {
        expect:
        shell.run('run', 'nofile.groovy', '--output', 'json').err.startsWith('ams-shell: cannot read')
    }

    def "a thread of a script that fails is told in a line"() {
        when:
        def ended = shell.run('eval', 'Thread.start("mine") { throw new Exception("oh") }.join(); 1')

        then:
        ended.out == '1\n'
        ended.err == "ams-shell: the thread 'mine' ended with java.lang.Exception: oh\n"
    }

    def "piped output is exact, control characters included"() {
        expect:
        shell.runWithInput('print "a\\u001b[1m\\r\\n"; class K { static p() { System.out.print "b" } }; K.p()', 'run', '-').out == 'a\u001b[1m\r\nb'
    }

    def "a script that is no UTF-8 text is refused"() {
        given:
        def file = shell.home.resolve('latin1.groovy')
        Files.write(file, 'println "\u00fc"'.getBytes('ISO-8859-1'))

        when:
        def ended = shell.run('run', file.toString())

        then:
        ended.code == 2
        ended.err.contains('it is not UTF-8 text')
    }

    def "a shebang line makes a script a program"() {
        given:
        def file = script('#!/usr/bin/env -S ams-shell run --sandbox\nprintln args.join("+")', 'program.groovy')
        new File(file).executable = true

        expect:
        shell.shell("'$file' --one two").out == '--one+two\n'
    }

    def "retries are told on stderr, and not with -q"() {
        given:
        def dead = new AmsShellProcess().with(AMS_ENDPOINT: 'http://127.0.0.1:1/', AMS_TOKEN: 'a-token')
        def question = 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").exists()'

        expect:
        dead.run('eval', question).err.contains('127.0.0.1:1: connection refused; trying again (2 of 5)')
        !dead.run('eval', '-q', question).err.contains('trying again')
    }

    def "a second run finds the script compiled, and the files are for their owner alone"() {
        given:
        def own = new AmsShellProcess()
        def file = Files.writeString(own.home.resolve('a.groovy'), 'println 1').toString()

        expect:
        own.run('run', file).out == '1\n'
        own.run('run', file).out == '1\n'
        own.shell('find .cache -type d -not -perm 700 -o -type f -not -perm 600; ls .cache/ams-shell/scripts | wc -l'.replace('.cache', '"$HOME/.cache"')).out.readLines()
            .findAll { !(it =~ /\.cache$/) } == ['1']
    }

    def "a read-only home stops nothing"() {
        expect:
        new AmsShellProcess().with(HOME: '/proc', XDG_CACHE_HOME: '/proc/nowhere').run('eval', '1').out == '1\n'
    }
}
