#!/usr/bin/env -S ams-shell run
// Waits for one job and tells how it ended.
//
//   scripts/ams-shell run --sandbox samples/check.groovy            the built-in service's example job
//   scripts/ams-shell run samples/check.groovy JOB-ID               a job of your own account
//
// Exit codes: 0 Finished, 6 Error, 7 Canceled, 8 no such job; others as 'ams-shell --help' lists them.
// From cron, every ten minutes, for at most nine:
//   */10 * * * * /opt/ams-shell/scripts/ams-shell run --timeout 9m /opt/check.groovy JOB-ID

def id = args ? args[0] : 'nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1'
def job = ams.job(id)

println "job:      ${job.name ?: '(no name)'}"
println "state:    ${job.state}"
println "progress: ${job.progress ?: 0} %"
println "verdict:  ${job.await().state}"
