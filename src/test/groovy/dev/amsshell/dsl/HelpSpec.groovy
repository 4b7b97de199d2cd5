package dev.amsshell.dsl

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.render.Format
import dev.amsshell.testing.Printing
import spock.lang.Specification

class HelpSpec extends Specification {
    /** No service is configured. */
    def ams = new Ams({ throw new IllegalStateException('nothing is configured') }, null, null, {}, new Host({}, { it }, {}))

    def "the words of the account, of jobs and of queries are a table that fits a terminal of 80 columns"() {
        when:
        def lines = Printing.table(ams.help(), Printing.terminal(80)).readLines()

        then:
        lines[0] ==~ /of\s+word\s+does/
        lines[1] ==~ 'ams +jobs +all jobs, to be narrowed down; nothing is fetched yet'
        lines.any { it ==~ 'job +state +what it is doing, such as Processing' }
        lines.any { it ==~ 'query +failed +only those in state Error' }
        !lines.any { it.contains('…') }
    }

    def "as JSON they are a list of objects"() {
        given:
        def rows = new ObjectMapper().readValue(Printing.text(Printing.printer(Format.JSON), ams.help()), List)

        expect:
        rows.size() == [Ams, JobHandle, Query].sum { new Words().of(it).size() }
        rows[0] == [of: 'ams', word: 'jobs', does: 'all jobs, to be narrowed down; nothing is fetched yet']
    }

    def "about one word everything is told"() {
        expect:
        Printing.table(ams.help('countBy'), Printing.terminal(80)) == '''\
            of     about    text
            query  written  countBy { kind }
            query  does     how many there are of each kind
            query  example  ams.jobs.countBy { it.state }
            query  errors   AccessRefused (4), RequestRefused or Unreachable (5)
            '''.stripIndent()
    }

    def "a word that is known to several tells what it is to each, and its options"() {
        given:
        def lines = ams.help('await')

        expect:
        lines*.of().unique() == ['ams', 'job', 'query', 'await']
        lines.findAll { it.about() == 'written' }*.text() ==
            ['await(jobs, timeout:, until:, ...)', 'await(timeout:, until:, ...)', 'await(timeout:, until:, ...)']
        lines.findAll { it.of() == 'await' }*.about() == ['timeout:', 'until:', 'every:', 'stall:', 'onChange:', 'appear:']
    }

    def "help on #word fits a terminal of 80 columns"() {
        expect:
        !Printing.table(ams.help(word), Printing.terminal(80)).contains('…')

        where:
        word << new Words().all()*.word().unique()
    }

    def "for the unknown word '#typed' it is said: #message"() {
        when:
        ams.help(typed)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        typed      || message
        'jbos'     || "no word 'jbos'; did you mean jobs?"
        'Failed'   || "no word 'Failed'; did you mean failed?"
        'timeot'   || "no word 'timeot'; did you mean timeout?"
        'orderby'  || "no word 'orderby'; did you mean orderBy?"
        'long'     || "no word 'long'; did you mean longerThan?"
        'frobnify' || "no word 'frobnify'; ams.help() lists those there are"
        ''         || "no word ''; ams.help() lists those there are"
        "${'x'}yz" || "no word 'xyz'; ams.help() lists those there are"
    }
}
