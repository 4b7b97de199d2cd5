package dev.amsshell.sandbox

import dev.amsshell.testing.MutableClock
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class RequestLogSpec extends Specification {
    @Shared LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>()
    @Shared @AutoCleanup Sandbox sandbox = Sandbox.start(
        new SandboxOptions(0, 7, 60, 'the-fixed-token').logging(lines::add), new MutableClock('2015-02-11T01:46:14Z'))
    @Shared WireClient client = new WireClient(sandbox)

    String next() {
        lines.poll(10, TimeUnit.SECONDS)
    }

    def "a request is a line: what was asked, readable, and what came of it"() {
        when:
        client.get('Jobs/$count?$filter=State%20eq%204')

        then:
        next() ==~ /2015-02-11T01:46:14Z GET .api.Jobs..count\?.filter=State eq 4 200 \d+ bytes \d+ ms/
    }

    def "nothing that a client sends can disturb the terminal"() {
        when:
        client.get('Jobs%1B%5B2J%0A?x=%1B%E2%80%AE')

        then:
        next().contains('/api/Jobs\\u001b[2J\\n?x=\\u001b\\u202e 404 ')
    }

    def "#query keeps its secret"() {
        when:
        client.get('Jobs?' + query)

        then:
        def line = next()
        line.contains('***')
        !line.contains('hush')

        where:
        query << ['client_secret=hush', 'client%5Fsecret=hush', 'a=b&PASSWORD=hush', 'access_token=hush', 'user_code=hush', 'sig=hush']
    }

    def "no token and no form is in it"() {
        when:
        client.get('Jobs')
        new SigninClient(sandbox).v1(TokensSpec.BY_SECRET)

        then:
        def text = next() + next()
        !text.contains('the-fixed-token')
        !text.contains('sandbox-secret')
    }
}
