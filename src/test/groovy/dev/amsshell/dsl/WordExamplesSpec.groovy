package dev.amsshell.dsl

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Failure
import dev.amsshell.base.Io
import dev.amsshell.script.Outcome
import dev.amsshell.script.ScriptEngine
import dev.amsshell.script.Source
import dev.amsshell.testing.Printing
import dev.amsshell.testing.SandboxedClient
import dev.amsshell.testing.ScriptedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What is said of the words is true: their examples run, and what they are said to throw they throw. */
class WordExamplesSpec extends Specification {
    static final ID = 'f3c43f94-327f-2347-90bb-3bf79f8559f1'
    static final NOBODY = ID.replace('f3c4', '0000')
    static final STUCK = 'f3c43f94-327f-2347-90bb-000000000100'
    static final SMALL = '[account]\njobs = 60'
    static final ALL = new Words().all()
    static final EXIT_CODES = [USAGE: 2, AUTHENTICATION: 4, SERVICE: 5, NO_SUCH_JOB: 8, JOB_FAILED: 6, JOB_CANCELED: 7, STATE_MISSED: 1, DEADLINE: 124]

    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient(SMALL)

    @Shared
    @AutoCleanup
    SandboxedClient stuck = new SandboxedClient("""$SMALL
        [[jobs]]
        id = "$STUCK"
        name = "Stuck"
        state = "processing"
        work = "10m"
        sticks-at = 100
        """)

    static Outcome run(Ams ams, String text) {
        def io = new Io(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), System.err, false, false, false)
        def engine = new ScriptEngine([ams: ams, id: ID], io, Optional.empty())
        return engine.run(new Source('example', text, null), [], new Cancellation(), { Printing.table(it) })
    }

    def "the example of #help.owner #help.word runs: #help.example"() {
        when:
        def outcome = run(client.ams, help.example())

        then:
        outcome instanceof Outcome.Value || outcome instanceof Outcome.Exit && help.word() == 'exit'

        where:
        help << ALL
    }

    def "what goes wrong with #word is what is said of it: #script"() {
        given:
        def (owner, name) = word.split(/\./)
        def claim = ALL.find { it.owner() == owner && it.word() == name }.errors()

        when:
        def error = run(stuck.ams, script).error() as Throwable

        then:
        claim.contains(error.class.simpleName)
        claim.contains("(${error instanceof Failure ? EXIT_CODES[error.kind().name()] : 1})")

        where:
        word                   | script
        'Ams.job'              | "ams.job('nope')"
        'Ams.await'            | 'ams.await(ams.jobs.failed.newest(1))'
        'Ams.await'            | 'ams.await(ams.jobs.canceled.newest(1))'
        'Ams.await'            | "ams.await('$NOBODY')"
        'Ams.await'            | "ams.await('$STUCK', timeout: 1.hour)"
        'Ams.await'            | 'ams.await([], timout: 1.hour)'
        'Ams.settle'           | "ams.settle(['$NOBODY'])"
        'Ams.settle'           | "ams.settle(['$STUCK'], timeout: 1.hour)"
        'Ams.settle'           | 'ams.settle(id, timout: 1.hour)'
        'Ams.awaitAny'         | "ams.awaitAny(['$NOBODY'])"
        'Ams.awaitAny'         | "ams.awaitAny(['$STUCK'], timeout: 1.hour)"
        'Ams.awaitAny'         | 'ams.awaitAny([id], timout: 1.hour)'
        'Ams.help'             | "ams.help('jbos')"
        'Ams.on'               | "ams.on('nope')"
        'JobHandle.state'      | "ams.job('$NOBODY').state"
        'JobHandle.tasks'      | "ams.job('$NOBODY').tasks"
        'JobHandle.inputs'     | "ams.job('$NOBODY').inputs"
        'JobHandle.outputs'    | "ams.job('$NOBODY').outputs"
        'JobHandle.snapshot'   | "ams.job('$NOBODY').snapshot"
        'JobHandle.await'      | "ams.job('$NOBODY').await()"
        'JobHandle.await'      | "ams.job('$STUCK').await(timeout: 1.hour)"
        'JobHandle.await'      | 'ams.jobs.failed.newest(1).each { ams.job(it).await() }'
        'JobHandle.await'      | 'ams.jobs.canceled.newest(1).each { ams.job(it).await() }'
        'JobHandle.settle'     | "ams.job('$NOBODY').settle()"
        'JobHandle.settle'     | "ams.job('$STUCK').settle(timeout: 1.hour)"
        'JobHandle.cancel'     | 'ams.jobs.finished.newest(1).each { ams.job(it).cancel() }'
        'JobHandle.cancel'     | "ams.job('$NOBODY').cancel()"
        'JobHandle.delete'     | "ams.job('$STUCK').delete()"
        'JobHandle.delete'     | "ams.job('$NOBODY').delete()"
        'JobHandle.priority'   | "ams.job('$STUCK').priority = 10"
        'JobHandle.priority'   | "ams.job('$NOBODY').priority = 10"
        'JobHandle.priority'   | "ams.job('$STUCK').priority = -1"
        'Query.cancel'         | 'ams.tasks.cancel()'
        'Query.delete'         | 'ams.assets.delete()'
        'Query.priority'       | 'ams.jobs.priority = -1'
        'Query.failed'         | 'ams.assets.failed'
        'Query.active'         | 'ams.processors.active'
        'Query.states'         | "ams.jobs.states('Finsihed')"
        'Query.states'         | 'ams.assets.states(ERROR)'
        'Query.since'          | 'ams.jobs.since(2)'
        'Query.since'          | 'ams.processors.since(2.hours).count()'
        'Query.between'        | "ams.jobs.between(2.hours, 'soon')"
        'Query.between'        | 'ams.jobs.between(1.hour, 2.hours)'
        'Query.longerThan'     | 'ams.jobs.longerThan(60)'
        'Query.named'          | 'ams.jobs.named(null)'
        'Query.where'          | "ams.jobs.where(raw: 'nonsense').count()"
        'Query.orderBy'        | "ams.jobs.orderBy('size')"
        'Query.newest'         | 'ams.processors.newest()'
        'Query.oldest'         | 'ams.processors.oldest(2)'
        'Query.first'          | 'ams.jobs.first(-1)'
        'Query.withTasks'      | 'ams.assets.withTasks()'
        'Query.await'          | 'ams.jobs.failed.newest(1).await()'
        'Query.await'          | "ams.jobs.where { id == '$STUCK' }.await(timeout: 1.hour)"
        'Query.settle'         | "ams.jobs.where { id == '$STUCK' }.settle(timeout: 1.hour)"
        'await.timeout'        | 'ams.job(id).await(timeout: 30)'
        'await.timeout'        | "ams.job('$STUCK').await(timeout: 1.hour)"
        'await.until'          | "ams.job(id).await(until: 'soon')"
        'await.until'          | 'ams.jobs.finished.newest(1).await(until: CANCELED)'
        'await.every'          | 'ams.job(id).await(every: 0.seconds)'
        'await.stall'          | 'ams.job(id).await(stall: 5)'
        'await.onChange'       | "ams.job(id).await(onChange: 'print')"
        'await.appear'         | 'ams.job(id).await(appear: 1.minute)'
        'await.appear'         | "ams.jobs.named('nobody').await(appear: 1.minute)"
        'since.on'             | "ams.jobs.since(2.hours, on: 'name')"
        'between.on'           | "ams.jobs.between(2.hours, 1.hour, on: 'noon')"
        'where.raw'            | "ams.jobs.where(raw: ' ')"
        'where.raw'            | "ams.jobs.where(raw: 'nonsense').count()"
        'Job.tasks'            | 'ams.jobs.first().tasks'
        'Job.progress'         | 'ams.jobs.first().progress'
        'Job.errors'           | 'ams.jobs.first().errors'
        'Number.weeks'         | 'Long.MAX_VALUE.weeks'
        'Duration.ago'         | '999_999_999_999.days.ago'
        'Duration.fromNow'     | '999_999_999_999.days.fromNow'
        'Script.exit'          | 'exit(256)'
    }

    def "what is not permitted is WriteRefused, as is said of #word: #script"() {
        given:
        def fresh = new SandboxedClient(SMALL)
        fresh.onPlan = { throw new WriteRefused('no', '') }
        def (owner, name) = word.split(/\./)

        expect:
        run(fresh.ams, script).error() instanceof WriteRefused
        ALL.find { it.owner() == owner && it.word() == name }.errors().contains('WriteRefused (2)')

        cleanup:
        fresh.close()

        where:
        word                 | script
        'JobHandle.cancel'   | 'ams.job(id).cancel()'
        'JobHandle.delete'   | 'ams.jobs.failed.newest(1).each { ams.job(it).delete() }'
        'JobHandle.priority' | 'ams.jobs.queued.newest(1).each { ams.job(it).priority = 10 }'
        'Query.cancel'       | 'ams.jobs.active.cancel()'
        'Query.delete'       | 'ams.jobs.done.delete()'
        'Query.priority'     | 'ams.jobs.queued.priority = 10'
    }

    def "what cannot be sent does not compile, as is said of where"() {
        expect:
        run(client.ams, 'ams.jobs.where { name ==~ /x/ }') instanceof Outcome.CompileFailure
        new Words().of(Query, 'where').get().errors().startsWith('does not compile (3)')
    }

    def "what a service that answers #status throws is what is said of #word: #script"() {
        given:
        def server = new ScriptedServer(ScriptedServer.json('{}', status))
        def service = SandboxedClient.service(server.root, client.clock, [])

        expect:
        run(new Ams({ service }, client.clock, null, {}, new Host({}, { it }, {})), script).error().class.simpleName == error
        new Words().of(type, word).get().errors().contains(error)

        cleanup:
        service.close()
        server.close()

        where:
        [type, word, script, [status, error]] << [
            [[JobHandle, 'state', 'ams.job(id).state'], [JobHandle, 'exists', 'ams.job(id).exists()'], [Query, 'count', 'ams.jobs.count()'],
             [Query, 'first', 'ams.jobs.first()'], [Query, 'countBy', 'ams.jobs.countBy { it.state }']],
            [[403, 'AccessRefused'], [400, 'RequestRefused']]].combinations().collect { [*it[0], it[1]] }
    }

    def "a service that cannot be reached is Unreachable, as is said"() {
        given:
        def server = new ScriptedServer('')
        def service = SandboxedClient.service(server.root, client.clock, [])
        server.close()

        expect:
        run(new Ams({ service }, client.clock, null, {}, new Host({}, { it }, {})), 'ams.jobs.count()').error().class.simpleName == 'Unreachable'
        new Words().of(Query, 'count').get().errors().contains('Unreachable (5)')

        cleanup:
        service.close()
    }
}
