package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import java.nio.file.Path

/** A prompt in a terminal, in an empty home unless one is given. */
final class PromptTerminal implements Closeable {
    static final String EXAMPLE = 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1")'

    final Path home
    @Delegate
    private final Tmux terminal

    /** Takes options, environment, home, width and height, and waits for the prompt. */
    PromptTerminal(Map given = [:]) {
        home = given.home as Path ?: new AmsShellProcess().home
        def environment = [
            HOME: home,
            XDG_STATE_HOME: home.resolve('state'),
            XDG_CONFIG_HOME: home.resolve('config'),
            LC_ALL: 'C.UTF-8',
        ] + (given.environment as Map ?: [:])
        def options = given.containsKey('options') ? given.options : '--sandbox'
        terminal = new Tmux("${AmsShellProcess.LAUNCHER} $options", environment, given.width as Integer ?: 100, given.height as Integer ?: 40)
        isReady()
    }

    /** A home whose owner has this init file. */
    static Path homeWith(String init) {
        def home = new AmsShellProcess().home
        def folder = home.resolve('config/ams-shell').toFile()
        folder.mkdirs()
        new File(folder, 'init.groovy').text = init
        return home
    }

    Path getHistory() {
        return home.resolve('state/ams-shell/history')
    }

    /** Waits for an empty prompt. */
    boolean isReady() {
        return shows(/(?m)^ams>\z/)
    }

    /** An empty prompt on an empty screen, whatever the feature before has left there. */
    void fresh() {
        if (!(screen() =~ /(?m)^ams>\z/)) {
            press('C-c')
            isReady()
        }
        clear('ams>')
    }

    /** Changes a setting, which says nothing. */
    void set(String setting) {
        enter(":set $setting")
        shows(/(?m)^ams> :set \Q$setting\E\nams>\z/)
    }
}
