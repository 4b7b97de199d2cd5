package dev.amsshell.check

import static dev.amsshell.check.CheckOutcome.ERROR
import static dev.amsshell.check.CheckOutcome.FAILED
import static dev.amsshell.check.CheckOutcome.OK
import static dev.amsshell.check.CheckOutcome.WARNING

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.testing.PrometheusClient
import dev.amsshell.testing.SampleJobs
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import javax.xml.XMLConstants
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.transform.stream.StreamSource
import javax.xml.validation.SchemaFactory
import org.w3c.dom.Element
import spock.lang.Requires
import spock.lang.Specification

/** Reports as programs read them that are not ours. */
class ReportsSpec extends Specification {
    static final HOSTILE = 'a"b\\c\'d<e>&]]>f\u0000\u001b[1m\u202e\ud800\ufffe\uffff\ud83c\udfac\r\n\tz s3cret \u007f\u0085\u2028'

    static RunReport report(Map with = [:], List<CheckResult> checks) {
        return new RunReport((with.script ?: 'night/checks.groovy') as String, Instant.parse('2024-05-01T03:00:00Z'), Instant.parse('2024-05-01T03:00:02.5Z'),
            (with.code ?: 0) as int, with.error as String, checks)
    }

    static String text(ReportKind kind, RunReport report) {
        return new String(kind.write(report) { it.replace('s3cret', '***') }, StandardCharsets.UTF_8)
    }

    static List<CheckResult> all() {
        return [
            CheckPrinterSpec.result(name: 'fine'),
            CheckPrinterSpec.result(name: 'queue', value: 3, max: 5),
            CheckPrinterSpec.result(name: 'age', outcome: FAILED, value: Duration.ofMillis(90500), max: Duration.ofMinutes(1), message: '1 min 30 s is above max: 1 min 0 s'),
            CheckPrinterSpec.result(name: 'none', outcome: FAILED, message: 'a == b\n| |\n1 2', jobs: [SampleJobs.job(name: 'Night')], more: 4),
            CheckPrinterSpec.result(name: 'busy', outcome: WARNING, message: 'idle'),
            CheckPrinterSpec.result(name: 'there', outcome: ERROR, message: 'no such job', advice: 'Check the id.'),
        ]
    }

    static List<CheckResult> hostile() {
        return CheckOutcome.values().collect {
            CheckPrinterSpec.result(name: HOSTILE, outcome: it, message: it == OK ? null : HOSTILE, advice: it == ERROR ? HOSTILE : null,
                jobs: [SampleJobs.job(name: HOSTILE, id: HOSTILE)])
        }
    }

    static void assertValid(String xml) {
        def schema = Path.of('src/test/resources/check/surefire-test-report.xsd').toFile()
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schema).newValidator().validate(new StreamSource(new StringReader(xml)))
    }

    def "JUnit's XML is valid by Surefire's schema: #what"() {
        when:
        assertValid(text(ReportKind.JUNIT, report))

        then:
        noExceptionThrown()

        where:
        what                  | report
        'no checks'           | report([])
        'all outcomes'        | report(all())
        'hostile text'        | report(hostile(), script: HOSTILE, error: HOSTILE)
        'a script that threw' | report([], code: 1, error: 'checks.groovy:1:1: Exception: oh\n  1 | x')
    }

    static Element suite(RunReport report) {
        def xml = text(ReportKind.JUNIT, report).getBytes(StandardCharsets.UTF_8)
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml)).documentElement
    }

    static List<Element> elements(Element parent, String name) {
        def found = parent.getElementsByTagName(name)
        return (0..<found.length).collect { found.item(it) as Element }
    }

    def "it tells of each check what a person wants to know"() {
        given:
        def suite = suite(report(all(), code: 1))
        def tests = elements(suite, 'testcase')
        def test = { String name, String element -> elements(tests.find { it.getAttribute('name') == name }, element)[0] }

        expect:
        ['name', 'tests', 'failures', 'errors', 'skipped', 'time'].collect { suite.getAttribute(it) } == ['night/checks.groovy', '6', '2', '1', '0', '2.500']
        elements(suite, 'property').collectEntries { [it.getAttribute('name'), it.getAttribute('value')] } ==
            [started: '2024-05-01T03:00:00Z', ended: '2024-05-01T03:00:02.500Z', exitCode: '1']
        tests*.getAttribute('name') == all()*.name()
        tests.collect { it.getAttribute('classname') }.unique() == ['night/checks.groovy']
        tests.collect { it.getAttribute('time') }.unique() == ['1.500']
        !tests[0].hasChildNodes()
        test('queue', 'system-out').textContent == 'value: 3\nmax: 5'
        test('age', 'failure').getAttribute('message') == '1 min 30 s is above max: 1 min 0 s'
        test('none', 'failure').getAttribute('message') == 'a == b'
        test('none', 'failure').textContent ==
            'a == b\n| |\n1 2\nProcessing  nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000001  2015-02-11 01:46:08 UTC  Night\n... and 4 more'
        test('busy', 'system-out').textContent == 'warning: idle'
        test('there', 'error').textContent == 'no such job\nCheck the id.'
    }

    def "a script that did not end well is an error beside its checks"() {
        given:
        def suite = suite(report([CheckPrinterSpec.result()], code: 1, error: 'oh\nno'))
        def error = elements(suite, 'error')[0]

        expect:
        ['tests', 'errors'].collect { suite.getAttribute(it) } == ['2', '1']
        error.getAttribute('message') == 'oh'
        error.textContent == 'oh\nno'
    }

    def "two checks of one name are told apart"() {
        expect:
        Names.unique(['a', 'a', 'a (2)', 'b', 'a'].collect { CheckPrinterSpec.result(name: it) }) { it } == ['a', 'a (2)', 'a (2) (2)', 'b', 'a (3)']
    }

    @Requires({ PrometheusClient.isInstalled() })
    def "also where only what is not shown would tell them apart: #names"() {
        given:
        def report = report(names.collect { CheckPrinterSpec.result(name: it) })

        expect:
        PrometheusClient.read(text(ReportKind.OPENMETRICS, report))[0].findAll { it[0] == 'ams_shell_check_ok' }.collect { it[1].check }.toSet().size() == names.size()
        elements(suite(report), 'testcase')*.getAttribute('name').toSet().size() == names.size()

        where:
        names << [['same', 'same', 'same (2)'], ['s3cret', '***', '***'], ['a\u0001', 'a\\u0001', 'a'], ['a\nb', 'a\\nb', 'a b']]
    }

    def "JSON has the words of the shell"() {
        given:
        def json = new ObjectMapper().readValue(text(ReportKind.JSON, report(all(), code: 1)), Map)

        expect:
        json.keySet().toList() == ['script', 'started', 'ended', 'exitCode', 'error', 'counts', 'checks']
        json.subMap('script', 'started', 'ended', 'exitCode', 'error') ==
            [script: 'night/checks.groovy', started: '2024-05-01T03:00:00Z', ended: '2024-05-01T03:00:02.500Z', exitCode: 1, error: null]
        json.counts == [total: 6, ok: 2, warnings: 1, failed: 2, errors: 1]
        json.checks*.outcome == ['ok', 'ok', 'failed', 'failed', 'warning', 'error']
        json.checks[2] == [name: 'age', outcome: 'failed', message: '1 min 30 s is above max: 1 min 0 s', advice: null, value: 'PT1M30.5S', min: null, max: 'PT1M',
                           warnMin: null, warnMax: null, jobs: [], moreJobs: 0, at: '2024-05-01T03:00:00Z', duration: 'PT1.5S']
        json.checks[3].jobs == [[id: 'nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000001', state: 'Processing', name: 'Night', created: '2015-02-11T01:46:08Z', ended: null]]
        json.checks[3].moreJobs == 4
    }

    @Requires({ PrometheusClient.isInstalled() })
    def "OpenMetrics and Prometheus read the same samples, without timestamps: #what"() {
        when:
        def (openMetrics, prometheus) = PrometheusClient.read(text(ReportKind.OPENMETRICS, report))

        then:
        openMetrics == prometheus
        openMetrics.every { it[3] == null }
        openMetrics.collect { [it[0], it[1]] }.toSet().size() == openMetrics.size()
        openMetrics.size() == samples

        where:
        what           | report                                              || samples
        'no checks'    | report([])                                          || 7
        'all outcomes' | report(all())                                       || 7 + 6 * 5 + 2
        'hostile text' | report(hostile() + hostile(), script: HOSTILE)      || 7 + 8 * 5
    }

    @Requires({ PrometheusClient.isInstalled() })
    def "the gauges tell what came of each check, and of the run"() {
        given:
        def samples = PrometheusClient.read(text(ReportKind.OPENMETRICS, report(all(), code: 1)))[0]
        def value = { String name, Map labels -> samples.find { it[0] == "ams_shell_$name" && it[1] == [script: 'night/checks.groovy'] + labels }?.get(2) }

        expect:
        all()*.name().collect { value('check_ok', [check: it]) } == [1, 1, 0, 0, 0, 0]
        all()*.name().collect { value('check_warning', [check: it]) } == [0, 0, 0, 0, 1, 0]
        all()*.name().collect { value('check_failed', [check: it]) } == [0, 0, 1, 1, 0, 0]
        all()*.name().collect { value('check_error', [check: it]) } == [0, 0, 0, 0, 0, 1]
        all()*.name().collect { value('check_value', [check: it]) } == [null, 3, null, null, null, null]
        value('check_value_seconds', [check: 'age']) == 90.5
        value('check_duration_seconds', [check: 'age']) == 1.5
        value('run_checks', [outcome: 'failed']) == 2
        value('run_start_time_seconds', [:]) == 1714532400
        value('run_end_time_seconds', [:]) == 1714532402.5
        value('run_exit_code', [:]) == 1
    }

    def "no report has a secret: #kind"() {
        given:
        def text = text(kind, report(hostile(), script: HOSTILE, error: HOSTILE))

        expect:
        text.contains('***')
        !text.contains('s3cret')

        where:
        kind << ReportKind.values()
    }
}
