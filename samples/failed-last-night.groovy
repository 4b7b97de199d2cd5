#!/usr/bin/env -S ams-shell run
// Lists the jobs that failed and that no earlier run has listed, with their errors and what to do.
//
//   ams-shell run failed-last-night.groovy
//   scripts/ams-shell run --sandbox --scenario samples/scenarios/six-causes.toml samples/failed-last-night.groovy
//
// What was listed is remembered when the run has ended well, so that a run which was interrupted is
// repeated. Nothing is printed when nothing is new.
//
// Exit codes: 0 also when there are failures; others as 'ams-shell --help' lists them.
//
// From cron, which mails what is printed, and nothing when nothing is:
//   0 7 * * 1-5  ams-shell run --quiet /opt/failed-last-night.groovy
// As a systemd timer, failed-last-night.timer beside a service with that ExecStart:
//   [Timer]
//   OnCalendar=Mon..Fri 07:00

def mark = ams.bookmark('failed-last-night')
// clocks differ, and a job may show late: what is read twice is not listed twice
def since = mark.last ? mark.last - 15.minutes : 12.hours
def fresh = mark.fresh(ams.jobs.failed.since(since))
if (!fresh) {
    exit()
}

println "${fresh.size()} jobs failed that were not listed before."
// each job costs a request to tell why, so that the newest have to do
fresh.sort { it.ended }.reverse().take(10).each { job ->
    def why = ams.job(job).errors[0]
    println "\n${job.ended}  ${job.name ?: '(no name)'}\n  ${job.id}"
    if (why) {
        println "  ${why.code}: ${why.message.readLines()[0]}\n  fault: ${why.origin}, try again: ${why.retry}"
    }
}
if (fresh.size() > 10) {
    println "\nand ${fresh.size() - 10} more; ams.triage(since: 12.hours) groups them"
}
