package dev.amsshell.testing

import dev.amsshell.job.JobId
import dev.amsshell.job.JobState
import dev.amsshell.job.Origin
import dev.amsshell.job.Retry
import dev.amsshell.render.page.Block
import dev.amsshell.render.page.Block.Bar
import dev.amsshell.render.page.Block.Bars
import dev.amsshell.render.page.Block.Fact
import dev.amsshell.render.page.Block.Facts
import dev.amsshell.render.page.Block.Gantt
import dev.amsshell.render.page.Block.Grid
import dev.amsshell.render.page.Block.Grid.Form
import dev.amsshell.render.page.Block.Lane
import dev.amsshell.render.page.Block.Paragraph
import dev.amsshell.render.page.Block.Sample
import dev.amsshell.render.page.Block.Series
import dev.amsshell.render.page.Block.Span
import dev.amsshell.render.page.Block.Spread
import dev.amsshell.render.page.Block.Steps
import dev.amsshell.render.page.Block.Trend
import dev.amsshell.render.page.Page
import dev.amsshell.render.page.Page.Section
import dev.amsshell.render.page.Paged
import dev.amsshell.render.page.Tone
import java.time.Duration
import java.time.Instant

/** Pages as an incident makes them, with numbers that are the same each time. */
final class SamplePages {
    static final Instant NOW = Instant.parse('2024-05-14T03:12:00Z')
    static final Instant FROM = NOW - Duration.ofHours(6)

    private SamplePages() {}

    /** What is a page on a terminal, rows in CSV, and its title in JSON. */
    static record Told(String title, List<Map> rows, Page page) implements Paged {
        @Override
        Object data() {
            return [title: title]
        }
    }

    /** A page of one block. */
    static Page of(Block... blocks) {
        return new Page('A page', 'https://media.example/api/', NOW, [new Section('', blocks)])
    }

    static JobId id(int number) {
        return new JobId(String.format('nb:jid:UUID:f3c43f94-327f-2347-90bb-%012x', number * 7919))
    }

    /**
     * A page with all that there is.
     *
     * @param extra stands within every text, to see what becomes of it
     */
    static Page incident(String extra = '') {
        return new Page('Triage of the last 6 hours' + extra, 'https://acc.restv2.westus.media.example/api/' + extra, NOW, [
            new Section('', new Paragraph(
                '312 of 1,204 jobs that ended failed, in 6 groups; most of them since 01:40 UTC, with ErrorProcessingTask in Media Encoder Standard.' + extra,
                Tone.BAD)),
            new Section('Failures by cause' + extra, new Paragraph('Tasks that failed, grouped by error code, media processor and message.'), groups(extra)),
            new Section('Jobs now', states(extra), facts(extra)),
            new Section('Throughput', ended(extra), depth(extra)),
            new Section('How long it took', spread(extra)),
            new Section('Stuck' + extra, stuck(extra)),
            new Section('The worst jobs', gantt(extra)),
            new Section('How this was read', new Paragraph('14 requests: 3 pages of jobs, 2 of failed tasks, 6 for sample jobs, 3 counts.'))])
    }

    static Grid groups(String extra = '') {
        def headings = ['tasks', 'error code', 'processor', 'message', 'first', 'last', 'trend', 'origin', 'retry', 'advice', 'jobs']
        def row = { int count, String code, String processor, String message, int first, List<Integer> trend, Origin origin, Retry retry, String advice ->
            [count as long, code + extra, processor + extra, message + extra, FROM + Duration.ofMinutes(first), NOW - Duration.ofMinutes(count % 17), new Trend(trend*.longValue()), origin,
             retry, advice + extra, (1..Math.min(3, count)).collect { id(count + it) }]
        }
        return new Grid('Failures by cause' + extra, Form.STANZAS, headings, [
            row(211, 'ErrorProcessingTask', 'Media Encoder Standard', 'Encoding task failed: worker … ended with code … while reading …', 207, [0, 0, 0, 3, 71, 92, 45], Origin.SERVICE, Retry.YES,
                'The service failed on its own. Submit the jobs again; if it goes on, open a ticket with the request ids.'),
            row(58, 'ErrorDownloadingInputAssetMalformedContent', 'Media Encoder Standard', 'The input file … has no video track', 12, [9, 8, 8, 9, 8, 8, 8], Origin.INPUT, Retry.NO,
                'The input is damaged or of an unknown kind. Look at one of the assets; the same job will fail again.'),
            row(23, 'ErrorConfiguration', 'Media Encoder Premium Workflow', 'Preset … does not name a workflow', 98, [0, 2, 7, 7, 4, 3, 0], Origin.CONFIGURATION, Retry.NO,
                'Correct the preset of the job.'),
            row(12, 'ErrorUploadingOutput', 'Media Encoder Standard', 'The storage account … refused the request (403)', 155, [0, 0, 1, 6, 5, 0, 0], Origin.CONFIGURATION, Retry.MAYBE,
                'Check the keys of the storage account, then submit the jobs again.'),
            row(7, 'ErrorTimedOut', 'Azure Media Indexer 2 Preview', 'No progress in …', 33, [1, 1, 1, 1, 1, 1, 1], Origin.SERVICE, Retry.YES, 'Submit the job again.'),
            row(1, 'ErrorUnknown', 'Azure Media Packager', '詳細不明のエラーが発生しました', 300, [0, 0, 0, 0, 0, 1, 0], Origin.UNKNOWN, Retry.MAYBE, 'Nobody knows this code; read the message.')])
    }

    static Bars states(String extra = '') {
        return new Bars('Jobs by state' + extra, [
            new Bar('Queued' + extra, 148, 'oldest since 02:07' + extra, Tone.WAITING), new Bar('Processing', 10, 'of 10 reserved units', Tone.BUSY),
            new Bar('Finished', 892, '', Tone.GOOD), new Bar('Error', 312, '26 % of those that ended', Tone.BAD),
            new Bar('Canceled', 4, '', Tone.WARN), new Bar('Scheduled', 0, '', Tone.WAITING)])
    }

    static Facts facts(String extra = '') {
        return new Facts([
            new Fact('reserved units' + extra, '10 S1'), new Fact('active jobs', 158L), new Fact('queue grows since', NOW - Duration.ofMinutes(65)),
            new Fact('at this pace empty in', Duration.ofMinutes(94)), new Fact('newest failure', id(212)), new Fact('note', 'The queue is longer than an hour of work.' + extra)])
    }

    static Steps ended(String extra = '') {
        return new Steps('Jobs that ended, by half hour' + extra, FROM, Duration.ofMinutes(30), [
            new Series('Finished' + extra, Tone.GOOD, [91, 88, 94, 90, 86, 92, 89, 80, 62, 44, 40, 36]*.longValue()),
            new Series('Error', Tone.BAD, [9, 10, 8, 11, 9, 12, 10, 28, 64, 71, 48, 32]*.longValue()),
            new Series('Canceled', Tone.WARN, [0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0]*.longValue())])
    }

    static Steps depth(String extra = '') {
        def depth = (0..71).collect { (it < 44 ? 12 + (it * 7) % 9 : 12 + (it - 44) * 5) as long }
        return new Steps('Jobs in the queue, every 5 minutes' + extra, FROM, Duration.ofMinutes(5), [new Series('Queued', Tone.WAITING, depth)])
    }

    static Spread spread(String extra = '') {
        def random = new Random(7)
        def sample = { String name, Tone tone, int count, double median, double sigma ->
            new Sample(name, tone, (1..count).collect { Duration.ofSeconds(Math.round(median * Math.exp(sigma * random.nextGaussian()))) })
        }
        return new Spread('Queue wait and run time' + extra, [
            sample('queue wait, these 6 h' + extra, Tone.WAITING, 1204, 900, 1.1d), sample('queue wait, the 6 h before', Tone.PLAIN, 1190, 45, 0.8d),
            sample('run time, these 6 h', Tone.BUSY, 1204, 420, 0.5d), sample('run time, the 6 h before', Tone.PLAIN, 1190, 400, 0.45d)])
    }

    static Grid stuck(String extra = '') {
        return new Grid('Jobs that look stuck' + extra, Form.LINES, ['state', 'since', 'for', 'progress', 'why', 'job', 'name'], [
            [JobState.QUEUED, NOW - Duration.ofMinutes(65), Duration.ofMinutes(65), null, 'queued for more than 30 min', id(1001), 'Encoding nightly-0001.mxf' + extra],
            [JobState.PROCESSING, NOW - Duration.ofMinutes(200), Duration.ofMinutes(200), 100.0d, 'at 100 % for more than 15 min', id(1002), 'Encoding nightly-0002.mxf'],
            [JobState.CANCELING, NOW - Duration.ofMinutes(41), Duration.ofMinutes(41), 37.5d, 'Canceling for more than 10 min', id(1003), 'Trailer'],
            [JobState.PROCESSING, NOW - Duration.ofMinutes(95), Duration.ofMinutes(95), 12.0d, 'no progress', id(1004), null]])
    }

    static Gantt gantt(String extra = '') {
        def lanes = (0..<15).collect { n ->
            def queued = FROM + Duration.ofMinutes(n * 19 - 20)
            def started = queued + Duration.ofMinutes(10 + 3 * n)
            def ended = started + Duration.ofMinutes(25 + (n * 37) % 60)
            def last = n % 5 == 4 ? new Span('processing', started, NOW, Tone.BUSY)
                : n % 7 == 3 ? new Span('canceled', started, ended, Tone.WARN)
                : n % 3 == 0 ? new Span('finished', started, ended, Tone.GOOD) : new Span('failed', started, ended, Tone.BAD)
            new Lane("Encoding nightly-${String.format('%04d', n)}.mxf$extra", id(2000 + n), [new Span('queued' + extra, queued, started, Tone.WAITING), last])
        }
        return new Gantt('The jobs that took longest' + extra, FROM, NOW, lanes)
    }
}
