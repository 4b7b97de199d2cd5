package dev.amsshell.testing

import com.fasterxml.jackson.databind.ObjectMapper

/** Prometheus' own reader of its formats, from Debian's python3-prometheus-client. */
final class PrometheusClient {
    /** Whichever python a PATH has first need not have it. */
    private static final String PYTHON = '/usr/bin/python3'
    private static final String READER = '''
import json, sys
from prometheus_client import parser
from prometheus_client.openmetrics import parser as openmetrics
text = sys.stdin.buffer.read().decode("utf-8")
def samples(families):
    return [[s.name, s.labels, s.value, s.timestamp] for f in families for s in f.samples]
print(json.dumps([samples(each.text_string_to_metric_families(text)) for each in (openmetrics, parser)]))
'''

    private PrometheusClient() {}

    static boolean isInstalled() {
        def found = new File(PYTHON).exists() && [PYTHON, '-c', 'import prometheus_client.openmetrics.parser'].execute().waitFor() == 0
        if (!found && System.getenv('AMS_SHELL_REQUIRE_ALL')) {
            throw new IllegalStateException('python3-prometheus-client is not installed, and AMS_SHELL_REQUIRE_ALL is set')
        }
        if (!found) {
            System.err.println('*** SKIPPED: the specs of OpenMetrics need python3-prometheus-client, which is not installed')
        }
        return found
    }

    /** Its samples as read in each of the two formats: name, labels, value and timestamp of each. */
    static List<List<List>> read(String text) {
        def process = [PYTHON, '-c', READER].execute()
        process.outputStream.withStream { it << text.getBytes('UTF-8') }
        def out = process.inputStream.getText('UTF-8')
        assert process.waitFor() == 0: process.errorStream.getText('UTF-8')
        return new ObjectMapper().readValue(out, List)
    }
}
