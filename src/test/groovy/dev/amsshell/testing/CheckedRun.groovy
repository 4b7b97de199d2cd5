package dev.amsshell.testing

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.check.CheckResult
import dev.amsshell.check.Checks
import dev.amsshell.dsl.Ams
import dev.amsshell.dsl.Host
import dev.amsshell.script.Outcome
import dev.amsshell.script.ScriptEngine
import dev.amsshell.script.Source
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset

/** Scripts with checks, run without a service, and what came of them. */
final class CheckedRun {
    static final Clock CLOCK = Clock.fixed(Instant.parse('2024-05-01T03:00:00Z'), ZoneOffset.UTC)
    static final Io IO = new Io(InputStream.nullInputStream(), new PrintStream(OutputStream.nullOutputStream()), System.err, false, false, false)

    final Checks checks = new Checks(CLOCK, {})
    final Ams ams = new Ams({ throw new IllegalStateException('nothing is configured') }, CLOCK, null, {}, new Host({}, { it }, {}, checks, {}))
    final Cancellation cancellation = new Cancellation()

    Outcome run(String text, Map<String, Object> words = [:]) {
        return new ScriptEngine([ams: ams] + words, IO, Optional.empty()).run(new Source('checks.groovy', text, null), [], cancellation, { it })
    }

    List<CheckResult> getResults() {
        checks.results()
    }

    /** What each check came to. */
    List<String> getOutcomes() {
        results*.outcome()*.toString()
    }
}
