package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.Tmux
import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import spock.lang.Requires
import spock.lang.Specification

/** What the README shows is what happens. In its outputs an ellipsis stands for anything. */
class ReadmeSpec extends Specification {
    static final README = Path.of('README.md').toFile().getText('UTF-8')
    static final SESSIONS = blocks('console').collectMany { block -> block.split(/(?m)^\$ /).findAll().collect { it.split('\n', 2) as List } }

    static List<String> blocks(String language) {
        return (README =~ /(?ms)^```$language\n(.*?)^```/).collect { it[1] as String }
    }

    def "the command does what the README shows: #command"() {
        when:
        def ended = new AmsShellProcess().shell("{ $command; } 2>&1")

        then:
        ended.out ==~ '(?s)' + expected.stripTrailing().split('…', -1).collect { Pattern.quote(it) }.join('.*?') + '\\n*'

        where:
        [command, expected] << SESSIONS
    }

    @Requires({ Tmux.installed })
    def "the session at the prompt goes as the README shows: #lines.first()"() {
        given:
        def terminal = new Tmux("${AmsShellProcess.LAUNCHER} --sandbox", [HOME: new AmsShellProcess().home.toString()])

        expect:
        lines.size() > 4
        lines.eachWithIndex { line, i ->
            if (line.startsWith('ams> ')) {
                terminal.shows(/ams>$/)
                terminal.enter(line - 'ams> ')
            } else if (line.startsWith('Send this?')) {
                terminal.shows(/Send this\? \[y\/N]$/)
                terminal.enter(line - 'Send this? [y/N] ')
            } else {
                terminal.shows('(?m)^' + line.split('…', -1).collect { Pattern.quote(it) }.join('.*') + '$')
            }
        }
        lines.last() == 'ams> :quit' || terminal.shows(/ams>$/) && terminal.enter(':quit') == null
        terminal.ends() == 0

        cleanup:
        terminal.close()

        where:
        lines << blocks('text')*.readLines()
    }

    def "the test command of the README is the one CI runs"() {
        expect:
        blocks('sh').any { it.trim() == 'mvn verify' }
        Path.of('.ci/run').toFile().readLines().last() == 'mvn verify'
    }

    def "the queries of the README run"() {
        given:
        def script = blocks('groovy')[0]
        def lines = script.readLines().findAll { it.startsWith('ams.jobs') }.collect { it.replaceFirst(/\s+\/\/.*/, '') }

        when:
        def ended = new AmsShellProcess().runWithInput(script + lines.collect { "show $it" }.join('\n'), '-q', '--sandbox', 'run', '-')

        then:
        lines.size() > 5
        ended.err == ''
        ended.code in [0, 1]
    }

    def "the waits of the README run"() {
        given:
        def lines = blocks('groovy')[1].readLines()
        def script = "def id = 'f3c43f94-327f-2347-90bb-3bf79f8559f1'; def other = ams.jobs.active.newest(1)[0].id\n" +
            lines.collect { "try {\n$it\n} catch (dev.amsshell.await.AwaitFailed e) { println e.kind() }" }.join('\n')

        when:
        def ended = new AmsShellProcess().runWithInput(script, '-q', '--sandbox', '--speed', '2000', 'run', '-')

        then:
        lines.size() > 5
        lines.every { it =~ /await|settle/ }
        ended.err == ''
        ended.code == 0
        ended.out.readLines().every { it in ['JOB_FAILED', 'JOB_CANCELED'] }
    }

    def "the triage of the README is told and written"() {
        given:
        def shell = new AmsShellProcess()
        def script = blocks('groovy')[2].replace('incident.html', shell.home.resolve('incident.html').toString())

        when:
        def ended = shell.runWithInput(script, '--sandbox', '--scenario', 'samples/scenarios/six-causes.toml', 'run', '-')

        then:
        ended.err == ''
        ended.code == 0
        ended.out =~ /(?s)incident\.html\n\[400, .*\nThe job ended as Error at .*ended: Error/
        shell.home.resolve('incident.html').toFile().text.startsWith('<!DOCTYPE html>')
    }

    def "the checks of the README are made, and its bookmark is kept"() {
        given:
        def shell = new AmsShellProcess()

        when:
        def ended = shell.runWithInput(blocks('groovy')[3], '--sandbox', 'run', '-')
        def first = shell.runWithInput(blocks('groovy')[4] + '\nprintln fresh.size()', '--sandbox', 'run', '-')
        def second = shell.runWithInput(blocks('groovy')[4] + '\nprintln fresh.size()', '--sandbox', 'run', '-')

        then:
        ended.out.readLines().last().startsWith('5 checks: ')
        !ended.out.contains('ERROR')
        first.out.readLines().last().toInteger() > 0
        second.out.readLines().last().toInteger() < first.out.readLines().last().toInteger()
    }

    def "the profiles of the README can be used"() {
        given:
        def shell = new AmsShellProcess()
        def folder = Files.createDirectories(shell.home.resolve('.config/ams-shell'))
        Files.writeString(folder.resolve('profiles.toml'), blocks('toml')[0])

        when:
        def ended = shell.run('--output', 'json', 'profile', 'list')
        def rows = new ObjectMapper().readValue(ended.out, Object)

        then:
        ended.code == 0
        rows.size() > 3
        rows.every { it.problem == null && shell.run('profile', 'show', it.name).code == 0 }
    }

    def "the scripts that the README names are there"() {
        expect:
        (README =~ /(?:scripts|samples)\/[a-z.-]+[a-z]/).collect { it }.toSet().every { Path.of(it).toFile().exists() }
    }

    def "the words of the README are words of a job"() {
        given:
        def words = README.readLines().findAll { it.startsWith('| `.') }.collectMany { (it.tokenize('|')[0] =~ /`\.(\w+)/).collect { it[1] } }

        when:
        def ended = new AmsShellProcess().run('--sandbox', 'eval',
            "def j = ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1'); ${words.inspect()}.each { j.\"\$it\" }; j.tasks.each { [it.name, it.state, it.progress, it.started, it.ended, it.processor, it.errors, it.history] }; 'fine'")

        then:
        words.size() > 10
        ended.out == 'fine\n'
    }
}
