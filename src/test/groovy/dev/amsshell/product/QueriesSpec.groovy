package dev.amsshell.product

import static dev.amsshell.testing.ScriptedServer.answer
import static dev.amsshell.testing.ScriptedServer.json

import dev.amsshell.testing.AmsShellProcess
import dev.amsshell.testing.ScriptedServer
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Queries as real processes run them. */
class QueriesSpec extends Specification {
    @AutoCleanup
    ScriptedServer server

    AmsShellProcess serve(String... answers) {
        server = new ScriptedServer(answers)
        return new AmsShellProcess().with(AMS_ENDPOINT: server.root, AMS_TOKEN: 'a-secret-token')
    }

    static String page(IntRange jobs) {
        return json('{"value":[' + jobs.collect { """{"Id":"nb:jid:UUID:$it","Name":"job $it","State":3,"Created":"2024-05-01T00:00:00"}""" }.join(',') + ']}')
    }

    def "a list that breaks off is an error, and what came before is not taken back: #trouble"() {
        when:
        def ended = serve(page(1..1000), broken).run('eval', '--output', 'ndjson', 'ams.jobs')

        then:
        ended.code == code
        ended.out.readLines().size() == 1000
        ended.err.contains(message)
        !ended.err.contains('at dev.amsshell')

        where:
        trouble        | broken                                         | code | message
        'an HTML page' | answer('<html>proxy</html>', 200, 'text/html') | 5    | 'answered 200 with an HTML page instead of a list'
        'a refusal'    | json('{}', 400)                                | 5    | 'refused the request (400)'
        'no token'     | json('{}', 401)                                | 4    | 'did not accept the token (401)'
        'half of it'   | json('{"value":[{"Id":')                       | 5    | 'JSON that is broken or cut off'
    }

    def "a page that fails is an error with its place in the script"() {
        when:
        def ended = serve(page(1..1000), json('{}', 400)).run('eval', 'def all = []\nams.jobs.each { all << it }')

        then:
        ended.code == 5
        ended.err.startsWith('eval:2:')
        ended.err.contains('2 | ams.jobs.each { all << it }')
    }

    def "a word that there is none of is said so: #script"() {
        when:
        def ended = serve(page(1..1)).run('eval', script)

        then:
        ended.code == 1
        ended.err.contains(message)
        !ended.err.contains('dev.amsshell')

        where:
        script                 | message
        'ams.jobs.nmae'        | "a Query has no 'nmae'"
        "ams.jobs.newest('3')" | 'a Query has no newest(String)'
    }

    def "a count that cannot be had is no number: exit code #code"() {
        when:
        def ended = serve(answers as String[]).run('eval', 'ams.jobs.failed.count()')

        then:
        ended.code == code
        ended.out == out

        where:
        answers                             | code | out
        [answer('7', 200, 'text/plain')]    | 0    | '7\n'
        [answer('', 200, 'text/plain')]     | 5    | ''
        [json('{}', 403)]                   | 4    | ''
    }

    def "a where that cannot be sent does not compile where the chain starts at ams, and else fails when it runs: #script"() {
        when:
        def ended = serve(page(1..1)).run('eval', script)

        then:
        ended.code == code
        ended.err.contains('filter { }')
        ended.err.readLines().any { it ==~ / +\| +\^/ }
        server.requests.empty

        where:
        script                                                  | code
        "ams.jobs.where { name ==~ /x/ }.count()"               | 3
        "def q = ams.jobs; q.where { name ==~ /x/ }.count()"    | 1
    }

    def "an id that cannot be one is a usage error before anything is asked"() {
        when:
        def ended = serve(page(1..1)).run('eval', "ams.jobs.where { id == 'nope' }.count()")

        then:
        ended.code == 2
        ended.err.contains("not a job id: 'nope'")
        server.requests.empty
    }

    def "notices of a list go to stderr, and -q silences them"() {
        given:
        def refused = json('{"odata.error":{"code":"","message":{"lang":"en-US","value":"No order."}}}', 400)

        expect:
        serve(refused, page(1..3)).run(*options, 'eval', 'ams.jobs.newest(1)*.name').out == 'job 1\n'
        serve(refused, page(1..3)).run(*options, 'eval', 'ams.jobs.newest(1)*.name').err.contains('refuses $orderby') == isTold

        where:
        options | isTold
        []      | true
        ['-q']  | false
    }

    def "50,000 jobs go through a heap of 64 MiB, the first of them at once"() {
        given:
        def sandbox = new AmsShellProcess().start('sandbox', '--scenario', 'samples/scenarios/big-account.toml')
        def exports = sandbox.inputStream.newReader().with { [it.readLine(), it.readLine()] }.collectEntries { (it - 'export ').split('=', 2) as List }
        def shell = new AmsShellProcess().with(exports + [AMS_SHELL_JAVA_OPTS: '-Xmx64m'])

        when:
        def all = shell.run('eval', '--output', 'ndjson', 'ams.jobs')

        then:
        all.code == 0
        all.err == ''
        all.out.readLines().size() == 50_000
        all.out.readLines().collect { it.substring(0, 60) }.toSet().size() == 50_000

        cleanup:
        sandbox.destroy()
    }
}
