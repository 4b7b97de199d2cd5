package dev.amsshell.product

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.testing.AmsShellProcess
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification

/** The samples do what their heads say, as real processes, where there is something to be found. */
class SamplesSpec extends Specification {
    def shell = new AmsShellProcess()

    AmsShellProcess.Ended sample(String name, String scenario, List<String> options = [], List<Object> args = []) {
        shell.run(*(['run', '-q', '--sandbox', '--scenario', "samples/scenarios/${scenario}.toml", *options, "samples/${name}.groovy", *args]*.toString()))
    }

    def "nightly-checks finds what fails, says so as a report, and ends with 1"() {
        when:
        def ended = sample('nightly-checks', 'six-causes', ['--report', "junit=${shell.home.resolve('checks.xml')}"])

        then:
        ended.code == 1
        ended.err == ''
        ended.out.contains('FAIL  no configuration is wrong')
        ended.out.contains('FAIL  failed jobs in a hundred')
        ended.out.contains('ok    nothing looks stuck')
        ended.out.readLines().last() == '6 checks: 4 ok, 2 failed'
        shell.home.resolve('checks.xml').toFile().text.count('<failure ') == 2
    }

    def "failed-last-night lists each failure once"() {
        given: 'a service that is there in both nights'
        def service = new LoggedSandbox('six-causes.toml')
        shell.with(service.environment)

        when:
        def nights = (1..2).collect { shell.run('run', '-q', 'samples/failed-last-night.groovy') }

        then:
        nights*.code == [0, 0]
        nights*.err == ['', '']
        nights[0].out =~ /\A1\d\d\d jobs failed that were not listed before\.\n\n.*\n  nb:jid:UUID:.*\n  \w+: .*\n  fault: \w+, try again: \w+\n/
        !nights[1].out.contains('1000') && nights[1].out.size() < nights[0].out.size()

        cleanup:
        service.close()
    }

    def "stuck-jobs lists them and ends with 1"() {
        when:
        def ended = sample('stuck-jobs', 'stuck-queue', ['--output', 'json'])

        then:
        ended.code == 1
        new ObjectMapper().readValue(ended.out, List)*.name.toSorted() == (1..6).collect { "Nightly ingest $it".toString() }
    }

    def "await-batch waits for all, and ends with 6 since one failed"() {
        when:
        def ended = sample('await-batch', 'nightly-batch', ['--speed', '600'])

        then:
        ended.code == 6
        ended.out =~ /(?m)^Error  Batch 7: part 3  \[ErrorExecutingTaskUnsupportedFormat: /
        ended.out.readLines().size() == 1
        ended.err.contains('of 3 jobs, 1 in Error; 2 Finished')
    }

    def "cancel-stuck changes nothing without leave (2), and cancels with it (0)"() {
        expect:
        with(sample('cancel-stuck', 'stuck-queue')) {
            it.code == 2
            it.err.contains('nothing was sent; without --allow-writes no script may cancel 6 jobs')
        }
        with(sample('cancel-stuck', 'stuck-queue', ['--allow-writes'])) {
            it.code == 0
            it.out.endsWith('6 of 6 jobs are canceled\n')
        }
    }

    def "incident-report writes a page of the incident and one of a job of each large group"() {
        given:
        def folder = shell.home.resolve('incident')

        when:
        def ended = sample('incident-report', 'six-causes', [], [folder])

        then:
        ended.code == 0
        ended.err == ''
        Files.list(folder).map { it.fileName.toString() }.sorted().toList() == ['incident.html'] + (1..5).collect { "sample-${it}.html".toString() }
        ended.out.contains('\n400 times ErrorDownloadingInputAssetServiceFailure: ')
    }

    def "compare-accounts puts two accounts side by side"() {
        given:
        def services = ['six-causes.toml', 'stuck-queue.toml'].collect { new LoggedSandbox(it) }
        def folder = Files.createDirectories(shell.home.resolve('.config/ams-shell'))
        def text = ['east', 'west'].withIndex().collect { name, i -> "[$name]\nendpoint = '${services[i].environment.AMS_ENDPOINT}'\ntoken = 'a-token'\n" }.join()
        def file = Files.writeString(folder.resolve('profiles.toml'), text)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))

        when:
        def ended = shell.run('run', '--output', 'json', 'samples/compare-accounts.groovy', 'east', 'west')
        def rows = new ObjectMapper().readValue(ended.out, List)

        then:
        ended.code == 0
        rows*.account == ['east', 'west']
        rows[0].failed > 977
        rows[1].queued == 6
        rows[1].stuck == 6
        rows*.units == [17, 1]

        cleanup:
        services*.close()
    }

    def "each sample says what it does, how it ends and how it is scheduled"() {
        given:
        def samples = Files.list(Path.of('samples')).filter { it.toString().endsWith('.groovy') }.toList()

        expect:
        samples.size() == 8
        samples.every { sample ->
            def head = sample.toFile().readLines().takeWhile { it.startsWith('#!') || it.startsWith('//') }
            head[0] == '#!/usr/bin/env -S ams-shell run' && head.any { it.startsWith('// Exit codes: ') } && head.any { it =~ /(?i)from cron|as a systemd timer|as a CI job|a CI job/ }
        }
    }
}
