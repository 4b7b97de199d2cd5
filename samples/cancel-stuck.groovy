#!/usr/bin/env -S ams-shell run
// Cancels the jobs that have been waiting in the queue for too long, so that the batch that is due
// gets its turn. Changes nothing unless --allow-writes is given.
//
//   ams-shell run cancel-stuck.groovy                       says what it would cancel (exit code 2)
//   ams-shell run --allow-writes cancel-stuck.groovy
//   scripts/ams-shell run --sandbox --allow-writes --scenario samples/scenarios/stuck-queue.toml samples/cancel-stuck.groovy
//
// Exit codes: 0 done, or nothing to do; 2 changes are not allowed; 5 a job could not be canceled;
// others as 'ams-shell --help' lists them.
//
// From cron, before the nightly batch:
//   30 1 * * *  ams-shell run --quiet --allow-writes /opt/cancel-stuck.groovy
// As a systemd timer, cancel-stuck.timer beside a service with that ExecStart:
//   [Timer]
//   OnCalendar=01:30

def waiting = ams.triage(since: 1.hour, queuedFor: 90.minutes).stuck.findAll { it.state == QUEUED }
if (!waiting) {
    println 'no job has been waiting for 90 minutes'
    exit()
}
waiting.each { println "${it.name ?: it.id} has been waiting for ${it.lasted.toMinutes()} minutes" }

def ids = waiting*.id
def canceled = ams.jobs.queued.where { id in ids }.cancel()
println "${canceled.size()} of ${waiting.size()} jobs are canceled"
