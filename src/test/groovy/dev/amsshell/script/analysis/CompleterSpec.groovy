package dev.amsshell.script.analysis

import dev.amsshell.dsl.Words
import spock.lang.Shared
import spock.lang.Specification

/** In the texts, the last | is the cursor. */
class CompleterSpec extends Specification {
    @Shared
    def completer = new Completer(new Words())

    Suggestions complete(String marked) {
        int cursor = marked.lastIndexOf('|')
        return completer.complete(marked.substring(0, cursor) + marked.substring(cursor + 1), cursor, Surroundings.scope())
    }

    List<String> offered(String marked) {
        return complete(marked).all()*.text()
    }

    void offers(String marked, String expected) {
        def texts = offered(marked)
        def wanted = expected.split(/ (?!\{)/).toList()
        assert texts.containsAll(wanted)
    }

    /** All of them, and in this order. */
    void offersExactly(String marked, List<String> expected) {
        assert offered(marked) == expected
    }

    void offersNothing(String marked) {
        assert offered(marked) == []
    }

    void offersNone(String marked, String unwanted) {
        def texts = offered(marked)*.replaceAll(/[( {].*/, '')
        assert texts.intersect(unwanted.split(' ').toList()) == []
    }

    def "the words of our own types, and nothing else of them: #text"() {
        expect:
        offers(text, has)
        offersNone(text, hasNot)

        where:
        text                          | has                                     | hasNot
        'ams.|'                       | 'job( jobs tasks assets processors await( settle( awaitAny( show(' | 'toString class getJobs help2'
        'job.|'                       | 'state name priority created tasks progress errors await( settle( inputs outputs' | 'getState rendered snapshot2 asBoolean'
        'query.|'                     | 'failed active since( where { filter { count() newest( explain()' | 'getFailed rowType iterator toString'
        'snapshot.|'                  | 'id name state priority created tasks'  | 'hasTasks2 copy with equals hashCode'
        'ams.jobs.|'                  | 'queued finished done states( named(' | 'getQueued'
        'job.state.|'                 | 'name isFinal() isActive()'             | 'compareTo hashCode rank'
        "ams.job('x').|"              | 'state await('                          | 'getId'
        "ams.job('x')?.|"             | 'state await('                          | 'getId'
        'ams.job("x${1}y").|'         | 'state await('                          | 'getId'
        'ams\n  .jobs\n  .|'          | 'failed since('                         | 'getFailed'
        'ams /* all */ .jobs.|'       | 'failed since('                         | 'getFailed'
        'query.failed.since(2.hours).na|' | 'named('                            | 'name'
        '.fai|'                       | 'failed'                                | 'getFailed'
        '_.fai|'                      | 'failed'                                | 'getFailed'
    }

    def "the type of a chain is found: #text offers #has"() {
        expect:
        offers(text, has)

        where:
        text                                                    | has
        'ams.jobs.first().|'                                    | 'state name tasks'
        'ams.jobs[0].|'                                         | 'state name tasks'
        'ams.tasks.first().|'                                   | 'processor history'
        'ams.jobs.failed.since(2.hours).newest(3).first().st|'  | 'state started'
        'job.tasks[0].|'                                        | 'processor errors'
        'job.tasks.first().|'                                   | 'processor errors'
        'job.tasks[0].errors[0].|'                              | 'code message retry'
        'job.tasks*.|'                                          | 'processor errors'
        'job.tasks*.errors.flatten().si|'                       | 'size()'
        'job.tasks*.name[0].toUp|'                              | 'toUpperCase('
        'job.tasks.name[0].toUp|'                               | 'toUpperCase('
        'job.tasks.find { it.progress > 50 }.|'                 | 'processor errors'
        'job.tasks.findAll { it.progress > 50 }[0].|'           | 'processor errors'
        'job.tasks.collect { it.errors }[0].|'                  | 'size() collect'
        'job.tasks.collect { t -> t.processor }[0].toUp|'       | 'toUpperCase('
        'ams.jobs.groupBy { it.state }.values()[0].first().|'   | 'state'
        'ams.jobs.countBy { it.state }.|'                       | 'each { keySet() size()'
        'ams.await(query).first().|'                            | 'state tasks'
        "ams.await('x').|"                                      | 'state tasks'
        'ams.await(query, timeout: 2.hours)[0].|'               | 'state tasks'
        'job.await(timeout: 2.hours).|'                         | 'state tasks'
        'job.created.pl|'                                       | 'plus( plusSeconds('
        '(job.ended - 2.hours).|'                               | 'epochSecond isBefore('
        'job.name.|'                                            | 'length() toUpperCase( bytes'
        '(job).st|'                                             | 'state'
        '(job as String).toU|'                                  | 'toUpperCase('
        '((Job) nothing).st|'                                   | 'state'
        '(true ? job : job).st|'                                | 'state'
        '(job.name ?: "none").toU|'                             | 'toUpperCase('
        '(1 == 2).|'                                            | 'booleanValue()'
        'query.filter { it.name }.fai|'                         | 'failed'
        'query.where { state == ERROR && priority > 3 }.fai|'   | 'failed'
        'query.each { println "${it.name}" }\nquery.fai|'       | 'failed'
        'show query.fai|'                                       | 'failed'
        'println(query.fai|'                                    | 'failed'
        'x = [job.st|'                                          | 'state'
        'if (job.st|'                                           | 'state'
        '!job.st|'                                              | 'state'
        'names[job.pri|'                                        | 'priority'
    }

    def "literals, constructors and static members: #text offers #has"() {
        expect:
        offers(text, has)

        where:
        text                            | has
        '[1].co|'                       | 'collect contains( count {'
        '[1, 2].find|'                  | 'findAll find'
        '[1, 2][0].ho|'                 | 'hours hour'
        '[a: 1].ea|'                    | 'each {'
        "[a: 'x'].values()[0].toU|"     | 'toUpperCase('
        "[a: 'x'].b.toU|"               | 'toUpperCase('
        '"abc".si|'                     | 'size()'
        "'abc'.rev|"                    | 'reverse()'
        '"a${count}b".rev|'             | 'reverse()'
        '"""a\nb""".read|'              | 'readLines()'
        '/a+/.toU|'                     | 'toUpperCase('
        '2.ho|'                         | 'hours hour'
        '2.5.da|'                       | 'days day'
        '2.hours.|'                     | 'ago fromNow toMinutes() plus('
        '2.hours.ago.is|'               | 'isBefore( isAfter('
        '(1..3).|'                      | 'from to each {'
        '(1..3).first().ho|'            | 'hours'
        '{ it }.cu|'                    | 'curry('
        'new Date().|'                  | 'time before('
        'new ArrayList<Job>()[0].st|'   | 'state'
        'new java.util.Date().ti|'      | 'time'
        'new Person().gr|'              | 'greet('
        'Math.|'                        | 'PI abs( max('
        'Integer.MAX|'                  | 'MAX_VALUE'
        'JobState.|'                    | 'QUEUED FINISHED'
        'JobState.ERROR.is|'            | 'isFinal() isActive()'
        'ERROR.na|'                     | 'name'
        'Instant.no|'                   | 'now('
        'java.time.Instant.no|'         | 'now('
        'java.time.Instant.now().plu|'  | 'plus('
        'P.comp|'                       | 'compile('
        'Map.Entry.comp|'               | 'comparingByKey('
        "'x'.length().ho|"              | 'hours'
        "(2 + 3).ho|"                   | 'hours'
        "('a' + 1).toU|"                | 'toUpperCase('
        "'a,b'.split(',')[0].toU|"      | 'toUpperCase('
        "'a'.chars.le|"                 | 'length'
    }

    def "properties as Groovy has them: #text"() {
        expect:
        offers(text, has)
        offersNone(text, hasNot)

        where:
        text         | has                                       | hasNot
        'person.|'   | 'name nicknames age happy secretOnly greet(' | 'getName isHappy setSecretOnly getMetaClass metaClass invokeMethod class run$it'
        'names.|'    | 'empty each { collect size() add('       | 'getClass isEmpty wait notify getAt plus leftShift asBoolean'
        'text.|'     | 'bytes empty length() trim()'             | 'isEmpty hashCode class metaClass properties'
        'table.|'    | 'each { isEmpty() put( keySet()'          | 'empty'
        'count.|'    | 'hours intValue() times {'                | 'getHours plus minus'
    }

    def "locals of the same input: #text offers #has"() {
        expect:
        offers(text, has)

        where:
        text                                                            | has
        "def j = ams.job('x'); j.st|"                                   | 'state'
        "def j = ams.job('x')\nj.st|"                                   | 'state'
        "j = ams.job('x')\nj.st|"                                       | 'state'
        'Job j = nothing; j.st|'                                        | 'state'
        'List<Job> js = nothing; js[0].st|'                             | 'state'
        'Job[] js = nothing; js[0].st|'                                 | 'state'
        'java.time.Instant t; t.isB|'                                   | 'isBefore('
        'final Job j = nothing; j.st|'                                  | 'state'
        'def q = ams.jobs\n    .failed\n    .since(2.hours)\nq.newe|'   | 'newest('
        'def a = job; def b = a; b.st|'                                 | 'state'
        'for (Job j in nothing) { j.st|'                                | 'state'
        'for (j in ams.jobs) { j.st|'                                   | 'state'
        'for (j in ams.jobs) println j.st|'                             | 'state'
        'for (j in job.tasks) {\n  if (j.progress > 3) {\n    j.pro|'   | 'processor progress'
        'for (int i = 0; i < 3; i++) { i.ho|'                           | 'hours'
        'def f(Job j, int n) { j.st|'                                   | 'state'
        'def f(Job j, int n) { n.ho|'                                   | 'hours'
        'try { 1 } catch (IOException e) { e.mess|'                     | 'message'
        'query.each { it.st|'                                           | 'state'
        'query.each { j -> j.st|'                                       | 'state'
        'query.each({ it.st|'                                           | 'state'
        'query.filter { it.st|'                                         | 'state'
        'query.countBy { it.st|'                                        | 'state'
        'query.groupBy { it.st|'                                        | 'state'
        'query.groupBy { it.name }.each { name, all -> all[0].st|'      | 'state'
        'query.groupBy { it.name }.each { it.val|'                      | 'value'
        'query.groupBy { it.name }.each { it.value[0].st|'              | 'state'
        'work.filter { it.proc|'                                        | 'processor'
        'job.tasks.each { it.proc|'                                     | 'processor'
        'job.tasks.any { it.proc|'                                      | 'processor'
        'job.tasks.every { it.proc|'                                    | 'processor'
        'job.tasks.sort { it.proc|'                                     | 'processor'
        'job.tasks.sort { a, b -> a.proc|'                              | 'processor'
        'job.tasks.eachWithIndex { t, i -> t.proc|'                     | 'processor'
        'job.tasks.collectEntries { [it.na|'                            | 'name'
        'job.tasks.findAll { it.state == ERROR }.each { it.proc|'       | 'processor'
        'job.tasks.each { t -> t.errors.each { t.proc|'                 | 'processor'
        'job.tasks.each { t -> t.errors.each { it.co|'                  | 'code'
        'job.tasks.stream().map { it.proc|'                             | 'processor'
        'job.tasks.forEach { it.proc|'                                  | 'processor'
        '3.times { it.ho|'                                              | 'hours'
        '(1..3).collect { it.ho|'                                       | 'hours'
        'names.each { Job j -> j.st|'                                   | 'state'
        'def f = { Job j -> j.st|'                                      | 'state'
        'job.await(until: { it.prog|'                                   | 'progress'
        'job.await(onChange: { j, before -> before.is|'                 | 'isFinal()'
        '"${job.st|'                                                    | 'state'
        'println "a ${query.fai|'                                       | 'failed'
        'query.each { j -> println "${j.st|'                            | 'state'
    }

    def "where offers what can be sent: #text"() {
        expect:
        offers(text, has)
        offersNone(text, hasNot)

        where:
        text                                       | has                                      | hasNot
        'ams.jobs.where { |'                       | 'state name priority created ended'      | 'tasks progress errors with'
        'ams.jobs.where { st|'                     | 'state started'                          | ''
        'ams.jobs.where { state == ERROR && na|'   | 'name'                                   | 'native2'
        'ams.jobs.where({ st|'                     | 'state'                                  | ''
        'ams.jobs.where { !(st|'                   | 'state'                                  | ''
        'query.where { it.|'                       | 'state name priority created'            | 'tasks progress errors hasTasks'
        'query.where { j -> j.|'                   | 'state name priority created'            | 'tasks progress errors'
        'query.where { name.|'                     | 'startsWith( endsWith( contains( length()' | 'toUpperCase trim'
        'query.where { it.name.|'                  | 'startsWith( endsWith('                  | 'toUpperCase trim'
        'query.where { state.|'                    | 'isFinal() isActive()'                   | 'name'
        'query.where { name.startsWith(text.tri|'  | 'trim()'                                 | ''
        'work.where { pro|'                        | 'processor progress'                     | ''
        'ams.assets.where { sto|'                  | 'storageAccount'                         | 'state'
        'ams.processors.where { ven|'              | 'vendor'                                 | ''
        'query.where { j -> n|'                    | 'names'                                  | 'name'
        'anyQuery.where { n|'                      | 'names'                                  | 'name'
        'names.where { n|'                         | 'names'                                  | 'name'
        'query.filter { n|'                        | 'names'                                  | 'name'
    }

    def "states where a state is compared or wanted: #text"() {
        expect:
        offersExactly(text, expected)

        where:
        text                                       | expected
        'job.state == |'                           | STATES
        'job.state != |'                           | STATES
        'job.state ==|'                            | STATES
        'query.where { state == |'                 | STATES
        'query.where { it.state == |'              | STATES
        'query.filter { it.state == |'             | STATES
        'query.where { state in [|'                | STATES
        'query.where { state in [ERROR, |'         | STATES
        'query.states(|'                           | STATES
        'query.states(ERROR, |'                    | STATES
        'job.await(until: |'                       | STATES
        'ams.await(query, timeout: 1.hour, until: |' | STATES
        'query.any { it.state == SCH|'             | ['SCHEDULED']
        "job.state == 'Fin|"                       | ["Finished'"]
        "job.state == 'fin|'"                      | ['Finished']
        'job.state == "Fin|'                       | ['Finished"']
        "job.tasks[0].state == 'Pro|"              | ["Processing'"]
        "query.where { state == 'Pro|"             | ["Processing'"]
        "query.where { state in ['Err|"            | ["Error'"]
        "query.states('ca|"                        | ["Canceling'", "Canceled'"]
        "job.await(until: 'Pro|"                   | ["Processing'"]
        "job.name == 'Fin|"                        | []
        "text == 'Fin|"                            | []
    }

    static final STATES = ['QUEUED', 'SCHEDULED', 'PROCESSING', 'CANCELING', 'FINISHED', 'ERROR', 'CANCELED']

    def "options by name: #text"() {
        expect:
        complete(text).all().findAll { it.group().startsWith('options') }*.text() == expected

        where:
        text                                        | expected
        'job.await(|'                               | ['timeout:', 'until:', 'every:', 'stall:', 'onChange:']
        'job.settle(|'                              | ['timeout:', 'until:', 'every:', 'stall:', 'onChange:']
        'job.await(ti|'                             | ['timeout:']
        'job.await(timeout: 2.hours, |'             | ['until:', 'every:', 'stall:', 'onChange:']
        'job.await(timeout: [1, 2].max().hours, u|' | ['until:']
        'query.await(ap|'                           | ['appear:']
        'ams.await(query, a|'                       | ['appear:']
        'ams.await(job, a|'                         | []
        'ams.await(job, ev|'                        | ['every:']
        'ams.awaitAny([job], st|'                   | ['stall:']
        'query.since(2.hours, |'                    | ['on:']
        'query.between(2.hours, 1.hour, |'          | ['on:']
        'query.where(|'                             | ['raw:']
        'job.await(timeout: |'                      | []
        'job.await(timeout: x|'                     | []
        'nothing.await(|'                           | []
        'names.await(ti|'                           | []
        'ams.since(2.hours, |'                      | []
        'await(|'                                   | []
        'names.since(1, |'                          | []
    }

    def "within quotes: #text"() {
        expect:
        offersExactly(text, expected)

        where:
        text                                   | expected
        "query.orderBy('|"                     | PROPERTIES
        "query.orderBy('cr|"                   | ['created']
        "query.orderBy('created |"             | ['desc', 'asc']
        "query.orderBy('created d|"            | ['desc']
        "query.orderBy('created desc, na|"     | ['name']
        "query.orderBy('na|')"                 | ['name']
        "work.orderBy('pro|"                   | ['progress', 'processor']
        "query.since(2.hours, on: '|"          | ["created'", "lastModified'", "started'", "ended'"]
        "query.since(2.hours, on: 'st|')"      | ['started']
        "query.where(raw: 'St|"                | []
        "query.named('En|"                     | []
        "nothing.orderBy('cr|"                 | []
        "'cr|"                                 | []
        "println 'job.st|"                     | []
        "new File('|"                          | []
    }

    static final PROPERTIES = ['id', 'name', 'state', 'priority', 'created', 'lastModified', 'started', 'ended', 'runningDuration', 'templateId']

    static final A = 'f3c43f94-327f-2347-90bb-000000000012'
    static final NIGHT = 'f3c43f94-327f-2347-90bb-000000000011'
    static final NAMELESS = 'f3c43f94-327f-2347-90bb-000000000001'

    def "recent jobs by id or name: #text"() {
        expect:
        offersExactly(text, expected)

        where:
        text                          | expected
        "ams.job('|"                  | ["$A')", "$NIGHT')", "$NAMELESS')"]*.toString()
        'ams.job("|'                  | ["$A\")", "$NIGHT\")", "$NAMELESS\")"]*.toString()
        "ams.job('|')"                | [A, NIGHT, NAMELESS]
        "ams.job('|'"                 | [A, NIGHT, NAMELESS]
        "ams.job 'enc|"               | ["$A'"]*.toString()
        "ams.job('enc|"               | ["$A')"]*.toString()
        "ams.job('NIG|')"             | [NIGHT]
        "ams.job('F3C43F94-327f-2347-90bb-00000000000|')" | [NAMELESS]
        "ams.job('nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000012|')" | ["nb:jid:UUID:$A"]*.toString()
        "ams.await('Enc|"             | ["$A'"]*.toString()
        "ams.awaitAny(['$A', 'ni|"    | ["$NIGHT'"]*.toString()
        "ams.job('Evil|"              | []
        "ams.job('nb:jid|') + 1"      | ["nb:jid:UUID:$A", "nb:jid:UUID:$NIGHT", "nb:jid:UUID:$NAMELESS"]*.toString()
        "ams.job('x\${y}f|"           | []
        "text.job('|"                 | []
        "nothing.job('|"              | []
    }

    def "a recent job says its name and state"() {
        expect:
        with(complete("ams.job('enc|").all()[0]) {
            group() == 'jobs'
            summary() == 'Error  Encoding A'
            isFinal()
        }
    }

    def "names by themselves: #text offers #has"() {
        expect:
        offers(text, has)
        offersNone(text, hasNot)

        where:
        text                          | has                                              | hasNot
        '|'                           | 'ams job query report( retryAll( show println('  | 'while QUEUED List _ __ args'
        'a|'                          | 'ams assert'                                     | 'job'
        'sho|'                        | 'show'                                           | ''
        'ex|'                         | 'exit('                                          | ''
        'sl|'                         | 'sleep('                                         | ''
        'rep|'                        | 'report('                                        | ''
        'QU|'                         | 'QUEUED query'                                   | ''
        'qu|'                         | 'query QUEUED'                                   | ''
        'wh|'                         | 'while'                                          | ''
        'Inst|'                       | 'Instant'                                        | ''
        'I|'                          | 'if'                                             | 'Instant Integer'
        'Pers|'                       | 'Person'                                         | ''
        '_|'                          | '_ __'                                           | ''
        'show jo|'                    | 'job'                                            | ''
        '1..cou|'                     | 'count'                                          | ''
        'x = jo|'                     | 'job'                                            | ''
        'println "${jo|'              | 'job'                                            | ''
        'def other = 1\not|'          | 'other'                                          | ''
        'query.each { |'              | 'it ams'                                         | ''
        'query.each { other -> ot|'   | 'other'                                          | 'it'
        'def f(Job other) { ot|'      | 'other'                                          | ''
        'new Arr|'                    | 'ArrayList'                                      | 'args'
        'x as Str|'                   | 'String StringBuilder'                           | ''
        'job in|'                     | 'in instanceof'                                  | ''
        "'a' i|"                      | 'in instanceof'                                  | 'if'
        'return jo|'                  | 'job'                                            | ''
        '[jo|'                        | 'job'                                            | ''
        '[a: jo|'                     | 'job'                                            | ''
        'job.cre|; job'               | 'created'                                        | ''
        'if (x) { jo|'                | 'job'                                            | ''
        "import java.util.List\nLis|" | 'List'                                           | ''
        "import java.util.concurrent.TimeUnit\nTimeU|" | 'TimeUnit'                      | ''
    }

    def "nothing where nothing is known, or nothing is to be said: #text"() {
        expect:
        offersNothing(text)

        where:
        text << [
            'nothing.|', 'nothing.st|', 'unknown.|', 'nothing.foo().st|', 'job.foo.|', 'foo(1).|', 'report().|', 'names[0].|', 'table.x.|', 'anyQuery.first().|',
            'job.stx|', 'job.&st|', 'job::st|', 'job.@st|',
            '// job.st|', 'job // job.|', '/* job.st|', '/* a\nb job.|', '#!/usr/bin/job.|', '/** job.|',
            "'job.st|", '"job.st|', '"""job.st|', "'''\njob.st|", '"a ${job} job.st|', '/job.st|',
            'def jo|', 'Job jo|', 'int jo|', 'class Jo|', 'import ja|', 'import java.ti|', '12|', '1.5|', '0x1f|', 'String s = "a|',
            ').|', ').st|', '(.|', '= .st|', '+.st|', '].|', '}.|', '(]).|', 'foo).bar|', 'new .|', '?.|', '*.|',
            'def j = j.st|', 'def j = ams.job("x").foo; j.st|', '{ def j = job }\nj.st|',
            'if (true) { def j = job }; j.st|', 'def f(Job j) { 1 }\nj.st|', 'job.tasks.each { t -> 1 }\nt.st|', 'show(ams.jobs) { it.st|',
            'names.each { it.st|', 'nothing.each { it.st|', 'job.tasks.each { x, y, z -> x.st|', 'Nope.|', 'nope.Nope.|', 'System.nope.|', 'void.|',
            'nothing.foo(until: { it.st|', 'job.tasks.each(x: { it.st|', 'job.await(timeout: { it.st|',
            'println().|', 'job.tasks.each { it }.clear().|', 'ams.await(nothing).|', '(1 ? job : query).|', '[job, query][0].|',
        ]
    }

    def "letter case and camel humps: #text"() {
        expect:
        offered(text).take(expected.size()) == expected

        where:
        text              | expected
        'ams.aA|'         | ['awaitAny(']
        'ams.AW|'         | ['await(', 'awaitAny(']
        'query.lT|'       | ['longerThan(']
        'job.rD|'         | ['runningDuration']
        'text.startsW|'   | ['startsWith(']
        'text.stW|'       | ['startsWith(']
        'QUE|'            | ['QUEUED', 'query']
        'que|'            | ['query', 'QUEUED']
    }

    def "what is replaced: #text"() {
        expect:
        with(complete(text)) {
            start() == from
            end() == to
        }

        where:
        text                          | from | to
        'ams.jo|'                     | 4    | 6
        'ams.|'                       | 4    | 4
        '|'                           | 0    | 0
        "ams.job('en|"                | 9    | 11
        "query.orderBy('created de|"  | 23   | 25
        'x = jo|b'                    | 4    | 6
        'a\nams.jo|'                  | 6    | 8
    }

    def "brackets that are there are not written again: #text"() {
        expect:
        offersExactly(text, expected)

        where:
        text             | expected
        'ams.awaitA|(x)' | ['awaitAny']
        'query.coun|()'  | ['count', 'countBy']
    }

    def "what is offered says what it is: #text"() {
        expect:
        with(complete(text).all()[0]) {
            it.text() == first
            it.group() == group
            it.summary() =~ summary
            it.isFinal() == isFinal
        }

        where:
        text                    | first         | group              | summary                     | isFinal
        'ams.aw|'               | 'await('      | 'methods'          | /wait/                      | false
        'query.fai|'            | 'failed'      | 'properties'       | /Error/                     | true
        'query.explai|'         | 'explain()'   | 'methods'          | /request/                   | true
        'query.filt|'           | 'filter {'    | 'methods'          | /here/                      | true
        'names.findInd|'        | 'findIndexOf {' | 'words of Groovy' | /findIndexOf\(/          | true
        'job.await(ti|'         | 'timeout:'    | 'options of await' | /take/                      | true
        'ERR|'                  | 'ERROR'       | 'states'           | /./                         | true
        'person.gre|'           | 'greet('      | 'methods'          | /greet\(String\): String/   | false
        'person.nick|'          | 'nicknames'   | 'properties'       | /nicknames: List<String>/   | true
        'qu|'                   | 'query'       | 'variables'        | /Query<Job>/                | true
        'whi|'                  | 'while'       | 'keywords'         | /^$/                        | true
        '2.hou|'                | 'hours'       | 'properties'       | /hour/                      | true
        'retry|'                | 'retryAll('   | 'methods'          | /^$/                        | false
        'UU|'                   | 'UUID'        | 'classes'          | /java.util.UUID/            | true
    }
}
