#!/usr/bin/env -S ams-shell run
// Writes what an incident's review wants to know into a folder: a page for people, the same as data,
// and why one job of each of the largest groups failed.
//
//   ams-shell run incident-report.groovy FOLDER [HOURS]
//   scripts/ams-shell run --sandbox --scenario samples/scenarios/six-causes.toml samples/incident-report.groovy
//
// Exit codes: 0 written; others as 'ams-shell --help' lists them.
//
// By hand, while it burns; or as a CI job that keeps the folder as an artifact:
//   ams-shell run incident-report.groovy target/incident 12
// From cron, a page that is always there:
//   */15 * * * *  ams-shell run --quiet /opt/incident-report.groovy /var/www/ams 6

def folder = new File(args ? args[0] : 'incident')
def hours = args.length > 1 && args[1].integer ? args[1] as int : 8
folder.mkdirs()

def triage = ams.triage(since: hours.hours)
println triage.html("$folder/incident.html")

triage.groups.take(5).eachWithIndex { group, index ->
    def sample = group.samples.find { it.confirmed }
    if (sample) {
        println ams.job(sample.id).why().html("$folder/sample-${index + 1}.html")
    }
}

println "\n${triage.failures} tasks failed in the last $hours hours:"
triage.groups.take(5).each { println "${it.count} times ${it.code}: ${it.message}" }
