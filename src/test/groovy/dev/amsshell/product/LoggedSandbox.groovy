package dev.amsshell.product

import dev.amsshell.sandbox.Sandbox
import dev.amsshell.sandbox.SandboxOptions
import dev.amsshell.sandbox.scenario.Scenario
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.CopyOnWriteArrayList

/** A sandbox beside the product, which remembers what it was asked. */
final class LoggedSandbox implements Closeable {
    private final List<String> logged = new CopyOnWriteArrayList<>()
    private final Sandbox sandbox

    LoggedSandbox(String scenario) {
        this(Scenario.read(Path.of("samples/scenarios/$scenario")))
    }

    LoggedSandbox(Scenario scenario) {
        def options = new SandboxOptions(0, 7, 60, 'a-token').with(scenario)
        sandbox = Sandbox.start(options.logging { line -> logged << URLDecoder.decode(line, StandardCharsets.UTF_8) }, Clock.systemUTC())
    }

    /** Where the product finds it. */
    Map<String, String> getEnvironment() {
        return [AMS_ENDPOINT: sandbox.endpoint().toString(), AMS_TOKEN: 'a-token']
    }

    /** What people asked: all but the jobs that completion wants to know. */
    List<String> getRequests() {
        return logged.findAll { !it.contains('$orderby=Created desc&$top=100 ') }
    }

    /** All that was asked, whoever wanted to know it. */
    List<String> getAllRequests() {
        return logged
    }

    void forget() {
        logged.clear()
    }

    @Override
    void close() {
        sandbox.close()
    }
}
