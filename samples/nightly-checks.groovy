#!/usr/bin/env -S ams-shell run
// Checks an account once a night, and says what is wrong: failures, jobs that look stuck, a queue
// that is too long.
//
//   ams-shell run --report junit=checks.xml nightly-checks.groovy
//   scripts/ams-shell run --sandbox --scenario samples/scenarios/six-causes.toml samples/nightly-checks.groovy
//
// Exit codes: 0 all is well (warnings do not count), 1 a check failed, 4 and 5 the account cannot be
// reached; others as 'ams-shell --help' lists them.
//
// From cron, which mails what is printed; with --report openmetrics=FILE a node exporter tells it:
//   0 6 * * *  ams-shell run --quiet --report openmetrics=/var/lib/node_exporter/ams.prom /opt/nightly-checks.groovy
// As a CI job, which shows each check as a test:
//   ams-shell run --report junit=target/checks.xml nightly-checks.groovy

def triage = ams.triage(since: 24.hours)
def ended = triage.states.findAll { state, count -> state in ['Finished', 'Error', 'Canceled'] }.values().sum() ?: 0

check('no configuration is wrong') { triage.groups.findAll { "$it.origin" == 'configuration' }.empty }
check('nothing looks stuck') { triage.stuck.empty }
check('jobs were submitted', warn: true) { ams.jobs.since(24.hours).count() > 0 }
expect('failed jobs in a hundred', ended ? Math.round(100 * (triage.states['Error'] ?: 0) / ended) : 0, max: 5, warnMax: 2)
expect('jobs in the queue', max: 500, warnMax: 100) { ams.jobs.queued.count() }
if (triage.waits.now.p95) {
    expect('wait for the start, 95 of 100', triage.waits.now.p95, max: 1.hour, warnMax: 15.minutes)
}
