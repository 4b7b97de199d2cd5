package dev.amsshell.script.analysis

import dev.amsshell.dsl.Ams
import dev.amsshell.dsl.Host
import dev.amsshell.dsl.Words
import dev.amsshell.job.JobId
import dev.amsshell.script.analysis.types.StaticType
import dev.amsshell.service.MediaService
import dev.amsshell.testing.SampleJobs
import groovy.transform.CompileStatic
import java.lang.reflect.InvocationHandler
import java.lang.reflect.Proxy
import java.time.Clock
import java.util.function.Supplier
import spock.lang.Specification

/** What runs while somebody types must not do anything: every value here tells of each call it gets. */
class NothingIsCalledSpec extends Specification {
    static final List<String> TYPED = [
        "ams.job('x').cancel()", 'handle.cancel().state', 'handle.delete()', 'query.cancel()*.state', 'query.priority = handle.priority', 'query.delete()*.name',
        "ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1').await(timeout: 2.hours, until: PROCESSING).state",
        'handle.state == FINISHED', 'handle.snapshot.tasks.collect { it.progress }.max()', 'handle.name = "${handle.name}-2"',
        'query.each { it.tasks*.name }', "query.where { state == ERROR && name.startsWith('Enc') }.first().errors[0]?.code", 'query[0].state',
        'list[0].toString()', 'list.collect { it.hashCode() }.sort()', 'list*.state', 'list.size() + list.iterator().next()', 'for (x in list) { x.y }',
        'table.key.other', "table['key']", 'table.each { k, v -> k.x; v.y }', 'closure(1).x', 'closure.call().y', 'closure { it.x }.z',
        'trap.state', 'trap.on', 'trap.anything.at.all', 'trap.method(1).other', 'trap.list*.foo', 'trap[1].x', 'trap + 1', 'trap.with { state }', '-trap.x',
        'trap as String', '(trap).toString().len', '"${trap} ${trap.state}".size()', 'Lazy.CONSTANT.foo', 'new Lazy(trap.state).foo()', 'Lazy.make().x',
        'handle.with { await(); state }', 'ams.jobs.failed.filter { trap.check(it) }.count()', 'ams.await([handle, trap], timeout: trap.x)', 'trap.&state',
        "def j = ams.job(trap.id); j.tasks.find { t -> t.name == trap.name }.errors*.message.join('\\n').to",
        'show trap', 'println trap.state', 'trap?.state?.name', 'x = trap; x.state', 'handle.priority = trap.priority', 'exit(trap.code)', 'assert trap.state',
        'class A { def b = trap.x }', 'import java.util.Date', 'switch (trap) { case 1: trap.x }', 'while (trap.next()) { trap.x }', 'try { trap.x } catch (e) { e.y }',
    ]

    def calls = []

    /** As people would type them, and as the documents and samples have them. */
    static List<String> corpus() {
        def readme = new File('README.md').text.findAll(/(?s)```groovy\n(.*?)```/) { it[1] }
        def samples = new File('samples').listFiles().findAll { it.name.endsWith('.groovy') }*.text
        def examples = new Words().of(Ams)*.example()
        return TYPED + (readme + samples + examples)*.readLines().flatten()
    }

    def "completion, explanation and scanning call nothing, at every prefix of a corpus"() {
        given:
        def completer = new Completer(new Words())
        def scope = surroundings()
        def texts = corpus()

        when:
        def offered = 0
        for (text in texts) {
            for (int end = 0; end <= text.length(); end++) {
                def prefix = text.substring(0, end)
                Scan.of(prefix)
                offered += completer.complete(prefix, end, scope).all().size()
                completer.explain(text, end, scope)
            }
        }

        then:
        calls == []

        and: 'there was something to be offered'
        texts.size() > 80
        offered > 10_000
    }

    def "the values here do tell of calls: #what"() {
        given:
        def scope = values()

        when:
        call(scope)

        then:
        thrown(Throwable)
        calls

        where:
        what                 | call
        'a property'         | { it.trap.state }
        'toString'           | { it.trap.toString() }
        'hashCode'           | { it.trap.hashCode() }
        'an element'         | { it.list[0] }
        'a key'              | { it.table.key }
        'the service'        | { it.query.first() }
        'a live job'         | { it.handle.state }
        'a closure'          | { it.closure.call(1) }
        'a class that loads' | { new Lazy() }
    }

    Scope surroundings() {
        Map<String, StaticType> types = [:]
        values().each { name, value -> types[name] = StaticType.ofValue(value) }
        assert calls == []
        return new Scope(types, ['report'] as Set, [], [Lazy: Lazy, Trap: Trap], { [SampleJobs.job(name: 'Night')] })
    }

    private Map<String, Object> values() {
        Trap.calls = calls
        def isReady = false
        def service = trapped(MediaService) { String method -> !isReady && method in ['parseId', 'describe'] ? new JobId('x') : null }
        def ams = new Ams({ service } as Supplier, Clock.systemUTC(), null, { calls << "permit" }, new Host({ calls << 'show' }, { it }, { calls << 'on' }))
        Map<String, Object> values = [ams: ams, handle: ams.job('x'), query: ams.jobs.failed, list: trapped(List), table: trapped(Map), closure: { calls << it; throw new Called() },
                                      trap: new Trap(), nothing: null]
        isReady = true
        return values
    }

    private <T> T trapped(Class<T> type, Closure<?> allowed = { null }) {
        InvocationHandler handler = { proxy, method, arguments ->
            def answer = allowed(method.name)
            if (answer != null) {
                return answer
            }
            calls << method.name
            throw new Called()
        }
        return type.cast(Proxy.newProxyInstance(type.classLoader ?: getClass().classLoader, [type] as Class[], handler))
    }

    static final class Called extends RuntimeException {
    }

    /** Has properties and methods of all kinds, none of which may be touched. */
    @CompileStatic
    static class Trap implements Iterable<Trap>, Comparable<Trap> {
        static List<String> calls = []

        static <T> T told(String call) {
            calls << call
            throw new Called()
        }

        String getState() { return told('getState') }
        boolean isOn() { return told('isOn') }
        List<Trap> getList() { return told('getList') }
        Trap method(Object argument) { return told('method') }
        Trap getAt(Object index) { return told('getAt') }
        Object get(String name) { return told('get') }
        Object getProperty(String name) { return told('getProperty') }
        Object invokeMethod(String name, Object arguments) { return told('invokeMethod') }
        @Override Iterator<Trap> iterator() { return told('iterator') }
        @Override int compareTo(Trap other) { return told('compareTo') as Integer }
        @Override String toString() { return told('toString') }
        @Override int hashCode() { return told('hashCode') as Integer }
        @Override boolean equals(Object other) { return told('equals') }
    }

    /** Does something as soon as it is initialised. */
    @CompileStatic
    static class Lazy {
        static final String CONSTANT = Trap.told('static')
    }
}
