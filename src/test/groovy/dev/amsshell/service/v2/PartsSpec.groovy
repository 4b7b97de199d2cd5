package dev.amsshell.service.v2

import static dev.amsshell.query.Operator.EQUAL
import static dev.amsshell.service.v2.FilterPrinterSpec.among
import static dev.amsshell.service.v2.FilterPrinterSpec.is
import static dev.amsshell.service.v2.FilterPrinterSpec.match

import dev.amsshell.job.JobState
import dev.amsshell.query.Condition
import dev.amsshell.query.Condition.All
import dev.amsshell.query.Condition.Among
import dev.amsshell.query.Condition.Any
import dev.amsshell.query.Condition.Here
import dev.amsshell.query.Condition.Match
import dev.amsshell.query.Condition.Not
import dev.amsshell.query.Condition.Raw
import dev.amsshell.query.Entities
import java.time.Clock
import spock.lang.Specification

class PartsSpec extends Specification {
    static final JOBS = new EntitySets(Clock.systemUTC()).of(Entities.JOBS)
    static final LONGEST = 300
    static final UNSENDABLE = new Here('odd', 'it cannot be said', { false })
    static final IDS = (1..40).collect { "nb:jid:UUID:00000000-0000-0000-0000-0000000000${it.toString().padLeft(2, '0')}" }

    static Parts parts(Condition condition) {
        def parts = Parts.of(condition, JOBS, LONGEST)
        assert parts.filters().every { UrlText.encode(it).length() <= LONGEST }
        return parts
    }

    def "what is always so needs no filter, and what is never so no request"() {
        expect:
        parts(Condition.TRUE).filters() == ['']
        parts(new All([])).filters() == ['']
        parts(new All([is('priority', EQUAL, 1), Condition.FALSE])).filters() == []
        parts(new Not(Condition.TRUE)).filters() == []
    }

    def "what cannot be sent is tested here, and the rest is sent"() {
        when:
        def parts = parts(new All([is('priority', EQUAL, 1), UNSENDABLE]))

        then:
        parts.filters() == ['Priority eq 1']
        parts.here() == [(UNSENDABLE): 'it cannot be said']
    }

    def "an alternative that cannot be sent keeps the whole choice here"() {
        given:
        def choice = new Any([is('priority', EQUAL, 1), new Not(UNSENDABLE)])

        expect:
        parts(choice).filters() == ['']
        parts(choice).here().keySet() == [choice] as Set
    }

    def "a negated choice falls apart into parts of which each is sent or not"() {
        when:
        def parts = parts(new Not(new Any([is('priority', EQUAL, 1), UNSENDABLE])))

        then:
        parts.filters() == ['Priority ne 1']
        parts.here().keySet() == [new Not(UNSENDABLE)] as Set
    }

    def "half a surrogate pair is never sent"() {
        given:
        def condition = match(Match.Place.START, 'a\ud83d')

        expect:
        parts(condition).filters() == ['']
        parts(condition).here() == [(condition): 'half a surrogate pair does not survive a URL']
    }

    def "a long list of values is cut, each value sent once, the rest of the filter with each"() {
        when:
        def parts = parts(new All([is('priority', EQUAL, 1), among('id', *IDS)]))
        def sent = parts.filters().collectMany { (it =~ /Id eq '([^']+)'/).collect { it[1] } }

        then:
        parts.filters().size() == 10
        parts.filters().every { it.startsWith('Priority eq 1 and ') }
        sent == IDS
        parts.areDisjoint()
        parts.here().isEmpty()
    }

    def "a long choice is cut, too, and a row may come with several of its pieces"() {
        when:
        def parts = parts(new Any((1..30).collect { match(Match.Place.ANYWHERE, "part number $it") }))

        then:
        parts.filters().size() > 1
        parts.filters().join().count('substringof') == 30
        !parts.areDisjoint()
    }

    def "of two long lists one is cut, and the other is tested here"() {
        given:
        def names = among('name', *(1..15).collect { 'a name of some length ' + it })

        when:
        def parts = parts(new All([among('id', *IDS), names]))

        then:
        parts.filters().size() == 10
        parts.here() == [(names): 'too long for a URL']
        parts.areDisjoint()
    }

    def "a list is tested here when one of its values alone is too long, or anything beside it"() {
        given:
        def names = among('name', 'a' * 400, 'b' * 400, 'c')
        def none = new Not(among('name', *(1..40).collect { 'a name of some length ' + it }))

        expect:
        parts(names).filters() == ['']
        parts(names).here().keySet() == [names] as Set
        parts(new All([among('id', *IDS), none])).filters().size() == 10
        parts(new All([among('id', *IDS), none])).here().keySet() == [none] as Set
    }

    def "where it takes fewer requests to read everything, that is done"() {
        given:
        def ids = new Among(Entities.JOBS.property('id'), (1..400).collect { "nb:jid:UUID:00000000-0000-0000-0000-000000000${100 + it}".toString() })

        expect:
        parts(new All([is('priority', EQUAL, 1), ids])).filters() == ['Priority eq 1']
        parts(new All([is('priority', EQUAL, 1), ids])).here() == [(ids): 'so many values would take more requests than reading everything']
    }

    def "a state that has no code is never sent"() {
        given:
        def odd = among('state', JobState.unknown('missing'))

        expect:
        parts(odd).here() == [(odd): 'nobody knows the code of Unknown(missing)']
    }

    def "what is too long and cannot be cut is tested here"() {
        given:
        def none = new Not(among('id', *IDS))

        expect:
        parts(new All([is('priority', EQUAL, 1), none])).filters() == ['Priority eq 1']
        parts(new All([is('priority', EQUAL, 1), none])).here() == [(none): 'too long for a URL']
        parts(is('name', EQUAL, 'x' * 400)).filters() == ['']
    }

    def "a filter in the service's own language is never left out"() {
        when:
        parts(new Raw("Name eq '${'x' * 400}'"))

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'where(raw: ...) is too long to be sent: there is room for 300 characters'
    }
}
