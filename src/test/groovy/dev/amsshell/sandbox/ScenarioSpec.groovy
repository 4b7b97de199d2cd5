package dev.amsshell.sandbox

import dev.amsshell.sandbox.account.JobState
import dev.amsshell.sandbox.account.Listing
import dev.amsshell.sandbox.faults.FaultKind
import dev.amsshell.sandbox.scenario.Scenario
import dev.amsshell.sandbox.scenario.ScenarioProblem
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class ScenarioSpec extends Specification {
    @TempDir
    Path folder

    Scenario read(String text) {
        Scenario.read(Files.writeString(folder.resolve('s.toml'), text))
    }

    static List<Path> samples() {
        Files.list(Path.of('samples/scenarios')).filter { it.toString().endsWith('.toml') }.sorted().toList()
    }

    def "an empty file is the standard scenario"() {
        expect:
        read('') == Scenario.standard()
    }

    def "the sample #sample says what it rehearses"() {
        when:
        def scenario = Scenario.read(sample)

        then:
        sample.toFile().readLines()[0].startsWith('# Rehearses ')
        scenario != Scenario.standard()

        where:
        sample << samples()
    }

    def "every example of the guide is read, and the guide names every kind of fault"() {
        given:
        def guide = Path.of('samples/scenarios/README.md').toFile().text
        def examples = (guide =~ /(?s)```toml\n(.*?)```/).collect { it[1] as String }

        expect:
        examples.size() == 4
        examples.every { read(it) }
        FaultKind.values().every { guide.contains("`${it.label()}`") }
    }

    def "a byte order mark at the beginning is no mistake"() {
        expect:
        read('\uFEFF[account]\njobs = 3').account().pastJobs() == 3
    }

    def "the account is described"() {
        when:
        def scenario = read('''
            [account]
            jobs = 12
            queued = 0
            processing = 3
            reserved-units = 2
            new-job-every = ["30s", "1d"]
            order = "shuffled"
            next-link = true
            name = "other1"
            subscription = "5555555A-5555-5555-5555-555555555555"
            ''')

        then:
        scenario.account().pastJobs() == 12
        scenario.account().activeJobs() == [(JobState.QUEUED): 0, (JobState.SCHEDULED): 4, (JobState.PROCESSING): 3, (JobState.CANCELING): 3]
        scenario.account().reservedUnits() == 2
        scenario.account().arrivals() == [Duration.ofSeconds(30), Duration.ofDays(1)]
        scenario.account().listing() == Listing.SHUFFLED
        scenario.nextLink()
        scenario.resource().name() == 'other1'
        scenario.resource().subscription() == '5555555a-5555-5555-5555-555555555555'
        read('account = { new-job-every = "never" }').account().arrivals() == []
    }

    def "jobs are planted, and what is submitted has its fate"() {
        when:
        def account = read('''
            [[jobs]]
            id = "f3c43f94-327f-2347-90bb-000000000100"
            name = "Film {n}"
            ago = "250ms"
            priority = 7
            tasks = 2
            work = "10m"
            sticks-at = 99.5

            [[jobs]]
            count = 40
            spread = "2h"
            processor = "Azure Media Indexer"
            error = { code = "TransientError", message = "{guid}" }

            [[submitted]]
            name = "Film*"
            vanishes-after = "90s"
            ''').account()
        def (one, many) = account.planted()

        then:
        one.id() == 'f3c43f94-327f-2347-90bb-000000000100'
        one.state() == JobState.PROCESSING
        one.ago() == Duration.ofMillis(250)
        one.priority() == 7
        one.fate().work() == Duration.ofMinutes(10)
        one.fate().sticksAt() == 99.5
        many.count() == 40
        many.state() == JobState.ERROR
        many.processor() == 'Azure Media Indexer'
        many.fate().error().code() == 'TransientError'
        account.fates()*.named() == ['Film*']
        account.fates()[0].vanishesAfter() == Duration.ofSeconds(90)
    }

    def "tokens, principals and faults are described"() {
        when:
        def scenario = read('''
            [clock]
            skew = "-10m"

            [tokens]
            lifetime = "5m"
            fixed-lifetime = "1h"
            tenant = "0A6CA2DD-0000-0000-0000-000000000001"

            [[principals]]
            id = "app"
            secret = "s"
            certificate = "AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD"
            role = false
            revoked = true

            [[faults]]
            kind = "half-sent"
            method = "GET"
            path = "/api/Jobs*"
            share = 0.5
            times = 3
            from = "10s"
            until = "20s"
            ''')
        def fault = scenario.faults()[0]

        then:
        scenario.tokens().access() == Duration.ofMinutes(5)
        scenario.tokens().fixed() == Duration.ofHours(1)
        scenario.skew() == Duration.ofMinutes(-10)
        scenario.directory().tenantId() == '0a6ca2dd-0000-0000-0000-000000000001'
        scenario.directory().principals()*.clientId() == ['app']
        !scenario.directory().principals()[0].role()
        scenario.directory().principals()[0].revoked()
        scenario.directory().principals()[0].certificate().length() == 40
        fault.kind() == FaultKind.HALF_SENT
        fault.requests().method() == 'GET'
        fault.frequency().share() == 0.5d
        fault.frequency().times() == 3
        fault.until() == Duration.ofSeconds(20)
    }

    def "#text is refused at #place"() {
        when:
        read(text)

        then:
        def problem = thrown(ScenarioProblem)
        problem.message.startsWith(folder.resolve('s.toml').toString() + place)
        (problem.message + ' ' + problem.advice()).contains(words)

        where:
        text                                                 || place  | words
        'jbos = 1'                                           || ':1:1: ' | "there is no 'jbos' here There are account, clock, faults, jobs, principals, submitted, tokens."
        '[account]\njobs = "many"'                           || ':2:1: ' | "jobs cannot be 'many' It is a whole number from 0 to 50000."
        '[account]\njobs = 50001'                            || ':2:1: ' | 'from 0 to 50000'
        '[account]\n  order = "random"'                      || ':2:3: ' | 'one of newest-first, shuffled'
        '[account]\nnext-link = 1'                           || ':2:1: ' | 'true or false'
        '[account]\nnew-job-every = ["5m", "2m"]'            || ':2:1: ' | 'the shorter one first'
        '[account]\nnew-job-every = ["0s", "2m"]'            || ':2:1: ' | 'a second at least'
        'account = 1'                                        || ':1:1: ' | 'a table: [account]'
        'jobs = 1'                                           || ':1:1: ' | 'a list of tables: [[jobs]]'
        'jobs = [1]'                                         || ':1:1: ' | 'a list of tables: [[jobs]]'
        '[[jobs]]\nstate = "done"'                           || ':2:1: ' | 'one of queued, scheduled'
        '[[jobs]]\ncount = 2\nid = "x"'                      || ':3:1: ' | 'belongs to one job'
        '[[jobs]]\nid = "x"'                                 || ':2:1: ' | 'a GUID'
        '[[jobs]]\nago = "1 day"'                            || ':2:1: ' | 'a duration such as'
        '[[jobs]]\nsticks-at = 101'                          || ':2:1: ' | 'a number from 0 to 100'
        '[[jobs]]\nerror = { code = "x" }'                   || ':2:'    | 'message is missing'
        '[[jobs]]\nstate = "finished"\nerror = { code = "x", message = "y" }' || ':3:1: ' | 'makes no sense'
        '[account]\nname = "A"'                              || ':2:1: ' | 'small letters and digits'
        '[account]\nsubscription = "x"'                      || ':2:1: ' | 'a GUID'
        '[clock]\nskew = "10"'                               || ':2:1: ' | 'a duration such as "10m" or "-10m"'
        '[clock]\nskews = "10m"'                             || ':2:1: ' | 'There are skew.'
        '[principals]\nrevoked = 1'                          || ':1:1: ' | 'a list of tables'
        '[tokens]\nlifetime = "0s"'                          || ':2:1: ' | 'above zero'
        '[[principals]]\nsecret = "x"'                       || ':2:1: ' | 'id is missing'
        '[[principals]]\nid = "x"\ncertificate = "x"'        || ':3:1: ' | 'thumbprint'
        '[[faults]]\nkind = "sluggish"'                      || ':2:1: ' | 'one of busy, too-many-requests'
        '[[faults]]\nshare = 1'                              || ':2:1: ' | 'kind is missing'
        '[[faults]]\nkind = "busy"\nshare = 1.5'             || ':3:1: ' | 'a number from 0 to 1'
        '[[faults]]\nkind = "busy"\nshare = nan'             || ':3:1: ' | 'a number from 0 to 1'
        '[[faults]]\nkind = "busy"\nshare = 1\nevery = 2'    || ':4:1: ' | 'cannot stand beside share'
        '[[faults]]\nkind = "busy"\nfrom = "2s"\nuntil = "1s"' || ':4:1: ' | 'later than from'
        '[[faults]]\nkind = "busy"\nover = "2s"'             || ':3:1: ' | 'slow answers only'
        '[[faults]]\nkind = "slow"\nover = "6m"'             || ':3:1: ' | 'at most "5m"'
        '[[faults]]\nkind = "busy"\nstatus = 500'            || ':3:1: ' | 'every other kind has its own'
        '[[jobs]]\nid = "f3c43f94-327f-2347-90bb-3bf79f8559f1"' || ':2:1: ' | 'belongs to another job already'
        '[[jobs]]\nid = "f3c43f94-327f-2347-90bb-3bf79f8559f2"\n[[jobs]]\nid = "f3c43f94-327f-2347-90bb-3bf79f8559f2"' || ':4:1: ' | 'belongs to another job already'
        '[[jobs]]\nprocessor = "Nope"'                       || ':2:1: ' | 'one of Media Encoder Standard, '
        '[[jobs]]\nago = "100d"\nstate = "finished"'          || ':2:1: ' | 'reaches back too far: records are purged after 90 days'
        '[[jobs]]\ncount = 9\nspread = "90d"\nstate = "error"' || ':3:1: ' | 'reaches back too far'
        '[[faults]]\nkind = "busy"\nmethod = "GTE"'           || ':3:1: ' | 'one of GET, HEAD, POST'
        '[[faults]]\nkind = "busy"\nretry-after = "300ms"'    || ':3:1: ' | 'a whole number of seconds'
        '[[faults]]\nkind = "outage"\nstatus = 301'           || ':3:1: ' | '200, or a number from 400 to 599'
        '"jo\\nbs" = 1'                                      || ':1:1: ' | "there is no 'jo\\nbs' here"
        '[account]\njobs = 1\njobs = 2'                      || ':3:1: ' | 'jobs'
        '[account\njobs = 1'                                 || ':1:'    | 'TOML'
    }

    def "more jobs than an account holds are refused"() {
        when:
        read('account = { jobs = 50000 }')

        then:
        def problem = thrown(ScenarioProblem)
        problem.message.contains('50024 jobs')
    }

    def "a file that cannot be read is refused: #reason"() {
        when:
        Scenario.read(content == null ? folder.resolve('none.toml') : Files.write(folder.resolve('bad.toml'), content))

        then:
        def problem = thrown(ScenarioProblem)
        problem.message.contains(reason)

        where:
        content             || reason
        null                || 'there is no such file'
        [0xff] as byte[]    || 'it is not UTF-8 text'
    }
}
