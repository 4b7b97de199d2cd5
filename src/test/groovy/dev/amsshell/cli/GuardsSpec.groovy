package dev.amsshell.cli

import dev.amsshell.base.Failure
import dev.amsshell.config.Endpoint
import dev.amsshell.config.Location
import dev.amsshell.config.Profile
import dev.amsshell.config.SecretSource
import dev.amsshell.config.SignIn
import dev.amsshell.dsl.ChangePlan
import dev.amsshell.dsl.WriteGuard
import dev.amsshell.dsl.WriteRefused
import dev.amsshell.job.Change
import dev.amsshell.testing.SampleJobs
import spock.lang.Specification

/** Who may change what. */
class GuardsSpec extends Specification {
    static final PLAN = new ChangePlan(new Change.Cancel(), 'https://h.example/api/', [SampleJobs.job(name: 'Night')],
        [new ChangePlan.LeftOut(SampleJobs.job(), 'it is Finished')])

    List<String> notices = []

    static Profile profile(String name, boolean isReadOnly) {
        def at = new Location.At(Endpoint.parse('https://h.example/api/', 'x'))
        new Profile(name, 'profiles.toml', at, new SignIn.Token(SecretSource.of('a-token', 'token')), '2.19', isReadOnly, [] as Set, Optional.empty())
    }

    def "a script that may change nothing is refused with what it would have sent"() {
        when:
        new HeadlessGuard(false, notices.&add).permit(PLAN)

        then:
        def e = thrown(WriteRefused)
        e.kind() == Failure.Kind.USAGE
        e.message == "nothing was sent; without --allow-writes no script may ${PLAN.summary()}"
        e.advice().contains('add --allow-writes')
        notices == []
    }

    def "a script that may change something tells it, line by line"() {
        when:
        def guard = new HeadlessGuard(true, notices.&add)
        guard.permit(PLAN)
        guard.tell('done')

        then:
        notices == PLAN.summary().readLines() + 'done'
        notices.size() == 4
    }

    def "at the prompt the question is asked while nothing is drawn"() {
        given:
        def order = []
        def question = { plan -> order << plan } as WriteGuard
        def above = { Runnable ask -> order << 'cleared'; ask.run(); order << 'may be drawn again' }
        def guard = new PromptGuard(question, above, notices.&add)

        when:
        guard.permit(PLAN)
        guard.tell('one\ntwo')

        then:
        order == ['cleared', PLAN, 'may be drawn again']
        notices == ['one', 'two']
    }

    def "a profile that is read-only beats #what"() {
        given:
        def asked = []
        def guard = new ProfileGuard({ profile('prod', true) }, otherwise(asked))

        when:
        guard.permit(PLAN)

        then:
        def e = thrown(WriteRefused)
        e.message == "nothing was sent; the profile 'prod' is read-only, and does not let anybody ${PLAN.summary()}"
        e.advice().contains('read-only = true')
        asked == []

        where:
        what            | otherwise
        'a yes'         | { List told -> { plan -> told << plan } as WriteGuard }
        'allow-writes'  | { List told -> new HeadlessGuard(true, told.&add) }
    }

    def "any other profile leaves it to whoever is asked"() {
        given:
        def guard = new ProfileGuard({ profile('dev', false) }, new HeadlessGuard(allowed, notices.&add))

        when:
        guard.tell('before')
        def isRefused = false
        try {
            guard.permit(PLAN)
        } catch (WriteRefused ignored) {
            isRefused = true
        }

        then:
        isRefused == !allowed
        notices[0] == 'before'

        where:
        allowed << [true, false]
    }
}
