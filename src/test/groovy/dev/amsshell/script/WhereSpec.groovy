package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.job.Job
import dev.amsshell.job.JobId
import dev.amsshell.job.JobState
import dev.amsshell.query.Entities
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class WhereSpec extends Specification {
    static io = new Io(InputStream.nullInputStream(), System.out, System.err, false, false, false)
    static start = Instant.parse('2026-11-21T03:00:00Z')
    static job = new Job('job-7', 'x', JobState.QUEUED, 0, start, start, null, null, Duration.ZERO, null, [], start, null)
    static words = [q     : new Asked(Entities.JOBS), ams: Asked.account(), from: start, urgent: true, calm: false,
                    prefix: 'Enc', five: 5, ids: ['job-1', 'job-2'], wanted: ['error', JobState.CANCELED, null], one: job,
                    jobId : new JobId('job-8'), vendor: 'Azure', processor: 'Encoder', few: 1..3, none: [], hour: Duration.ofHours(1)]
    def engine = new ScriptEngine(words, io, Optional.empty())

    Outcome run(String text) {
        return engine.run(new Source('check.groovy', 'nothing = null;' + text, null), [], new Cancellation(), { it })
    }

    def "where { #closure } asks for #condition"() {
        expect: 'when the rows are known to the compiler'
        run("ams.jobs.where { $closure }").toString() == "Value[value=$condition]"

        and: 'when they are not'
        run("q.where { $closure }").toString() == "Value[value=$condition]"

        where:
        closure                                                      | condition
        "state == ERROR"                                             | "state == Error"
        "ERROR == state"                                             | "state == Error"
        "state == 'Error'"                                           | "state == Error"
        "state == 'error'"                                           | "state == Error"
        'state == "Err${\'or\'}"'                                    | "state == Error"
        "state == JobState.ERROR"                                    | "state == Error"
        "state != ERROR"                                             | "state != Error"
        "!(state == ERROR)"                                          | "!(state == Error)"
        "!!(state == ERROR)"                                         | "state == Error"
        "it.state == ERROR"                                          | "state == Error"
        "it?.state == ERROR"                                         | "state == Error"
        "job -> job.state == ERROR"                                  | "state == Error"
        "Job job -> job.state == ERROR"                              | "state == Error"
        "-> state == ERROR"                                          | "state == Error"
        "return state == ERROR"                                      | "state == Error"
        "(((state))) == (ERROR)"                                     | "state == Error"
        "state == /* late */ ERROR"                                  | "state == Error"
        "\n  state == ERROR &&\n  // why\n  priority > 0\n"          | "state == Error && priority > 0"
        "priority < 5"                                               | "priority < 5"
        "5 < priority"                                               | "priority > 5"
        "5 <= priority"                                              | "priority >= 5"
        "five >= priority"                                           | "priority <= 5"
        "priority == -1"                                             | "priority == -1"
        "priority == five * 2 + 1"                                   | "priority == 11"
        "priority == 2.50"                                           | "priority == 2.5"
        "priority == 3L"                                             | "priority == 3"
        "created > from"                                             | "created > 2026-11-21T03:00:00Z"
        "from < created"                                             | "created > 2026-11-21T03:00:00Z"
        "created >= '2026-11-21'"                                    | "created >= 2026-11-21T00:00:00Z"
        "created > from.minus(hour)"                                 | "created > 2026-11-21T02:00:00Z"
        "runningDuration > hour"                                     | "runningDuration > PT1H"
        "started == null"                                            | "started == null"
        "null == started"                                            | "started == null"
        "started == nothing"                                         | "started == null"
        "started != null"                                            | "!(started == null)"
        "started"                                                    | "!(started == null)"
        "!started"                                                   | "started == null"
        "it.started && !it.ended"                                    | "!(started == null) && ended == null"
        "name"                                                       | "!(name == null || name == '')"
        "!name"                                                      | "name == null || name == ''"
        "name == 'a' || name == 'b'"                                 | "name == 'a' || name == 'b'"
        "name == 'a' && (priority > 1 || state == ERROR)"            | "name == 'a' && (priority > 1 || state == Error)"
        "(name == 'a' && priority > 1) && state == ERROR"             | "name == 'a' && priority > 1 && state == Error"
        "name == 'a' || (priority > 1 || state in [null, ERROR])"     | "name == 'a' || priority > 1 || state in [Error]"
        "name == 'a' && priority > 1 || state == ERROR"              | "(name == 'a' && priority > 1) || state == Error"
        "!(name == 'a' || priority > 1)"                             | "!(name == 'a' || priority > 1)"
        'name == "${prefix}oding"'                                   | "name == 'Encoding'"
        "name == prefix + 'oding'"                                   | "name == 'Encoding'"
        "name == \"it's (1:2)\""                                     | "name == 'it's (1:2)'"
        "name.startsWith('Enc')"                                     | "name.startsWith('Enc')"
        "name?.startsWith(prefix)"                                   | "name.startsWith('Enc')"
        'it.name.startsWith("${prefix}o")'                           | "name.startsWith('Enco')"
        "name.endsWith('x') || name.contains('y')"                   | "name.endsWith('x') || name.contains('y')"
        "name.length() > 10"                                         | "name.length() > 10"
        "10 > name.size()"                                           | "name.length() < 10"
        "name.length() in 1..5"                                      | "name.length() >= 1 && name.length() <= 5"
        "name.length() in [1, 2]"                                    | "name.length() == 1 || name.length() == 2"
        "name == templateId"                                         | "name == templateId"
        "ended > started"                                            | "ended > started"
        "created in [started, ended]"                                | "created == started || created == ended"
        "state in [ERROR, 'canceled']"                               | "state in [Error, Canceled]"
        "state !in [ERROR]"                                          | "!(state in [Error])"
        "!(state in [ERROR])"                                        | "!(state in [Error])"
        "state in wanted"                                            | "state in [Error, Canceled]"
        "state in 'error'"                                           | "state == Error"
        "name in ['a', null]"                                        | "name in ['a'] || name == null"
        "name in ['a', prefix]"                                      | "name in ['a', 'Enc']"
        "name in [null]"                                             | "name == null"
        "name in []"                                                 | "false"
        "name in none"                                               | "false"
        "!(name in none)"                                            | "true"
        "name in ['b', 'a'].sort().collect { n -> n.toUpperCase() }" | "name in ['A', 'B']"
        "name in ['b', 'a'].collect { it.toUpperCase() }"            | "name in ['B', 'A']"
        "name in (['a', 'b'] as String[])"                           | "name in ['a', 'b']"
        "priority in 1..5"                                           | "priority >= 1 && priority <= 5"
        "priority in 1..<five"                                       | "priority >= 1 && priority < 5"
        "priority in 5..1"                                           | "priority >= 1 && priority <= 5"
        "priority in (0..10).by(5)"                                  | "priority in [0, 5, 10]"
        "priority in 1..<1"                                          | "false"
        "priority in few"                                            | "priority >= 1 && priority <= 3"
        "created in from..from.plus(hour)"                           | "created >= 2026-11-21T03:00:00Z && created <= 2026-11-21T04:00:00Z"
        "id == 'job-1'"                                              | "id == 'job-1'"
        "id in ids"                                                  | "id in ['job-1', 'job-2']"
        "id in [one, jobId]"                                         | "id in ['job-7', 'job-8']"
        "id == one.id || id == one"                                  | "id == 'job-7' || id == 'job-7'"
        "state.isFinal()"                                            | "state in [Finished, Error, Canceled]"
        "state.final"                                                | "state in [Finished, Error, Canceled]"
        "state.isActive()"                                           | "!(state in [Finished, Error, Canceled])"
        "!it.state.active"                                           | "state in [Finished, Error, Canceled]"
        "state.final == true && name.contains('x') != true"          | "state in [Finished, Error, Canceled] && !(name.contains('x'))"
        "false == (state == ERROR)"                                  | "!(state == Error)"
        "name == vendor && name != processor"                        | "name == 'Azure' && name != 'Encoder'"
        "vendor.length() == 5 && vendor.startsWith('A') && state == ERROR" | "state == Error"
        "!vendor || vendor == 'Azure' && vendor in ['Azure'] && name" | "!(name == null || name == '')"
        "true"                                                       | "true"
        "false"                                                      | "false"
        "urgent || state == ERROR"                                   | "true"
        "calm || state == ERROR"                                     | "state == Error"
        "urgent && state == ERROR"                                   | "state == Error"
        "calm && state == ERROR"                                     | "false"
        "!calm && state == ERROR && five > 3"                        | "state == Error"
        "(urgent ? five : 0) > 3 && state == ERROR"                  | "state == Error"
        "nothing != null && name.startsWith(nothing)"                | "false"
        "nothing == null || name.startsWith(nothing)"                | "true"
        "nothing && created > nothing.then"                          | "false"
    }
}
