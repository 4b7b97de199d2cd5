package dev.amsshell.testing

import java.util.concurrent.TimeUnit

/** A real pseudo-terminal to type into and to read the screen of. */
final class Tmux implements Closeable {
    private final String socket = "ams-shell-test-${ProcessHandle.current().pid()}-${System.nanoTime()}"

    static boolean isInstalled() {
        def found = ['bash', '-c', 'command -v tmux'].execute().waitFor() == 0
        if (!found && System.getenv('AMS_SHELL_REQUIRE_ALL')) {
            throw new IllegalStateException('tmux is not installed, and AMS_SHELL_REQUIRE_ALL is set')
        }
        if (!found) {
            System.err.println('*** SKIPPED: the specs of the prompt need tmux, which is not installed')
        }
        return found
    }

    Tmux(String command, Map<String, String> environment, int width = 100, int height = 40) {
        def variables = environment.collectMany { ['-e', "$it.key=$it.value".toString()] }
        tmux(*(['new-session', '-d', '-x', "$width", '-y', "$height"]*.toString() + variables + ["$command; echo \"[exit code \$?]\"; cat".toString()]))
    }

    /** Types text as it is. */
    void type(String text) {
        tmux('send-keys', '-l', '--', text)
    }

    /** Presses keys by their tmux names, such as Enter, C-c, Up. */
    void press(String... keys) {
        tmux('send-keys', *keys)
    }

    void enter(String line) {
        type(line)
        press('Enter')
    }

    /** Pastes text as a terminal does, bracketed where the program asked for that. */
    void paste(String text) {
        tmux('set-buffer', '--', text)
        tmux('paste-buffer', '-p')
    }

    void resize(int width, int height) {
        tmux('resize-window', '-x', "$width".toString(), '-y', "$height".toString())
    }

    /** All lines ever shown, without the empty ones at the end. */
    String screen() {
        return tmux('capture-pane', '-p', '-J', '-S', '-').stripTrailing()
    }

    /** Waits until the screen matches; fails with what it shows instead. */
    boolean shows(String pattern) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15)
        while (!(screen() =~ pattern)) {
            if (System.nanoTime() > end) {
                throw new AssertionError((Object) "the screen never showed /$pattern/; it shows:\n${screen()}")
            }
            TimeUnit.MILLISECONDS.sleep(30)
        }
        return true
    }

    /** Waits until the program has ended; its exit code. */
    int ends() {
        shows(/\[exit code \d+]/)
        return (screen() =~ /\[exit code (\d+)]/)[0][1] as int
    }

    @Override
    void close() {
        ['tmux', '-L', socket, 'kill-server'].execute().waitFor()
    }

    private String tmux(String... args) {
        def process = (['tmux', '-L', socket, '-f', '/dev/null', '-u'] + (args as List)).execute()
        def out = process.inputStream.getText('UTF-8')
        def err = process.errorStream.getText('UTF-8')
        assert process.waitFor() == 0: err
        return out
    }
}
