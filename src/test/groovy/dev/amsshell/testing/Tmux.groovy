package dev.amsshell.testing

import java.util.concurrent.TimeUnit

/** A real pseudo-terminal to type into and to read the screen of. */
final class Tmux implements Closeable {
    private final String socket = "ams-shell-test-${ProcessHandle.current().pid()}-${System.nanoTime()}"

    static boolean isInstalled() {
        return Tools.isThere('tmux', 'the prompt', ['bash', '-c', 'command -v tmux'].execute().waitFor() == 0)
    }

    Tmux(String command, Map<String, String> environment, int width = 100, int height = 40) {
        // exported, since tmux itself decides what TERM is
        def variables = environment.collect { name, value -> "export $name='$value'; " }.join('')
        // a killed program leaves a terminal whose reads do not wait, where cat would end and take the screen with it
        def session = "$variables$command; echo \"[exit code \$?]\"; stty sane; cat"
        tmux('new-session', '-d', '-x', "$width".toString(), '-y', "$height".toString(), session.toString())
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

    /** Pastes text as a terminal does that knows no bracketed paste. */
    void pastePlainly(String text) {
        tmux('set-buffer', '--', text)
        tmux('paste-buffer')
    }

    /** Makes it larger or smaller, and waits until the program can know. */
    void resize(int width, int height) {
        tmux('resize-window', '-x', "$width".toString(), '-y', "$height".toString())
        def device = tmux('display-message', '-p', '#{pane_tty}').strip()
        matches("^$height $width") { ['stty', '-F', device, 'size'].execute().text }
    }

    /** All lines ever shown, without the blanks at their ends and the empty ones at the end. */
    String screen() {
        return stripped(tmux('capture-pane', '-p', '-J', '-S', '-'))
    }

    /** What is on the screen now, without what has scrolled away. */
    String visible() {
        return stripped(tmux('capture-pane', '-p'))
    }

    /** What is on the screen now, with the escapes that colour it. */
    String styled() {
        return tmux('capture-pane', '-p', '-e').stripTrailing()
    }

    /** Waits until the screen matches; fails with what it shows instead. */
    boolean shows(String pattern) {
        return matches(pattern) { screen() }
    }

    /** Waits until what is on the screen now matches, without what has scrolled away. */
    boolean showsNow(String pattern) {
        return matches(pattern) { visible() }
    }

    /** Waits until the screen with its escapes matches. */
    boolean showsStyled(String pattern) {
        return matches(pattern) { styled() }
    }

    /** Waits until the program has ended; its exit code. */
    int ends() {
        shows(/\[exit code \d+]/)
        return (screen() =~ /\[exit code (\d+)]/)[0][1] as int
    }

    /** Makes the program clear its screen, and forgets what was shown, once this is all that is left. */
    void clear(String left) {
        press('C-l')
        showsNow("\\A$left\\z")
        tmux('clear-history')
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

    private static String stripped(String text) {
        return text.readLines()*.stripTrailing().join('\n').stripTrailing()
    }

    private static boolean matches(String pattern, Closure<String> capture) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30)
        while (!(capture() =~ pattern)) {
            if (System.nanoTime() > end) {
                throw new AssertionError((Object) "the screen never showed /$pattern/; it shows:\n${capture()}")
            }
            TimeUnit.MILLISECONDS.sleep(30)
        }
        return true
    }
}
