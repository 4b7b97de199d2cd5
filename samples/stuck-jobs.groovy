#!/usr/bin/env -S ams-shell run
// Lists the jobs that look stuck: waiting for too long, without progress, at 100 % and not over, or
// Canceling for ever.
//
//   ams-shell run stuck-jobs.groovy
//   ams-shell run --output json stuck-jobs.groovy | jq
//   scripts/ams-shell run --sandbox --scenario samples/scenarios/stuck-queue.toml samples/stuck-jobs.groovy
//
// Exit codes: 0 nothing looks stuck, 1 something does; others as 'ams-shell --help' lists them.
//
// As a systemd timer, stuck-jobs.timer beside a service with that ExecStart; the service fails when
// something is stuck, and OnFailure= tells somebody:
//   [Timer]
//   OnCalendar=*:0/10
// From cron:
//   */10 * * * *  ams-shell run --quiet /opt/stuck-jobs.groovy

def stuck = ams.triage(since: 1.hour, queuedFor: 1.hour, idleFor: 30.minutes, fullFor: 1.hour, cancelingFor: 15.minutes).stuck
if (stuck) {
    show stuck
    exit 1
}
