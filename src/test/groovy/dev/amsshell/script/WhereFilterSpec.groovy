package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.testing.SandboxedClient
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Closures as the service is asked them, all the way from the text of a script. */
class WhereFilterSpec extends Specification {
    static final VARIABLES = """
        unknown = JobState.unknown('9'); five = 5; few = 1..3; from = java.time.Instant.parse('2026-11-21T03:00:00Z'); hour = 1.hour
        prefix = 'Enc'; nothing = null; urgent = true; calm = false; none = []
        ids = ['f3c43f94-327f-2347-90bb-3bf79f8559f1', 'nb:jid:UUID:F3C43F94-327F-2347-90BB-000000000100']
        """

    @Shared
    @AutoCleanup
    SandboxedClient client = new SandboxedClient()

    /** What is sent; empty when it is everything, null when it is nothing. */
    String sent(String closure) {
        def io = new Io(InputStream.nullInputStream(), System.out, System.err, false, false, false)
        def engine = new ScriptEngine([ams: client.ams], io, Optional.empty())
        def outcome = engine.run(new Source('check', "$VARIABLES\nams.jobs.where { $closure }", null), [], new Cancellation(), { it })
        assert outcome instanceof Outcome.Value: outcome
        outcome.value().collect()
        def first = client.requests.find { it.endsWith('top=1000') }
        client.forget()
        return first ? (first =~ /Jobs\(\)\?(?:[$]filter=(.*)&)?[$]top=1000/)[0][1] ?: '' : null
    }

    def "where { #closure } is sent as #expected"() {
        expect:
        sent(closure) == expected

        where:
        closure                                                 | expected
        "state == ERROR"                                        | "State eq 4"
        "'error' == state"                                      | "State eq 4"
        "state != ERROR"                                        | "State ne 4"
        "!(state == ERROR)"                                     | "State ne 4"
        "it.state == FINISHED"                                  | "State eq 3"
        "job -> job.state == ERROR"                             | "State eq 4"
        "state in [ERROR, 'canceled']"                          | "State eq 4 or State eq 5"
        "!(state in [ERROR, CANCELED])"                         | "State ne 4 and State ne 5"
        "state !in [ERROR, CANCELED]"                           | "State ne 4 and State ne 5"
        "state.isFinal()"                                       | "State eq 3 or State eq 4 or State eq 5"
        "state.active"                                          | "State ne 3 and State ne 4 and State ne 5"
        "state == unknown"                                      | "State eq 9"
        "state == ERROR && priority > 0"                        | "State eq 4 and Priority gt 0"
        "state == ERROR || priority > 0 && name == 'x'"         | "State eq 4 or Priority gt 0 and Name eq 'x'"
        "(state == ERROR || priority > 0) && name == 'x'"       | "(State eq 4 or Priority gt 0) and Name eq 'x'"
        "!(state == ERROR || priority > 0)"                     | "State ne 4 and Priority le 0"
        "!(state == ERROR && priority > 0)"                     | "State ne 4 or Priority le 0"
        "priority == 5"                                         | "Priority eq 5"
        "5 < priority"                                          | "Priority gt 5"
        "priority >= five"                                      | "Priority ge 5"
        "priority == 3_000_000_000L"                            | "Priority eq 3000000000L"
        "priority > 2.5"                                        | "Priority gt 2.5"
        "priority in 1..5"                                      | "Priority ge 1 and Priority le 5"
        "priority in 1..<5"                                     | "Priority ge 1 and Priority lt 5"
        "priority in [1, 2, 3]"                                 | "Priority eq 1 or Priority eq 2 or Priority eq 3"
        "priority in few"                                       | "Priority ge 1 and Priority le 3"
        "priority in (0..10).by(5)"                             | "Priority eq 0 or Priority eq 5 or Priority eq 10"
        "created > from"                                        | "Created gt datetime'2026-11-21T03:00:00Z'"
        "from >= created"                                       | "Created le datetime'2026-11-21T03:00:00Z'"
        "created > '2026-11-21'"                                | "Created gt datetime'2026-11-21T00:00:00Z'"
        "created >= from.minus(hour)"                           | "Created ge datetime'2026-11-21T02:00:00Z'"
        "created in from.minus(hour)..from"                     | "Created ge datetime'2026-11-21T02:00:00Z' and Created le datetime'2026-11-21T03:00:00Z'"
        "lastModified == from"                                  | "LastModified eq datetime'2026-11-21T03:00:00Z'"
        "lastModified > created"                                | "LastModified gt Created"
        "started > from"                                        | "StartTime gt datetime'2026-11-21T03:00:00Z'"
        "!(started > from)"                                     | "StartTime le datetime'2026-11-21T03:00:00Z' or StartTime eq null"
        "started == null"                                       | "StartTime eq null"
        "ended != null"                                         | "EndTime ne null"
        "started"                                               | "StartTime ne null"
        "!ended"                                                | "EndTime eq null"
        "started && !ended"                                     | "StartTime ne null and EndTime eq null"
        "started == ended"                                      | "StartTime eq EndTime or StartTime eq null and EndTime eq null"
        "started != ended"                                      | "StartTime ne EndTime or StartTime eq null and EndTime ne null or StartTime ne null and EndTime eq null"
        "!(started < ended)"                                    | "StartTime ge EndTime or StartTime eq null or EndTime eq null"
        "runningDuration > hour"                                | "RunningDuration gt 3600000.0"
        "runningDuration <= 90.seconds"                         | "RunningDuration le 90000.0"
        "runningDuration < 1.5.seconds"                         | "RunningDuration lt 1500.0"
        "name == 'Nightly'"                                     | "Name eq 'Nightly'"
        'name == "Night${\'ly\'}"'                              | "Name eq 'Nightly'"
        'name == "it\'s"'                                       | "Name eq 'it''s'"
        "name == '50 % & more + #1'"                            | "Name eq '50 % & more + #1'"
        "name != 'Nightly'"                                     | "Name ne 'Nightly' or Name eq null"
        "!(name == 'Nightly')"                                  | "Name ne 'Nightly' or Name eq null"
        "name < 'm'"                                            | "Name lt 'm' and Name ne null"
        "name.startsWith('Enc')"                                | "startswith(Name,'Enc')"
        "name?.endsWith('.mp4')"                                | "endswith(Name,'.mp4')"
        "it.name.contains('BigBuck')"                           | "substringof('BigBuck',Name)"
        "!name.startsWith('Enc')"                               | "not startswith(Name,'Enc') or Name eq null"
        "!(name.startsWith(prefix) && name.contains('a'))"      | "not startswith(Name,'Enc') or Name eq null or not substringof('a',Name) or Name eq null"
        "name.length() > 20"                                    | "length(Name) gt 20"
        "name.size() == five"                                   | "length(Name) eq 5"
        "!(name.length() > 20)"                                 | "length(Name) le 20 or Name eq null"
        "name"                                                  | "Name ne null and (Name ne '' or Name eq null)"
        "!name"                                                 | "Name eq null or Name eq ''"
        "name in ['a', null]"                                   | "Name eq 'a' or Name eq null"
        "name == null"                                          | "Name eq null"
        "name == nothing"                                       | "Name eq null"
        "templateId != null"                                    | "TemplateId ne null"
        "id == 'f3c43f94-327f-2347-90bb-3bf79f8559f1'"          | "Id eq 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'"
        "id in ids"                                             | "Id eq 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1' or Id eq 'nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000100'"
        "id == ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1')" | "Id eq 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'"
        "urgent || state == ERROR"                              | ""
        "urgent && state == ERROR"                              | "State eq 4"
        "calm || state == ERROR"                                | "State eq 4"
        "calm && state == ERROR"                                | null
        "nothing != null && name.startsWith(nothing)"           | null
        "name in none"                                          | null
    }
}
