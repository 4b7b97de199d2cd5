package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** How an input is typed, pasted, found again and edited. */
@Requires({ Tmux.installed })
class PromptEntrySpec extends Specification {
    @Shared
    def home = new AmsShellProcess().home
    @Shared
    @AutoCleanup
    PromptTerminal terminal = new PromptTerminal(home: home, environment: [EDITOR: "$home/editor"])

    def setup() {
        terminal.fresh()
    }

    /** Types a line as a person does, who looks at the screen before going on. */
    def typeLine(String line) {
        terminal.type(line)
        terminal.shows(/(?m)^(ams>|  ->) .*\Q${line}\E\z/)
        terminal.press('Enter')
        terminal.shows(/(?m)^  ->\z/)
    }

    /** An editor that does this with its file, which is {@code $1}. */
    def editor(String does) {
        def file = home.resolve('editor').toFile()
        file.text = "#!/bin/sh\n$does\n"
        file.executable = true
    }

    def "an input goes on until its brackets are closed"() {
        when:
        terminal.enter('def twice(x) {')
        terminal.enter('x * 2')
        terminal.enter('}')
        terminal.enter('twice(21)')

        then:
        terminal.shows(/\n42\n/)
    }

    def "an input goes on after a line that ends in #why"() {
        when:
        typeLine(line)
        terminal.enter(rest)

        then:
        terminal.shows(/\n$result\nams>\z/)

        where:
        why            | line                   | rest      || result
        'an operator'  | '100 +'                | '23'      || 123
        'a comma'      | 'Math.max 100,'        | '124'     || 124
        'a dot'        | '"abc".'               | 'size()'  || 3
        'an open text' | '"""abc'               | 'def"""'  || 'abc\ndef'
        'a comment'    | '/* to be continued'   | '*/ 125'  || 125
        'else'         | 'if (false) 1 else'    | '126'     || 126
    }

    def "what cannot become right is refused at once"() {
        when:
        terminal.enter('1 + )')

        then:
        terminal.shows(/input\d+:1:\d: .*\n.*1 \+ \)\n.*\^\nams>\z/)
    }

    def "the lines of a block are indented, and the bracket that closes it is not"() {
        when:
        typeLine('def f(x) {')
        typeLine('if (x) {')
        typeLine('x')
        typeLine('}')
        terminal.type('}')

        then:
        terminal.shows(/\Aams> def f\(x\) \{\n  ->   if \(x\) \{\n  ->     x\n  ->   }\n  -> }\z/)
    }

    def "200 lines are pasted as one input"() {
        when:
        terminal.paste('def sum = 0\n' + '\tsum += 1\n' * 198 + 'sum')
        terminal.shows(/  -> sum\z/)
        terminal.press('Enter')
        terminal.shows(/\n198\nams>\z/)
        terminal.enter(':history sum = 0')

        then:
        terminal.shows(/(?m)^ +_\d+  def sum = 0 ... \(200 lines\)$/)
    }

    def "pasted steps that begin with a dot belong to the line before"() {
        when:
        terminal.paste('[1, 2]\n  .collect { it + 1 }\n  .sum()')
        terminal.press('Enter')

        then:
        terminal.shows(/\n5\nams>\z/)
    }

    def "what a plain terminal pastes is evaluated input by input, with the blanks that it has"() {
        when:
        terminal.pastePlainly('def g(x) {\n  if (x) {\n    x + 1\n  }\n}\n\ng(1000)\n')

        then:
        terminal.shows(/\Aams> def g\(x\) \{\n  ->   if \(x\) \{\n  ->     x \+ 1\n  ->   }\n  -> }\nams>\nams> g\(1000\)\n1001\nams>\z/)
    }

    def "200 lines that a plain terminal pastes are all there"() {
        when:
        terminal.pastePlainly('def many(x) {\n' + '  x += 1\n' * 198 + '}\nmany(2000)\n')

        then:
        terminal.shows(/\n2198\nams>\z/)
    }

    def "a line that begins with a dot goes on from the last result"() {
        when:
        terminal.enter('[1, 2, 300]')
        terminal.enter('.findAll { it < 100 }')
        terminal.enter('  .sum() + 900')

        then:
        terminal.shows(/\n903\nams>\z/)
    }

    def "two empty lines end an input that would never end"() {
        when:
        terminal.enter('foo(')
        terminal.press('Enter', 'Enter')

        then:
        terminal.shows(/input\d+:\d:\d: Unexpected input: /)
        terminal.isReady()
    }

    def "Alt-Enter breaks a line that could end"() {
        when:
        terminal.type('def b = 20')
        terminal.press('M-Enter')
        terminal.shows(/(?m)^  ->\z/)
        terminal.enter('b + 701')

        then:
        terminal.shows(/(?m)^ams> def b = 20\n  -> b \+ 701\n721\nams>\z/)
    }

    def "keywords, strings, numbers and comments have colours"() {
        when:
        terminal.type('def a = [1, "two", null] // hi')

        then:
        terminal.showsStyled(/ \e\[1m\e\[34mdef\e\[0m.* a = \[\e\[36m1\e\[39m, \e\[32m"two"\e\[39m, \e\[1m\e\[34mnull\e\[0m.*] \e\[2m\/\/ hi/)
    }

    def "a bracket at the cursor is shown with its partner"() {
        when:
        terminal.type('foo(1, [2])')
        then:
        terminal.showsStyled(/foo\e\[1;4m\(\e\[0m.*\e\[1;4m\)/)

        when:
        terminal.press('Left', 'Left')
        then:
        terminal.showsStyled(/foo\(.*\e\[1;4m\[\e\[0m.*2\e\[1;4m.*]\e\[0m.*\)/)
    }

    def "backslashes, exclamation marks and dollars are what they are in Groovy"() {
        when:
        terminal.enter("'a\\\\b!!\$' + !true")

        then:
        terminal.shows(/\na\\b!![$]false\nams>\z/)
    }

    def "an input that is no Groovy is refused in one message"() {
        when:
        terminal.enter('"a$"')
        terminal.shows(/input\d+:1:\d: .*\n/)
        terminal.shows(/ams>\z/)

        then:
        terminal.screen().startsWith('ams> "a$"\ninput')
    }

    def "Up brings back an input with all its lines"() {
        when:
        typeLine('[400,')
        terminal.enter('  4].sum()')
        terminal.shows(/\n404\nams>\z/)
        terminal.press('C-l', 'Up')
        terminal.showsNow(/\Aams> \[400,\n.*4]\.sum\(\)\z/)
        terminal.press('Enter')

        then:
        terminal.showsNow(/\Aams> \[400,\n.*4]\.sum\(\)\n404\nams>\z/)
    }

    def "Ctrl-R finds an earlier input by a part of it, in whatever case"() {
        when:
        terminal.enter('def needle = "Hay" + "stack"')
        terminal.enter('1 + 1')
        terminal.shows(/\n2\nams>\z/)
        terminal.press('C-r')
        terminal.shows(/bck-i-search: _?\z/)
        terminal.type('haY')
        terminal.shows(/ams> def needle = "Hay" \+ "stack"\n.*search: haY_?\z/)
        terminal.press('Enter')

        then:
        terminal.shows(/"stack"\nHaystack\nams>\z/)
    }

    def "while something is typed the last input that begins so is suggested, and #key takes it"() {
        when:
        terminal.enter("'${key}'.size() + 600")
        terminal.shows(/\n\d+\nams>\z/)
        terminal.type("'${key}'.")
        then:
        terminal.showsStyled(/size\(\) \+ 600/)

        when:
        terminal.press(key)
        terminal.press('Enter')
        then:
        terminal.shows(/\n${key.size() + 600}\n(.*\n)*${key.size() + 600}\nams>\z/)

        where:
        key << ['Right', 'End', 'C-e']
    }

    def "a suggestion that is not taken is not evaluated"() {
        when:
        terminal.enter('700 + 1')
        terminal.shows(/\n701\nams>\z/)
        terminal.type('700')
        terminal.showsStyled(/700.*\+ 1/)
        terminal.press('Enter')

        then:
        terminal.shows(/\n700\nams>\z/)
    }

    def ":edit leaves what was written in the editor at the prompt, to be entered or changed"() {
        given:
        editor("printf '[800,\\n1].sum()\\n' > \"\$1\"")

        when:
        terminal.enter(':edit')
        terminal.shows(/(?m)^ams> \[800,\n  -> 1]\.sum\(\)\z/)
        terminal.enter('+ 10')

        then:
        terminal.shows(/\n811\nams>\z/)
    }

    def ":edit begins with #what"() {
        given:
        editor('sed -i "s/9/8/g" "$1"')

        when:
        terminal.enter('99 + 1')
        terminal.shows(/\n100\nams>\z/)
        terminal.enter(command)

        then:
        terminal.shows(/(?m)^ams> $draft\z/)

        where:
        what             | command      || draft
        'the last input' | ':edit'      || /88 \+ 1/
        'what it is given' | ':edit 9*9' || /8\*8/
    }

    def "an editor that fails is told"() {
        given:
        editor('exit 3')

        when:
        terminal.enter(':edit')

        then:
        terminal.shows(/editor' ended with 3\n.* is what it was before\.\nams>\z/)
    }
}
