package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.job.InvalidJobId
import dev.amsshell.query.Entities
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What cannot be sent says where it is and what to do instead. */
class WhereRefusalSpec extends Specification {
    static io = new Io(InputStream.nullInputStream(), System.out, System.err, false, false, false)
    static words = [q: new Asked(Entities.JOBS), tasks: new Asked(Entities.TASKS), ams: Asked.account(), five: 5, list: [1, 2]]
    static here = 'cannot be sent to the service; filter { } evaluates it here'
    static tasksHere = 'cannot be sent to the service; withTasks().filter { } evaluates it here'
    static order = 'and has no order that the service knows; write %s == .. or %<s in [..], or use filter { }, which is evaluated here'
    static known = 'id, name, state, priority, created, lastModified, started, ended, runningDuration, templateId'
    static states = 'there are Queued, Scheduled, Processing, Canceling, Finished, Error, Canceled'
    @TempDir
    Path folder
    def engine = new ScriptEngine(words, io, Optional.empty())

    Outcome run(String text, Path folder = null) {
        return engine.run(new Source('check.groovy', text, folder), [], new Cancellation(), { it })
    }

    def "where { #closure } does not compile on ams, and is refused when another query is built"() {
        given:
        def line = 1 + closure.substring(0, closure.indexOf('§')).count('\n')
        def onAms = run("ams.jobs.where { ${closure - '§'} }") as Outcome.CompileFailure
        def onAny = run("q.where { ${closure - '§'} }") as Outcome.Thrown

        expect:
        onAms.problems()*.message() == [message]
        onAms.problems()[0].line() == line
        onAny.problem().message() == message
        onAny.problem().line() == line

        and:
        onAms.problems()[0].column() == column('ams.jobs.where { ' + closure)
        onAny.problem().column() == column('q.where { ' + closure)

        where:
        closure                                        | message
        "§name.reverse() == 'x'"                       | "name.reverse() $here"
        "§it.name.reverse() == 'x'"                    | "it.name.reverse() $here"
        "state == ERROR && §name.toLowerCase().contains('x')" | "name.toLowerCase().contains('x') $here"
        "§name ==~ /x.*/"                              | "name ==~ /x.*/ is a pattern and $here"
        "§name =~ 'x'"                                 | "name =~ 'x' is a pattern and $here"
        "§ended - started > 5"                         | "ended - started $here"
        "5 < §priority + 1"                            | "priority + 1 $here"
        "§it.tasks.size() > 2"                         | "tasks of jobs $tasksHere"
        "§progress > 50"                               | "progress of jobs $tasksHere"
        "§it.errors.any { e -> e.code == 'x' }"        | "it.errors.any { e -> e.code == 'x' } $tasksHere"
        "§asOf > '2026-11-21'"                         | "asOf of jobs $here"
        "§it.stat == ERROR"                            | "jobs cannot be asked about 'stat', only about $known"
        "§state = ERROR"                               | "state = ERROR assigns; did you mean == instead of =?"
        "§list.contains(priority)"                     | "list.contains(priority) $here"
        "§'x'.startsWith(name)"                        | "'x'.startsWith(name) $here"
        "§name.startsWith(templateId)"                 | "startsWith takes no property of the row where the service is asked; filter { } evaluates it here"
        "§name.startsWith('x', 2)"                     | "name.startsWith('x', 2) $here"
        "§id.startsWith('job')"                        | "id is an id and is compared as a whole; filter { } evaluates startsWith here"
        "§state > QUEUED"                              | "state is a state ${sprintf(order, 'state')}"
        "§QUEUED < state"                              | "state is a state ${sprintf(order, 'state')}"
        "§id < 'job-1'"                                | "id is an id ${sprintf(order, 'id')}"
        "§(created <=> ended) == 1"                    | "(created <=> ended) $here"
        "created > §5"                                 | "created is a time: 5 (Integer) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'"
        "name == 'x' &&\n    created > §5"             | "created is a time: 5 (Integer) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'"
        "priority == §'high'"                          | "priority is a number and cannot be compared with 'high' (String)"
        "name in ['x', §5]"                            | "name is text and cannot be compared with 5 (Integer)"
        "state == §'Finsihed'"                         | "no state 'Finsihed'; $states"
        "state in [ERROR, §'Finsihed']"                | "no state 'Finsihed'; $states"
        "§created > name"                              | "created is a time and name is text: they cannot be compared"
        "name in §'a'..'b'"                            | "name is text and cannot be compared with a range; write name in [..]"
        "priority in 1..§name"                         | "a range of properties cannot be sent to the service; write the two comparisons"
        "name in §templateId"                          | "templateId is no list; write == to compare two properties"
        "created > §null"                              | "the value that created is compared with is null, and nothing stands before or after null"
        "§priority"                                    | "priority is a number and no condition by itself; compare it with something"
        "§priority.length() > 5"                       | "priority is a number and has no length"
        "§priority.isFinal()"                          | "priority is a number and not a state; only states are final or active"
        "§state.name == 'Error'"                       | "state.name $here"
        "§it in [1]"                                   | "it $here"
        "§state ? true : false"                        | "state ? true : false $here"
        "§state === ERROR"                             | "state === ERROR $here"
        "§name.toString() +\n   'x' == 'y'"            | "name.toString() + 'x' $here"
        "§for (x in list) { println x }"               | "where takes one expression, and this is another statement: for (x in list) { println x }; filter { } takes any code"
        "§def x = 1; state == x"                       | "where takes one expression, and this is another statement: def x = 1; filter { } takes any code"
        "name == 'x'\n §state == ERROR"                | "where takes one expression, and this is another statement: state == ERROR; filter { } takes any code"
    }

    static int column(String text) {
        def before = text.substring(0, text.indexOf('§'))
        return before.size() - before.lastIndexOf('\n')
    }

    def "a variable that is taken for a property is pointed at: #text"() {
        given:
        def outcome = run(text)
        def problem = outcome instanceof Outcome.CompileFailure ? outcome.problems()[0] : (outcome as Outcome.Thrown).problem()

        expect:
        problem.message() == "'$name' is a variable of the script and also a property of jobs; write it.$name for the property, or rename the variable"
        problem.line() == 2

        where:
        text                                                                                | name
        "def state = ERROR\nams.jobs.where { state == state }"                              | 'state'
        "def state = ERROR\nq.where { state == ERROR }"                                     | 'state'
        "def f(q, name) {\nq.where { name == 'x' } }; f(q, 'y')"                            | 'name'
        "class K { String name; def f(q) {\nq.where { name == 'x' } } }; new K().f(q)"      | 'name'
        "[1].each { priority ->\nq.where { created > '2026-11-21' || priority == 1 } }"     | 'priority'
        "def name = 'x'\nams.jobs.where { state == ERROR && templateId == name + 'y' }"     | 'name'
    }

    def "what only the values tell is refused when the query is built: #closure"() {
        given:
        def problem = (run("ams.jobs.where { $closure }") as Outcome.Thrown).problem()

        expect:
        problem.message() == message
        [problem.line(), problem.column()] == [1, column]

        where:
        closure                     | column | message
        "created > ERROR"           | 28     | "created is a time: Error (JobState) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'"
        "name == JobState.ERROR"    | 26     | "name is text and cannot be compared with Error (JobState)"
        "created > five"            | 28     | "created is a time: 5 (Integer) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'"
        "state in list"             | 27     | "state is a state and cannot be compared with 1 (Integer); write ERROR or 'Error'"
        "name in five"              | 26     | "behind 'in' goes a list, an array or a range"
        "name.startsWith(five)"     | 34     | "startsWith takes text, not 5"
        "stat == ERROR"             | 18     | "there is no variable 'stat' here, and jobs cannot be asked about 'stat', only about $known"
        "it.name == 'x' && state == ERROR" | 36 | "there is no variable 'state' here; where the row has a name, write it.state"
    }

    def "a malformed id is the same failure as anywhere"() {
        expect:
        (run("ams.jobs.where { id in ['job-1', 'nonsense'] }") as Outcome.Thrown).error() instanceof InvalidJobId
    }

    def "a closure without a question is pointed at: where #closure"() {
        given:
        def problem = (run("ams.jobs.where $closure") as Outcome.CompileFailure).problems()[0]

        expect:
        problem.message() == message
        problem.column() == 16

        where:
        closure                    | message
        "{ }"                      | "where { } is empty; say what must hold of a row, or leave it out"
        "{ a, b -> a.state == b }" | "where takes a closure with one parameter at most, the row"
    }

    def "a place in a file beside the script is shown with its line"() {
        given:
        Files.writeString(folder.resolve('Tool.groovy'), "class Tool {\n  static late(q) {\n    q.where { name.reverse() == 'x' }\n  }\n}\n")

        when:
        def problem = (run('Tool.late(q)', folder) as Outcome.Thrown).problem()

        then:
        problem.file() == 'Tool.groovy'
        [problem.line(), problem.column()] == [3, 15]
        problem.sourceLine().strip() == "q.where { name.reverse() == 'x' }"
    }

    def "the error shows the place and the way to it"() {
        expect:
        ErrorText.of(run("def late(q) {\n  q.where {\n    state == ERROR &&\n      created > five\n  }\n}\nlate(q)") as Outcome.Thrown) == '''\
check.groovy:4:17: created is a time: 5 (Integer) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'
  4 |       created > five
    |                 ^
  at check.groovy:4 (closure)
  at check.groovy:2 (late)
  at check.groovy:7'''
    }
}
