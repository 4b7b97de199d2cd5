package dev.amsshell.product

import dev.amsshell.render.CsvPrinterSpec
import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Values as real processes print them. */
class OutputSpec extends Specification {
    static final JOB = 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1")'

    @Shared
    def shell = new AmsShellProcess()
    @AutoCleanup
    Tmux terminal

    def "--output #format prints #value"() {
        expect:
        shell.run('--output', format, 'eval', value).out == out

        where:
        format   | value                     || out
        'table'  | '[[a: 1, b: "x"], [a: 20]]' || ' a  b\n 1  x\n20\n'
        'json'   | '[[a: 1], null]'          || '[{"a":1},null]\n'
        'ndjson' | '[[a: 1], null]'          || '{"a":1}\nnull\n'
        'csv'    | '[[a: 1, b: "=x"]]'       || "a,b\n1,'=x\n"
        'CSV'    | 'null'                    || ''
        'ndjson' | 'null'                    || 'null\n'
    }

    def "a job is a line of CSV"() {
        when:
        def rows = CsvPrinterSpec.read(shell.run('--sandbox', '--output', 'csv', 'eval', JOB).out)

        then:
        rows.size() == 2
        rows[0] == CsvPrinterSpec.JOB_WORDS
        rows[1][2] == 'Processing'
    }

    def "with --output ndjson an error is one JSON object"() {
        expect:
        shell.run('eval', '--output', 'ndjson', '1 +').err.startsWith('{"error":"compile","exitCode":3,')
        shell.run('eval', '--output=ndjson', '--bogus').err.startsWith('{"error":"usage","exitCode":2,')
    }

    def "nothing to show is told on stderr, and not with -q"() {
        expect:
        shell.run('eval', '[]').err == 'ams-shell: no rows\n'
        shell.run('eval', '-q', '[]').err == ''
    }

    def "show prints as --output says: #script"() {
        when:
        def ended = shell.runWithInput(script, 'run', '--sandbox', '--output', 'json', '-')

        then:
        ended.err == ''
        ended.out == out

        where:
        script                                                            || out
        'show 1'                                                          || '1\n'
        'show([a: 1])\nshow null\n5'                                      || '{"a":1}\nnull\n'
        'ams.show([1, 2])'                                                || '[1,2]\n'
        'show(["a", "b"] as String[])'                                    || '["a","b"]\n'
        "show ${JOB}.state"                                               || '"Processing"\n'
        "@groovy.transform.CompileStatic def f() { show ${JOB}.state; show([1]) }; f()" || '"Processing"\n[1]\n'
        'def show(x) { println "mine $x" }; show 1'                       || 'mine 1\n'
        'void show(x) { println "mine $x" }; show 1'                      || 'mine 1\n'
        'static int show(x) { println "mine $x"; 1 }; show 1'             || 'mine 1\n'
        'show = { println "mine $it" }; show 1'                           || 'mine 1\n'
        'def show = { println "mine $it" }; show 1'                       || 'mine 1\n'
        'show = 5; show show'                                             || '5\n'
        'class show { String toString() { "S" } }; println new show()'    || 'S\n'
        'ams = 5; println ams'                                            || '5\n'
    }

    def "what was shown before an error stays, and the error is that of the script"() {
        when:
        def ended = shell.run('--output', output, 'eval', '(1..3).stream().map { if (it == 3) throw new Exception("oh"); it }')

        then:
        ended.code == 1
        ended.out == out
        ended.err.contains('oh')

        where:
        output   || out
        'ndjson' || '1\n2\n'
        'json'   || '[1,2\n'
    }

    def "a pipe that is closed early ends printing, and no more rows are pulled"() {
        given:
        def rows = '([iterator: { def n = 0; [hasNext: { true }, next: { System.err.println(++n); sleep 1; "row " + n }] as Iterator }] as Iterable)'

        when:
        def ended = shell.shell("ams-shell --output ndjson eval '$rows' | head -n 1; echo \"code \${PIPESTATUS[0]}\"")

        then:
        ended.out == '"row 1"\ncode 141\n'
        ended.err.readLines().size() < 2000
    }

    def "--color #color is #colored in a pipe"() {
        expect:
        shell.run('--color', color, '--sandbox', 'eval', "${JOB}.state").out == out

        where:
        color    | colored        || out
        'always' | 'colour'       || '\u001b[36mProcessing\u001b[0m\n'
        'auto'   | 'none'         || 'Processing\n'
        'never'  | 'none'         || 'Processing\n'
    }

    @Requires({ Tmux.installed })
    def "on a terminal with #environment states are coloured: #colored"() {
        when:
        def seen = onTerminal("--color $color eval ERROR", environment)

        then:
        seen.contains(colored ? '\u001b[31mError\u001b[0m' : 'Error')
        seen.contains('\u001b') == colored

        where:
        color    | environment                       || colored
        'auto'   | [TERM: 'xterm']                   || true
        'auto'   | [TERM: 'xterm', NO_COLOR: '']     || true
        'auto'   | [TERM: 'xterm', NO_COLOR: '1']    || false
        'auto'   | [TERM: 'dumb']                    || false
        'never'  | [TERM: 'xterm']                   || false
        'always' | [TERM: 'xterm', NO_COLOR: '1']    || true
    }

    @Requires({ Tmux.installed })
    def "a table fits the terminal, and text that is shown there is harmless"() {
        expect:
        onTerminal("eval '[[a: \"x\" * 200]]'", [:], 50).readLines() == ['a', 'x' * 25 + '\u2026' + 'x' * 24]
        onTerminal("eval '[[a: \"x\" * 200]]'", [LC_ALL: 'de_DE.ISO-8859-1'], 50).readLines().last() == 'x' * 24 + '...' + 'x' * 23
        onTerminal("eval '\"a\\u001b[2Jb\"'", [:], 50).readLines() == ['a\\u001b[2Jb']
    }

    /** What a run writes to a terminal, byte by byte. */
    private String onTerminal(String arguments, Map<String, String> environment, int width = 80) {
        terminal?.close()
        def log = shell.home.resolve('typescript')
        // tmux has a TERM of its own
        def exports = environment.collect { name, value -> "export $name=$value; " }.join('')
        def command = Files.writeString(shell.home.resolve('command'), "$exports${AmsShellProcess.LAUNCHER} $arguments")
        terminal = new Tmux("script -qc 'sh $command' $log > /dev/null", [HOME: shell.home.toString()], width)
        terminal.ends()
        def lines = log.toFile().getText('UTF-8').replace('\r\n', '\n').readLines()
        return lines.findAll { !it.startsWith('Script ') && it }.join('\n')
    }

    @Requires({ Tmux.installed })
    def "the prompt shows the first rows, as wide as the terminal is, and show all of them"() {
        given:
        terminal = new Tmux("${AmsShellProcess.LAUNCHER} --sandbox", [HOME: new AmsShellProcess().home.toString()], 60, 80)
        terminal.shows(/ams>$/)

        when:
        terminal.enter('1..70')
        then:
        terminal.shows(/\n50\n\.\.\. and 20 more; 'show' prints all\nams>$/)

        when:
        terminal.enter('show(1..70)')
        then:
        terminal.shows(/\n69\n70\nams>$/)

        when:
        terminal.enter('[[long: "x" * 200]]')
        then:
        terminal.shows(/(?m)^x{30}\u2026x{29}$/)

        when:
        terminal.enter('def show(x) { "mine" + x }')
        terminal.enter('show 5')
        then:
        terminal.shows(/\nmine5\n/)
    }
}
