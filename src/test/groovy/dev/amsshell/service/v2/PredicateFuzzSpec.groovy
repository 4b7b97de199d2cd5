package dev.amsshell.service.v2

import com.fasterxml.jackson.core.json.JsonWriteFeature
import com.fasterxml.jackson.databind.json.JsonMapper
import dev.amsshell.query.Condition
import dev.amsshell.query.Entities
import dev.amsshell.query.Operand
import dev.amsshell.query.Operator
import dev.amsshell.query.Selection
import dev.amsshell.sandbox.NewJobs
import dev.amsshell.testing.Cases
import dev.amsshell.testing.Predicates
import dev.amsshell.testing.SandboxedClient
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What is sent means what it means here. */
class PredicateFuzzSpec extends Specification {
    static final NAME = Entities.JOBS.property('name')

    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient('''
        [account]
        jobs = 150
        order = "shuffled"
        new-job-every = "never"
        '''.stripIndent())

    static Selection jobs(Condition condition) {
        return new Selection(Entities.JOBS, condition, [], Selection.ALL)
    }

    void submit(String name) {
        // escaped, since half a surrogate pair cannot be sent otherwise
        def json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writeValueAsString(NewJobs.job(client.other, [Name: name]))
        def verbose = 'application/json;odata=verbose'
        assert client.other.send('POST', 'Jobs', ['Content-Type': verbose, Accept: verbose], json).statusCode() == 201
    }

    List<String> ids(Condition condition) {
        return client.service.list(jobs(condition)).collect { it.id() }
    }

    def "10,000 predicates choose the same jobs when they are sent and when they are evaluated here"() {
        given:
        [null, '', "it's", 'ü%20&+', "') or true or ('", '\n'].each { submit(it) }
        def all = client.service.list(jobs(Condition.TRUE)).toList()
        def reached = 0

        expect:
        Cases.run(10_000) { number, random ->
            def condition = new Predicates(random, all).condition(random.nextInt(4))
            def expected = all.findAll { condition.test(it) }*.id() as Set
            def ids = ids(condition)
            assert ids as Set == expected: condition
            assert ids.size() == expected.size(): condition
            assert client.service.count(jobs(condition)) == expected.size(): condition
            reached += expected.size() in 1..<all.size() ? 1 : 0
        }
        reached > 0 || System.getProperty('fuzz.case')
    }

    def "10,000 hostile names are found by what they are, and nothing else is"() {
        expect:
        Cases.run(10_000) { number, random ->
            def name = hostile(random)
            submit(name)
            def equal = new Condition.Comparison(new Operand.Of(NAME), Operator.EQUAL, new Operand.Value(name))
            def found = client.service.list(jobs(equal)).toList()
            assert found && found.every { it.name() == name }: name.inspect()
            def part = name.substring(random.nextInt(name.length()).intdiv(2))
            assert ids(new Condition.Match(NAME, Condition.Match.Place.END, part)).containsAll(found*.id()): part.inspect()
        }
    }

    private static String hostile(Random random) {
        def pieces = ["'", "''", '"', '%', '%27', '%00', '&', '+', '#', '?', '/', '\\', '\n', '\r\n', '\t', '\u0001', '\u0085', '\u202e', '\u2028', '\ufeff',
                      'ü', 'e\u0301', '東', '😀', '\ud83d', '\ude00', '$filter=', ' or true', "') or ('", '<b>', '=cmd()', '\u0000', '{', '}', '..', ';', ' ', 'a']
        return (0..random.nextInt(8)).collect { pieces[random.nextInt(pieces.size())] }.join() + 'x'
    }
}
