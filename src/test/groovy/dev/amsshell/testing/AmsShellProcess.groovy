package dev.amsshell.testing

import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

/** Runs the packaged product as a user does: a real process, by its launcher, in an empty home. */
final class AmsShellProcess {
    static final Path PROJECT = Path.of('').toAbsolutePath()
    static final String LAUNCHER = PROJECT.resolve('scripts/ams-shell')

    /** How a process ended. */
    static final class Ended {
        int code
        String out
        String err

        @Override
        String toString() {
            return "exit code $code\n--- stdout\n$out--- stderr\n$err"
        }
    }

    static {
        // the first run prepares a start-up archive and says so
        new AmsShellProcess().run('--version')
    }

    final Path home = TemporaryFolder.named('home')
    final Map<String, String> environment = [:]

    AmsShellProcess with(Map<String, String> variables) {
        environment.putAll(variables)
        return this
    }

    Ended run(String... args) {
        return runWithInput('', args)
    }

    Ended runWithInput(String input, String... args) {
        return await(start(args), input)
    }

    /** Runs a line of shell with the launcher's folder on the path. */
    Ended shell(String line) {
        return await(startCommand('bash', '-c', line), '')
    }

    Process start(String... args) {
        return startCommand(LAUNCHER, *args)
    }

    Process startCommand(String... command) {
        // whoever runs the tests may ignore Ctrl-C, and that would be inherited
        def builder = new ProcessBuilder(['env', '--default-signal=INT,PIPE'] + (command as List))
        builder.directory(PROJECT.toFile())
        def variables = builder.environment()
        variables.keySet().removeIf { it.startsWith('AMS_') || it.startsWith('XDG_') || it == 'JAVA_TOOL_OPTIONS' }
        variables.HOME = home.toString()
        variables.PATH = "${PROJECT.resolve('scripts')}:${variables.PATH}".toString()
        variables.putAll(environment)
        return builder.start()
    }

    static Ended await(Process process, String input) {
        def out = CompletableFuture.supplyAsync { process.inputStream.getText('UTF-8') }
        def err = CompletableFuture.supplyAsync { process.errorStream.getText('UTF-8') }
        try {
            process.outputStream.withCloseable { it.write(input.getBytes(StandardCharsets.UTF_8)) }
        } catch (IOException ignored) {
            // it ended without reading
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly()
            throw new AssertionError((Object) "still running after two minutes; stderr: ${err.getNow('')}")
        }
        return new Ended(code: process.exitValue(), out: out.get(), err: err.get())
    }
}
