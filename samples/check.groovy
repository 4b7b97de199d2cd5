#!/usr/bin/env -S ams-shell run
// Watches one job until it is final and tells how it ended.
//
//   scripts/ams-shell run --sandbox samples/check.groovy            the built-in service's example job
//   scripts/ams-shell run samples/check.groovy JOB-ID               a job of your own account
//
// Exit codes: 0 Finished, 1 Error or Canceled; others as 'ams-shell --help' lists them.
// From cron, every ten minutes:  */10 * * * * /opt/ams-shell/scripts/ams-shell run /opt/check.groovy JOB-ID

def id = args ? args[0] : 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'
def job = ams.job(id)

println "job:      ${job.name ?: '(no name)'}"
println "state:    ${job.state}"
println "progress: ${job.progress ?: 0} %"

while (!job.state.isFinal()) {
    sleep 1000
    println "progress: ${job.progress ?: 0} %, ${job.state}"
}

job.errors.each { println "error:    $it" }
println "verdict:  ${job.state}"
if (job.state != 'Finished') exit(1)
