package dev.amsshell.render

import static dev.amsshell.testing.Printing.table

import dev.amsshell.job.Asset
import dev.amsshell.job.JobState
import dev.amsshell.job.Processor
import dev.amsshell.testing.SampleJobs
import java.time.Duration
import spock.lang.Specification

class CardSpec extends Specification {
    def "a job is a card for people"() {
        expect:
        table(SampleJobs.job(name: 'Night "A"', state: JobState.ERROR, priority: 5, started: SampleJobs.START,
            ended: SampleJobs.START + Duration.ofHours(2), tasks: [SampleJobs.task()])) == '''\
id        nb:jid:UUID:f3c43f94-327f-2347-90bb-000000000001
name      Night "A"
state     Error
progress  42.5 %
priority  5
created   2015-02-11 01:46:08 UTC
started   2015-02-11 01:46:16 UTC
ended     2015-02-11 03:46:16 UTC
elapsed   2 h 0 min 0 s
task 1    Encode  Error  42.5 %
error     UserInput: bad \\u001b[31mcodec (task 'Encode', retry: no)
'''
    }

    def "a task is a card for people"() {
        expect:
        table(SampleJobs.task()).readLines()[0..2] == [
            'id              nb:tid:UUID:1', 'name            Encode', 'state           Error']
    }

    def "an asset is a card for people"() {
        expect:
        table(new Asset('nb:cid:UUID:1', 'Movie', 'Initialized', false, SampleJobs.START, null, null, 'store', 'https://store/x')) == '''\
id       nb:cid:UUID:1
name     Movie
state    Initialized
created  2015-02-11 01:46:16 UTC
storage  store
uri      https://store/x
'''
    }

    def "a processor is a card for people"() {
        expect:
        table(new Processor('nb:mpid:UUID:1', 'Encoder', 'Microsoft', '1.1', '', null)) == '''\
id       nb:mpid:UUID:1
name     Encoder
version  1.1
vendor   Microsoft
'''
    }

    def "counts stand in two aligned columns"() {
        expect:
        table([(JobState.FINISHED): 812, (JobState.ERROR): 3]) == 'Finished  812\nError       3\n'
    }
}
