package dev.amsshell.product

import static dev.amsshell.testing.ScriptedServer.answer

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.ScriptedServer
import dev.amsshell.testing.Tmux
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification

/** Whose jobs they are at the prompt, and how to get to others'. */
@Requires({ Tmux.installed })
class PromptProfilesSpec extends Specification {
    @AutoCleanup
    ScriptedServer one = new ScriptedServer(answer('1', 200, 'text/plain'))
    @AutoCleanup
    ScriptedServer two = new ScriptedServer(answer('2', 200, 'text/plain'))
    @AutoCleanup
    Tmux terminal

    Path home() {
        def home = new AmsShellProcess().home
        def folder = Files.createDirectories(home.resolve('.config/ams-shell'))
        def text = [one: one, two: two].collect { name, server -> "[$name]\nendpoint = '$server.root'\ntoken = 'a-s3cret-token'\n" }.join('')
        def file = Files.writeString(folder.resolve('profiles.toml'), text)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))
        return home
    }

    def "the prompt says whose jobs they are; another profile is named, completed, and what was made before stays with its own"() {
        given:
        terminal = new Tmux("$AmsShellProcess.LAUNCHER --profile one", [HOME: home(), LC_ALL: 'C.UTF-8'], 120, 40)
        terminal.shows(/\nams\(one\)>\z/)

        when:
        terminal.enter('def q = ams.jobs.failed')
        terminal.shows(/a query of jobs.*\nams\(one\)>\z/)
        terminal.type(':profile tw')
        terminal.shows(/:profile tw\z/)
        terminal.press('Tab')
        then:
        terminal.shows(/:profile two\z/)

        when:
        terminal.press('Enter')
        then:
        terminal.shows(/\nprofile +two\nsource +\S+profiles.toml\nendpoint +\Q$two.root\E\n(.*\n)*ams\(two\)>\z/)

        when:
        terminal.enter("[q.count(), ams.jobs.failed.count(), ams.on('one').jobs.count(), ams.on('two').jobs.count()]")
        then:
        terminal.shows(/\n1\n2\n1\n2\nams\(two\)>\z/)

        when:
        terminal.enter(':profile three')
        then:
        terminal.shows(/\nthere is no profile 'three' in \S+\nThere are one, two\.\nams\(two\)>\z/)
        !terminal.screen().contains('s3cret')
    }

    def "in the sandbox no profile can be named"() {
        given:
        terminal = new Tmux("$AmsShellProcess.LAUNCHER --sandbox", [HOME: home(), LC_ALL: 'C.UTF-8'], 120, 40)
        terminal.shows(/\nams>\z/)

        when:
        terminal.enter(':profile two')

        then:
        terminal.shows(/nothing in it leads to profile 'two'\n.*\nams>\z/)
    }
}
