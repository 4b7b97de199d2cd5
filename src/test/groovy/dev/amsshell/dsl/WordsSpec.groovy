package dev.amsshell.dsl

import dev.amsshell.await.AwaitFailed
import dev.amsshell.await.Verdict
import dev.amsshell.check.Bookmark
import dev.amsshell.job.Asset
import dev.amsshell.job.Capacity
import dev.amsshell.job.Encryption
import dev.amsshell.job.Fault
import dev.amsshell.job.Job
import dev.amsshell.job.JobId
import dev.amsshell.job.JobState
import dev.amsshell.job.Processor
import dev.amsshell.job.Subscription
import dev.amsshell.job.Task
import dev.amsshell.job.TaskEvent
import dev.amsshell.query.Plan
import dev.amsshell.script.AmsScript
import dev.amsshell.triage.Event
import dev.amsshell.triage.Explanation
import dev.amsshell.triage.FailureGroup
import dev.amsshell.triage.JobTimeline
import dev.amsshell.triage.Quantiles
import dev.amsshell.triage.Sample
import dev.amsshell.triage.StuckJob
import dev.amsshell.triage.Throughput
import dev.amsshell.triage.Triage
import dev.amsshell.triage.Why
import java.beans.Introspector
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** Every public word is described, and nothing else is. */
class WordsSpec extends Specification {
    static final TYPES = [Ams, JobHandle, Query, Job, Task, TaskEvent, Fault, Asset, Processor, Subscription, Encryption, JobState,
                          Plan, AwaitFailed, Verdict, Bookmark, JobId, Triage, FailureGroup, Sample, StuckJob, Quantiles.Compared, Quantiles,
                          Throughput, Capacity, Why, Explanation.Neighbours, JobTimeline, Event, Number, Duration, AmsScript]
    static final FILE = new Properties().tap { load(Words.getResourceAsStream('words.properties').newReader('UTF-8')) }
    static final ALL = new Words().all()

    /** What is public and still no word. */
    static final INTERNAL = [
        // every object has them, and scripts compare with operators
        'equals', 'hashCode', 'toString', 'compareTo',
        // said without their names: if (query), query[0]
        'asBoolean', 'getAt',
        // for printers and loops
        'rendered', 'page', 'data', 'rows', 'rowType', 'rowType', 'iterator', 'countAtOnce',
        // makes a job from its parts, for those who read them
        'with'] as Set

    /** Known to every script, but no method of its base class. */
    static final SCRIPT_WORDS = ['sleep', 'args'] + JobState.known()*.name()*.toUpperCase()

    /** As users type it: a property for a getter or a setter, else the method. */
    static String word(Method method) {
        def name = method.name
        return name ==~ /[gs]et[A-Z].*/ ? Introspector.decapitalize(name.substring(3)) : name
    }

    /** The methods that make the words of a type; those of numbers and durations are extensions. Static ones are for the code. */
    static List<Method> methods(Class<?> type) {
        if (type in [Number, Duration]) {
            return Durations.methods.findAll { it.declaringClass == Durations && it.parameterTypes[0] == type }.toList()
        }
        return type.declaredMethods.findAll {
            Modifier.isPublic(it.modifiers) && !Modifier.isStatic(it.modifiers) && !it.synthetic && !(it.name in INTERNAL)
        }.toList()
    }

    def "#type.simpleName has exactly the words that are described"() {
        given:
        def words = methods(type).collect { word(it) }.toSet() + (type == AmsScript ? SCRIPT_WORDS : [])

        expect:
        words
        new Words().of(type)*.word().toSorted() == words.toSorted()

        where:
        type << TYPES
    }

    def "the options of #word are those it takes"() {
        expect:
        new Words().options(word)*.word() == options

        where:
        word      | options
        'await'   | AwaitOptions.NAMES
        'triage'  | TriageOptions.NAMES
        'since'   | ['on']
        'between' | ['on']
        'where'   | ['raw']
        'check'   | ['warn', 'jobs']
        'expect'  | ['max', 'min', 'warnMax', 'warnMin', 'jobs']
        'count'   | []
    }

    def "whatever type of ours a word leads to is described, too"() {
        given:
        def ours = TYPES.collectMany { methods(it) }.collectMany { parts(it.genericReturnType) }
            .findAll { it.packageName.startsWith('dev.amsshell') && !it.enum && it.declaringClass != Help }.toSet()

        expect:
        ours.contains(TaskEvent)
        ours - TYPES.toSet() == [] as Set
    }

    static List<Class<?>> parts(Type type) {
        if (type instanceof ParameterizedType) {
            return parts(type.rawType) + type.actualTypeArguments.collectMany { parts(it) }
        }
        return type instanceof Class ? [type] : []
    }

    def "each word has one line, an example and its errors"() {
        given:
        def lacking = ALL.findAll { !it.summary() || it.summary().contains('\n') || !it.example() || !it.errors() }

        expect:
        ALL.size() > 170
        lacking == []
    }

    def "no line is longer than help has room for on a terminal of 80 columns"() {
        given:
        def tooLong = ALL.collectMany { [it.signature(), it.summary(), it.example(), it.errors()] }.collectMany { it.readLines() }
            .findAll { !it || it.size() > 58 }

        expect:
        tooLong == []
    }

    def "nothing is described that is no word"() {
        given:
        def described = ALL.collectMany { ["$it.owner.$it.word", "${it.owner}.*", it.owner] }*.toString().toSet()

        expect:
        FILE.keySet().findAll { !(it.replaceFirst(/\.(signature|example|errors)$/, '') in described) && !(it in described) } == [] as Set
    }

    def "#help.owner #help.word is written bare only if it is a property, else with what it takes: #help.signature"() {
        given:
        def type = TYPES.find { help.owner() in [it.simpleName, it.superclass?.simpleName] }
        def meant = methods(type).findAll { word(it) == help.word() }
        def properties = meant.findAll { it.name != help.word() && !it.name.startsWith('set') || it.name in type.recordComponents*.name }
        def setters = meant.findAll { it.name.startsWith('set') }

        expect:
        help.signature() == help.word() ? properties || !meant : help.signature() =~ /^${help.word()}(\(.*\)( \{ \w+ \})?| .+)$/
        meant - setters == properties && properties ? help.signature() == help.word() || !meant : true

        where:
        help << ALL.findAll { !new Words().options(it.owner()) }
    }

    def "#type.simpleName has the words of #owner"() {
        expect:
        new Words().of(type)*.owner().unique() == [owner]

        where:
        type       | owner
        JobHandle  | 'JobHandle'
        Integer    | 'Number'
        BigDecimal | 'Number'
        Duration   | 'Duration'
        AmsScript  | 'Script'
    }

    def "#type.simpleName is none of ours"() {
        expect:
        new Words().of(type) == []
        new Words().of(type, 'size').empty

        where:
        type << [Object, List, Map, String, Instant, Closure]
    }

    def "a word of a type is found by its name"() {
        expect:
        new Words().of(JobHandle, 'state').get().summary() == 'what it is doing, such as Processing'
        new Words().of(JobHandle, 'failed').empty
    }

    def "a word is found in all its meanings"() {
        expect:
        new Words().named('await')*.owner() == ['Ams', 'JobHandle', 'Query']
        new Words().named('timeout')*.owner() == ['await']
        new Words().named('jbos') == []
    }
}
