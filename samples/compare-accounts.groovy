#!/usr/bin/env -S ams-shell run
// Compares the accounts of several profiles side by side: how much failed, waits and is at work.
//
//   ams-shell run compare-accounts.groovy east west
//   ams-shell run --output csv compare-accounts.groovy east west > accounts.csv
//
// The profiles are those of profiles.toml; 'ams-shell profile list' shows them. To try it, start
// 'scripts/ams-shell sandbox --port 8001' and another one, and make a profile of each.
//
// Exit codes: 0 compared, 2 too few or no such profiles, 4 and 5 an account cannot be reached; others as
// 'ams-shell --help' lists them.
//
// From cron, once a day:
//   0 8 * * *  ams-shell run --quiet /opt/compare-accounts.groovy east west
// As a CI job that keeps the table:
//   ams-shell run --output csv compare-accounts.groovy east west > target/accounts.csv

if (args.length < 2) {
    System.err.println 'name at least two profiles: compare-accounts.groovy east west'
    exit 2
}
show args.collect { name ->
    def triage = ams.on(name).triage(since: 24.hours)
    [
        account : name,
        failed  : triage.states['Error'] ?: 0,
        finished: triage.states['Finished'] ?: 0,
        queued  : triage.states['Queued'] ?: 0,
        working : triage.working,
        units   : triage.capacity?.units(),
        stuck   : triage.stuck.size(),
        wait    : triage.waits.now.median,
        worst   : triage.groups[0]?.code]
}
