package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** Start-up is a feature: what a run does not need, it does not load. */
class ClassLoadingSpec extends Specification {
    static final GROUPS = [groovy: /^(groovy|org\.codehaus\.groovy|org\.apache\.groovy)\./, jline: /^org\.jline\./, http: /^org\.apache\.hc\./,
                           jackson: /^com\.fasterxml\./, msal: /^com\.microsoft\./, toml: /^org\.tomlj\./, tls: /^sun\.security\.ssl\./, sandbox: /^dev\.amsshell\.sandbox\./, compiler: /^org\.apache\.groovy\.parser\./,
                           printers: /^dev\.amsshell\.render\.(Table|Json|Csv|Output|Result)/]

    def shell = new AmsShellProcess()

    /** Without the start-up archive, which loads much of what it holds at once. */
    Set<String> loadedBy(String... args) {
        def log = shell.home.resolve('classes.log')
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java')
        def jar = AmsShellProcess.PROJECT.resolve('target/ams-shell.jar')
        def ended = AmsShellProcess.await(
            shell.startCommand("$java", '-Xshare:off', "-Xlog:class+load:file=$log:none", '-jar', "$jar", *args), '')
        assert ended.code == 0: ended
        def classes = log.toFile().readLines()*.tokenize(' ')*.first()
        return GROUPS.findAll { name, pattern -> classes.any { it =~ pattern } }.keySet()
    }

    def "#args loads #loaded"() {
        expect:
        loadedBy(*args) == loaded as Set

        where:
        args                                                                                           | loaded
        ['--version']                                                                                  | []
        ['--help']                                                                                     | []
        ['eval', '1+1']                                                                                | ['groovy', 'compiler', 'printers']
        ['eval', '--sandbox', 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state.name()']           | ['groovy', 'compiler', 'http', 'jackson', 'sandbox', 'printers']
    }

    def "a profile is read without what signs in: that is loaded when a token is needed"() {
        given:
        def folder = Files.createDirectories(shell.home.resolve('.config/ams-shell'))
        Files.writeString(folder.resolve('profiles.toml'),
            "[default]\naccount = 'acc'\nregion = 'westus'\ntenant = 't'\nclient-id = 'c'\nclient-secret = 'env:S'\n")

        expect:
        loadedBy('eval', '1+1') == ['groovy', 'compiler', 'printers', 'http', 'jackson', 'toml'] as Set
    }

    def "a script that is found compiled does not load the parser"() {
        given:
        loadedBy('eval', '1+1')

        expect:
        loadedBy('eval', '1+1') == ['groovy', 'printers'] as Set
    }

    def "a script that shows nothing loads no printer"() {
        given:
        def script = java.nio.file.Files.writeString(shell.home.resolve('a.groovy'), 'println 1').toString()
        loadedBy('run', script)

        expect:
        loadedBy('run', script) == ['groovy'] as Set
    }
}
