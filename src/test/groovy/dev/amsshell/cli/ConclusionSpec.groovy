package dev.amsshell.cli

import com.fasterxml.jackson.databind.ObjectMapper
import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import dev.amsshell.base.Redactor
import dev.amsshell.testing.ScriptedServer
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.Specification
import spock.lang.TempDir

/** What follows a script with checks: the summary, reports, bookmarks and the exit code. */
class ConclusionSpec extends Specification {
    static final UNKNOWN = "ams.job('00000000-327f-2347-90bb-3bf79f8559f1').state"
    static final JOB = "[ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1')]"

    @TempDir
    Path home

    def out = new ByteArrayOutputStream()
    def err = new ByteArrayOutputStream()
    Map<String, String> environment = [:]

    /** Runs a command line; a script comes from standard input. */
    int run(String script, String... args) {
        [out, err]*.reset()
        def streams = [out, err].collect { new PrintStream(it, true, StandardCharsets.UTF_8) }
        def io = new Io(new ByteArrayInputStream(script.bytes), streams[0], streams[1], false, false, false)
        return CommandParser.run(args, new Process(io, new Display(streams[0], Terminals.NONE), environment,
            new Folders(home.resolve('cache'), home.resolve('state'), home.resolve('config')), Clock.systemUTC(), new Redactor(), new Cancellation(), new Ending()))
    }

    int sandboxed(String script, String... args) {
        run(script, *args, 'run', '--sandbox', '-')
    }

    List<String> getLines() {
        out.toString(StandardCharsets.UTF_8).readLines()
    }

    Map report(String name) {
        new ObjectMapper().readValue(home.resolve(name).toFile(), Map)
    }

    def "#code: #script"() {
        expect:
        sandboxed(script) == code

        where:
        code | script
        0    | "check('a') { true }"
        0    | "check('a', warn: true) { false }"
        0    | "expect('a', 3, warnMax: 2)"
        1    | "check('a') { false }"
        1    | "expect('a', 3, max: 2)"
        1    | "check('a') { false }; exit(0)"
        7    | "check('a') { false }; exit(7)"
        1    | "check('a') { nobody }"
        1    | "check('a', warm: true) { true }"
        8    | "check('a') { $UNKNOWN }"
        8    | "check('a', warn: true) { $UNKNOWN }"
        2    | "check('a') { ams.job('zz') }; check('b') { $UNKNOWN }"
        1    | "check('a') { $UNKNOWN }; check('b') { false }"
        1    | "check('a') { true }; throw new Exception('oh')"
        8    | "check('a') { false }; $UNKNOWN"
        7    | "check('a') { false }; ams.await(ams.jobs.canceled.first())"
        3    | "check('a') { false"
    }

    def "5: a service that cannot be reached, told of each check"() {
        given:
        def server = new ScriptedServer('')
        environment = [AMS_ENDPOINT: server.root, AMS_TOKEN: 'a-s3cret']
        server.close()

        expect:
        run("check('a') { ams.jobs.count() == 0 }; check('b') { true }", 'run', '-') == 5
        lines[0] == 'ERROR a'
        lines[1].contains('cannot reach 127.0.0.1')
        lines[-2..-1] == ['ok    b', '2 checks: 1 ok, 1 error']
        !out.toString().contains('s3cret')
    }

    def "results come in their order, and are printed quietly as well"() {
        when:
        sandboxed("println 'before'; check('a') { true }; println 'after'; throw new Exception('oh')", *args)

        then:
        lines == ['before', 'ok    a', 'after', '1 check: 1 ok']
        err.toString().startsWith('stdin:1:1: Exception: oh')

        where:
        args << [[], ['-q']]
    }

    def "a script without checks says nothing of them"() {
        expect:
        sandboxed("println 'hello'") == 0
        lines == ['hello']
        sandboxed('null', '--output', 'json') == 0
        lines == []
    }

    def "with --output #format they are values at the end"() {
        when:
        sandboxed("println 'hello'; check('a') { true }; expect('b', 3, max: 2)", '--output', format)

        then:
        lines[0] == 'hello'
        lines.drop(1).collect { it.replaceAll(/20\d\d-[^",]*Z/, 'T').replaceAll(/PT[0-9.]+S/, 'D') } == expected

        where:
        format   || expected
        'json'   || [/[{"name":"a","outcome":"ok","message":null,"advice":null,"value":null,"min":null,"max":null,"warnMin":null,"warnMax":null,"jobs":[],"moreJobs":0,"at":"T","duration":"D"},/
                     + /{"name":"b","outcome":"failed","message":"3 is above max: 2","advice":null,"value":3,"min":null,"max":2,"warnMin":null,"warnMax":null,"jobs":[],"moreJobs":0,"at":"T","duration":"D"}]/]
        'ndjson' || [/{"name":"a","outcome":"ok","message":null,"advice":null,"value":null,"min":null,"max":null,"warnMin":null,"warnMax":null,"jobs":[],"moreJobs":0,"at":"T","duration":"D"}/,
                     /{"name":"b","outcome":"failed","message":"3 is above max: 2","advice":null,"value":3,"min":null,"max":2,"warnMin":null,"warnMax":null,"jobs":[],"moreJobs":0,"at":"T","duration":"D"}/]
        'csv'    || ['name,outcome,message,advice,value,min,max,warnMin,warnMax,jobs,moreJobs,at,duration', 'a,ok,,,,,,,,[],0,T,D', 'b,failed,3 is above max: 2,,3,,2,,,[],0,T,D']
    }

    def "eval makes a check, too, and has no other value then"() {
        expect:
        run('', 'eval', "check('a') { 1 > 2 }", *args) == 1
        lines.size() == count

        where:
        args                 || count
        ['--sandbox']        || 5
        ['--sandbox', '--output', 'json'] || 1
    }

    def "reports are written whatever the outcome: #script"() {
        given:
        def files = [junit: 'j.xml', json: 'j.json', openmetrics: 'm.prom'].collect { kind, name -> ['--report', "$kind=${home.resolve(name)}".toString()] }.flatten()

        when:
        def ended = run(script, *files[0..1], 'run', '--sandbox', *files[2..-1], '-')

        then:
        ended == code
        report('j.json').exitCode == code
        report('j.json').script == 'stdin'
        report('j.json').counts.total == checks
        report('j.json').error == error
        home.resolve('j.xml').toFile().text.contains('<testsuite name="stdin"')
        home.resolve('m.prom').toFile().text.contains("ams_shell_run_exit_code{script=\"stdin\"} $code\n# EOF\n")

        where:
        script                                        || code | checks | error
        'null'                                        || 0    | 0      | null
        "check('a') { true }"                         || 0    | 1      | null
        "check('a') { false }"                        || 1    | 1      | null
        "check('a') { true }; exit(4)"                || 4    | 1      | 'exit(4)'
        "check('a') { true }; throw new Exception()"  || 1    | 1      | 'stdin:1:1: Exception\n  1 | check(\'a\') { true }; throw new Exception()\n    | ^'
    }

    def "a report that makes no sense is refused before anything runs: #args"() {
        when:
        def code = run("println 'ran'", *(args.collect { it.replace('HOME', home.toString()) }))

        then:
        code == 2
        out.toString() == ''
        err.toString().contains(message)

        where:
        args                                                                         || message
        ['run', '--report', 'html=x.html', '-']                                      || "there is no report 'html'\nThere are junit, json, openmetrics."
        ['run', '--report', 'x.xml', '-']                                            || "--report cannot be 'x.xml'"
        ['run', '--report', 'junit=', '-']                                           || "--report cannot be 'junit='"
        ['run', '--report', '=x.xml', '-']                                           || "--report cannot be '=x.xml'"
        ['run', '--report']                                                          || '--report wants a value'
        ['run', '--report', 'junit=HOME/no/x.xml', '-']                              || 'there is no folder'
        ['run', '--report', 'junit=HOME', '-']                                       || 'it is a folder'
        ['run', '--report', 'junit=HOME/a', '--report', 'json=HOME/./a', '-']        || 'two reports would go to one file'
        ['eval', '1', '--report', 'junit=HOME']                                      || 'it is a folder'
        ['repl', '--report', 'junit=HOME/x.xml']                                     || "--report is for 'run' and 'eval'"
        ['--report', 'junit=HOME/x.xml', 'profile', 'list']                          || "--report is for 'run' and 'eval'"
        ['run', '--compile-only', '--report', 'junit=HOME/x.xml', '-']               || '--compile-only runs nothing that could be reported'
    }

    def "a report that cannot be written in the end is told of, and is 2 unless there is worse: #code"() {
        when:
        def ended = sandboxed("new File('$home/there').deleteDir(); check('a') { $condition }".toString(), '--report', "json=${Files.createDirectories(home.resolve('there'))}/x.json")

        then:
        ended == code
        err.toString().contains('cannot write the report json=')

        where:
        condition || code
        'true'    || 2
        'false'   || 1
    }

    def "the reports that could be written tell the final code when another could not"() {
        when:
        def ended = sandboxed("new File('$home/there').deleteDir()".toString(), '--report', "json=$home/j.json", '--report', "junit=${Files.createDirectories(home.resolve('there'))}/x.xml")

        then:
        ended == 2
        report('j.json').exitCode == 2
        report('j.json').error == "cannot write the report junit=$home/there/x.xml: there is no such file or folder"
        err.toString().count('cannot write') == 1
    }

    def "a report tells that a bookmark could not be kept"() {
        when:
        def ended = sandboxed("ams.bookmark('nightly'); new File('$home/state').mkdirs(); new File('$home/state/bookmarks').text = ''".toString(), '--report', "json=$home/j.json")

        then:
        ended == 2
        report('j.json').exitCode == 2
        report('j.json').error.startsWith("the bookmark 'nightly' cannot be kept")
    }

    def "what is no file is never replaced by a report: #link"() {
        given:
        def pipe = home.resolve('pipe')
        assert ['mkfifo', pipe.toString()].execute().waitFor() == 0
        def named = link ? Files.createSymbolicLink(home.resolve('link'), Path.of('pipe')) : pipe

        when:
        def ended = sandboxed("println 'ran'", '--report', "json=$named")

        then:
        ended == 2
        out.toString() == ''
        err.toString().contains("cannot write a report to '$named': it is no file")
        Files.readAttributes(pipe, 'isOther').isOther
        !link || Files.isSymbolicLink(named)

        where:
        link << [false, true]
    }

    def "a link stays one, also where it leads to nothing yet"() {
        given:
        def folder = Files.createDirectories(home.resolve('there'))
        def link = Files.createSymbolicLink(home.resolve('j.json'), Path.of('there/j.json'))

        expect:
        2.times { assert sandboxed('null', '--report', "json=$link") == 0 }
        Files.isSymbolicLink(link)
        Files.isRegularFile(folder.resolve('j.json'))
        report('j.json').exitCode == 0
    }

    def "links do not hide that a report goes to nowhere, to that of another, or over the script: #args"() {
        given:
        Files.createSymbolicLink(home.resolve('link'), Path.of('a'))
        Files.createSymbolicLink(home.resolve('loop'), Path.of('loop'))
        Files.createSymbolicLink(home.resolve('far'), Path.of('no/folder'))
        Files.writeString(home.resolve('s.groovy'), "println 'ran'")
        Files.createSymbolicLink(home.resolve('alias'), Path.of('s.groovy'))

        when:
        def code = run('', 'run', '--sandbox', *(args.collectMany { ['--report', it.replace('HOME', home.toString())] }), "$home/s.groovy".toString())

        then:
        code == 2
        out.toString() == ''
        err.toString().contains(message)
        home.resolve('s.groovy').toFile().text == "println 'ran'"

        where:
        args                              || message
        ['json=HOME/a', 'junit=HOME/link'] || 'two reports would go to one file'
        ['json=HOME/loop']                 || 'its links lead nowhere'
        ['json=HOME/far']                  || 'there is no such file or folder'
        ['json=HOME/s.groovy']             || 'it is the script itself'
        ['json=HOME/alias']                || 'it is the script itself'
    }

    def "no report and no line has a secret"() {
        given:
        environment = [AMS_ENDPOINT: 'http://127.0.0.1:1/', AMS_TOKEN: 'top-s3cret-token']

        when:
        run("check('top-s3cret-token') { 'top-s3cret-token' == '' }", 'run', '--report', "json=$home/j", '--report', "junit=$home/x", '--report', "openmetrics=$home/m", '-')

        then:
        ([out.toString(), err.toString()] + ['j', 'x', 'm'].collect { home.resolve(it).toFile().text }).every { !it.contains('s3cret') }
    }

    def "a bookmark is kept only by a run that ends with 0: #script"() {
        given:
        def fresh = "println ams.bookmark('nightly').fresh($JOB*.snapshot).size()"
        def last = "println ams.bookmark('nightly').last != null"

        expect:
        sandboxed("$fresh; $script") == code
        sandboxed(last) == 0
        lines == [isKept.toString()]

        where:
        script                                || code | isKept
        "check('a') { true }"                 || 0    | true
        "check('a', warn: true) { false }"    || 0    | true
        "check('a') { false }"                || 1    | false
        "check('a') { nobody }"               || 1    | false
        "throw new Exception()"               || 1    | false
        "exit(3)"                             || 3    | false
        "exit(0)"                             || 0    | true
    }

    def "nor by one whose report could not be written"() {
        given:
        Files.createDirectories(home.resolve('there'))

        expect:
        sandboxed("ams.bookmark('nightly'); new File('$home/there').deleteDir()", '--report', "json=$home/there/x.json") == 2
        sandboxed("println ams.bookmark('nightly').last") == 0
        lines == ['null']
    }

    def "a damaged bookmark is a failure with 2 that names the file"() {
        given:
        sandboxed("ams.bookmark('nightly')")
        def file = Files.list(home.resolve('state/bookmarks')).filter { it.toString().endsWith('.txt') }.findFirst().get()
        Files.writeString(file, '')

        expect:
        sandboxed("ams.bookmark('nightly')") == 2
        err.toString().contains("the file of the bookmark 'nightly' is damaged: $file")
    }

    def "a bookmark without a name is asked for one: #name"() {
        expect:
        sandboxed("ams.bookmark($name)") == 1
        err.toString().contains("a bookmark wants a name, such as 'nightly'")

        where:
        name << ['null', "' '"]
    }

    def "two sandboxes of other seeds are other accounts, and the port makes none"() {
        given:
        sandboxed("ams.bookmark('nightly')")

        expect:
        sandboxed("println ams.bookmark('nightly').last != null", *args) == 0
        lines == [isKnown.toString()]

        where:
        args            || isKnown
        []              || true
        ['--seed', '1'] || false
    }
}
