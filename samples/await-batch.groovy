#!/usr/bin/env -S ams-shell run
// Waits for all jobs of a batch, by their names, and then says which of them failed and why.
//
//   ams-shell run --timeout 4h await-batch.groovy 'Batch 7:*'
//   scripts/ams-shell run --sandbox --speed 600 --scenario samples/scenarios/nightly-batch.toml samples/await-batch.groovy
//
// Exit codes: 0 all Finished, 6 one ended in Error, 7 one was Canceled, 8 one is gone, 124 not over
// in time; the worst decides. Others as 'ams-shell --help' lists them.
//
// As a step of a CI job, after the one that submits the batch:
//   ams-shell run --timeout 4h await-batch.groovy "Batch $CI_PIPELINE_ID:*"
// From cron, an hour after the batch is submitted:
//   0 3 * * *  ams-shell run --quiet --timeout 3h /opt/await-batch.groovy 'Nightly*'

def batch = ams.jobs.named(args ? args[0] : 'Batch 7:*').since(1.day, on: 'created')
try {
    def jobs = batch.await(appear: 5.minutes, stall: 30.minutes)
    println "all ${jobs.size()} jobs have Finished"
} catch (failed) {
    failed.jobs.each { job ->
        println "${job.state}  ${job.name}  ${job.errors ?: ''}"
    }
    throw failed
}
