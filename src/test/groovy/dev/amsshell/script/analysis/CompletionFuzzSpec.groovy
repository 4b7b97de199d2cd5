package dev.amsshell.script.analysis

import dev.amsshell.dsl.Words
import dev.amsshell.testing.Cases
import spock.lang.Shared
import spock.lang.Specification

/** Whatever is typed, and wherever the cursor is, there is an answer. */
class CompletionFuzzSpec extends Specification {
    static final List<String> PIECES = [
        'ams', '.', '?.', '*.', '.&', '..', '(', ')', '[', ']', '{', '}', '${', '"', "'", '"""', "'''", '/', '$/', '/$', '\\', '\n', ' ', ',', ';', ':', '::', '->',
        '=', '==', '!=', '=~', '?:', '?', '<', '>', '<<', '+', '-', '*', '!', '@', '#', '~', '$', '_', 'job', 'jobs', 'state', 'tasks', 'it', 'where', 'filter',
        'each', 'await', 'until', 'timeout', 'orderBy', 'states', 'since', 'on', 'def', 'int', 'new', 'in', 'as', 'for', 'if', 'else', 'switch', 'case', 'try',
        'catch', 'class', 'import', 'static', 'return', 'this', 'super', 'null', 'Job', 'List', 'Map', 'Math', 'Person', 'x', 'y', '1', '2.5', '0x', '1e', '// ',
        '/*', '*/', '#!', 'created desc', 'é', '😀', '\t', '\r\n', '\u0000', 'ams.jobs.', 'query.where { ', 'job.tasks.each { ', 'def f(Job j) { ',
        'for (j in ams.jobs) { ', "ams.job('", 'import java.util.', 'names[0', 'query.groupBy { it.name }.each { ',
    ]

    @Shared
    def completer = new Completer(new Words())

    def "nothing that is typed makes it fail"() {
        given:
        def scope = Surroundings.scope()

        expect:
        Cases.run(20_000) { number, Random random ->
            def text = (0..random.nextInt(14)).collect { PIECES[random.nextInt(PIECES.size())] }.join('')
            int cursor = random.nextInt(text.length() + 1)
            def suggestions = completer.complete(text, cursor, scope)
            assert 0 <= suggestions.start() && suggestions.start() <= suggestions.end() && suggestions.end() == cursor: text
            completer.explain(text, cursor, scope)
        }
    }

    def "nor does what is long: #what"() {
        expect:
        completer.complete(text, text.length(), Surroundings.scope()) != null
        completer.explain(text, text.length(), Surroundings.scope()) != null

        where:
        what               | text
        'brackets'         | '(' * 3000 + 'job.'
        'blocks'           | 'query.each { ' * 300 + 'it.'
        'a chain'          | 'job' + '.tasks' * 1000 + '.'
        'nested calls'     | 'job.foo(' * 500 + ')' * 500 + '.'
        'a sum'            | '(' + '1 + ' * 1000 + '1).'
        'declarations'     | (1..300).collect { "def a$it = a${it - 1} ?: job\n" }.join('') + 'a300.'
    }
}
