package dev.amsshell.check

import dev.amsshell.base.Failure
import dev.amsshell.job.JobState
import dev.amsshell.testing.SampleJobs
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Instant
import java.util.concurrent.CyclicBarrier
import spock.lang.Specification
import spock.lang.TempDir

/** What is remembered from run to run. */
class BookmarkSpec extends Specification {
    static final NIGHT = Instant.parse('2024-05-01T03:00:00Z')

    @TempDir
    Path home

    Path getFolder() {
        home.resolve('state/bookmarks')
    }

    Bookmarks run(int day = 0) {
        new Bookmarks(folder, NIGHT.plusSeconds(day * 86400L))
    }

    static jobs(Object... numbers) {
        return numbers.collect { SampleJobs.job(number: it, state: JobState.ERROR) }
    }

    List<Path> getFiles() {
        Files.list(folder).filter { it.toString().endsWith('.txt') }.toList()
    }

    /** One run that was given some jobs and ended well. */
    void seen(List<?> jobs, int day = 0, String account = 'a', String name = 'nightly') {
        def run = run(day)
        run.of(account, name).fresh(jobs)
        run.save()
    }

    def "the first time everything is new, and there is no last run"() {
        given:
        def mark = run().of('a', 'nightly')

        expect:
        mark.name == 'nightly'
        mark.last == null
        mark.fresh(jobs(1, 2)) == jobs(1, 2)
        mark.toString() == "the bookmark 'nightly', which is new"
        !Files.exists(folder)
    }

    def "what a run that ended well was given is not new any more"() {
        given:
        seen(jobs(1, 2))
        def mark = run(1).of('a', 'nightly')

        expect:
        mark.last == NIGHT
        mark.fresh(jobs(2, 3, 1)) == jobs(3)
        mark.toString() == "the bookmark 'nightly' of 2024-05-01T03:00:00Z"
    }

    def "within one run a job is new however often it is asked for"() {
        given:
        def run = run()

        expect:
        run.of('a', 'nightly').fresh(jobs(1)) == jobs(1)
        run.of('a', 'nightly').fresh(jobs(1)) == jobs(1)
    }

    def "a job in another state is new again"() {
        given:
        seen([SampleJobs.job(state: JobState.QUEUED)])
        def mark = run(1).of('a', 'nightly')

        expect:
        mark.fresh([SampleJobs.job(state: JobState.QUEUED)]) == []
        mark.fresh([SampleJobs.job(state: JobState.ERROR)]).size() == 1
    }

    def "a run that is not saved is as if it had not been"() {
        given:
        seen(jobs(1))

        when:
        run(1).of('a', 'nightly').fresh(jobs(2))

        then:
        run(2).of('a', 'nightly').fresh(jobs(1, 2)) == jobs(2)
        run(2).of('a', 'nightly').last == NIGHT
    }

    def "jobs that could not all be read were given to nobody"() {
        given:
        def broken = [iterator: { -> [hasNext: { -> true }, next: { -> if (counter++ == 1) throw new IllegalStateException('gone'); jobs(1)[0] }] as Iterator }] as Iterable
        def run = run()

        when:
        run.of('a', 'nightly').fresh(broken)

        then:
        thrown(IllegalStateException)

        when:
        run.save()

        then:
        this.run(1).of('a', 'nightly').fresh(jobs(1)) == jobs(1)
    }

    int counter

    def "what is no job is refused"() {
        when:
        run().of('a', 'nightly').fresh([1])

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'fresh takes jobs, and this is none: 1'
    }

    def "names and accounts do not share"() {
        given:
        seen(jobs(1), 0, 'a', 'nightly')

        expect:
        run(1).of(account, name).fresh(jobs(1)).size() == fresh

        where:
        account | name          || fresh
        'a'     | 'nightly'     || 0
        'a'     | 'Nightly'     || 1
        'b'     | 'nightly'     || 1
        'an'    | 'ightly'      || 1
        'a'     | 'nightly '    || 1
    }

    def "any name is a safe file name: #name"() {
        when:
        seen(jobs(1), 0, 'a', name)

        then:
        files.size() == 1
        files[0].parent == folder
        files[0].fileName.toString() ==~ /[A-Za-z0-9_-]{1,40}-[0-9a-f]{16}\.txt/
        run(1).of('a', name).fresh(jobs(1)) == []

        where:
        name << ['../../etc/passwd', 'a/b', 'C:\\x', '動画', '.', 'x' * 400, 'a\nb', 'con:']
    }

    def "a name that is none is refused"() {
        when:
        run().of('a', ' ')

        then:
        thrown(IllegalArgumentException)
    }

    def "its owner alone can read it"() {
        when:
        seen(jobs(1))

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(files[0])) == 'rw-------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)) == 'rwx------'
    }

    def "what was not seen for 100 days is forgotten, and what was seen again is not"() {
        given:
        seen(jobs(1, 2), 0)
        seen(jobs(2), 60)
        seen([], last)

        expect:
        run(last + 1).of('a', 'nightly').fresh(jobs(1, 2)) == jobs(*fresh)

        where:
        last || fresh
        100  || []
        101  || [1]
        161  || [1, 2]
    }

    def "two runs at the same time add up"() {
        given:
        def runs = (1..8).collect { run(it) }
        runs.eachWithIndex { run, i -> run.of('a', 'nightly').fresh(jobs(i + 1)) }
        def start = new CyclicBarrier(8)

        when:
        runs.collect { each -> Thread.start { start.await(); each.save() } }*.join()

        then:
        run(9).of('a', 'nightly').fresh(jobs(*1..9)) == jobs(9)
        run(9).of('a', 'nightly').last == NIGHT.plusSeconds(8 * 86400L)
    }

    def "a damaged file is told of, and stays as it is: #what"() {
        given:
        seen(jobs(1, 2))
        def file = files[0]
        def damaged = damage(Files.readString(file)) as String
        damaged == 'no text' ? Files.write(file, [0xff] as byte[]) : Files.writeString(file, damaged)

        when:
        run(1).of('a', 'nightly')

        then:
        def e = thrown(BookmarkProblem)
        e.kind() == Failure.Kind.USAGE
        e.message == "the file of the bookmark 'nightly' is damaged: $file"
        e.advice() == 'Repair the file, or delete it; then every job is new once more.'
        damaged == 'no text' || Files.readString(file) == damaged

        where:
        what                  | damage
        'empty'               | { '' }
        'cut off'             | { String it -> it[0..-2] }
        'half'                | { String it -> it[0..(it.size() / 2 as int)] }
        'without a line'      | { String it -> it.readLines().tap { remove(2) }.join('\n') + '\n' }
        'without a time'      | { String it -> it.replace('last 2024', 'last soon') }
        'without a day'       | { String it -> it.replace('2024-05-01 Error', 'Error') }
        'of another version'  | { String it -> it.replace('bookmark 1', 'bookmark 2') }
        'of something else'   | { 'hello\n' }
        'bytes'               | { 'no text' }
    }

    def "one that was damaged meanwhile is not replaced"() {
        given:
        seen(jobs(1))
        def run = run(1)
        run.of('a', 'nightly').fresh(jobs(2))
        Files.writeString(files[0], 'hello\n')

        when:
        run.save()

        then:
        thrown(BookmarkProblem)
        Files.readString(files[0]) == 'hello\n'
    }

    def "where it cannot be kept, that is told"() {
        given:
        Files.writeString(home.resolve('state'), 'a file')

        when:
        seen(jobs(1))

        then:
        def e = thrown(BookmarkProblem)
        e.message.startsWith("the bookmark 'nightly' cannot be ")
        e.message.count(home.toString()) == 1
        e.advice() == 'See that you may read and write the file and its folder, and that the disk has room.'
    }

    def "a folder in place of its file is trouble, and no damage"() {
        given:
        seen(jobs(1))
        def file = files[0]
        Files.delete(file)
        Files.createDirectory(file)

        when:
        run(1).of('a', 'nightly')

        then:
        def e = thrown(BookmarkProblem)
        e.message.startsWith("the bookmark 'nightly' cannot be read: $file: ")
        e.message.count(home.toString()) == 1
        !e.advice().contains('delete')
    }

    def "jobs come as #what, each once"() {
        expect:
        run().of('a', 'nightly').fresh(given) == jobs(*fresh)

        where:
        what            | given                                  || fresh
        'one'           | jobs(1)[0]                             || [1]
        'an array'      | jobs(1, 2) as Object[]                 || [1, 2]
        'an iterator'   | jobs(1, 2).iterator()                  || [1, 2]
        'a stream'      | jobs(1, 2).stream()                    || [1, 2]
        'an optional'   | Optional.of(jobs(1)[0])                || [1]
        'one twice'     | jobs(2, 1, 2)                          || [2, 1]
        'none'          | []                                     || []
    }

    def "what is no job is refused: #given"() {
        when:
        run().of('a', 'nightly').fresh(given)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "fresh takes jobs, and this is none: $text"

        where:
        given  || text
        null   || 'null'
        [null] || 'null'
        'id'   || "'id'"
        [3]    || '3'
    }

    def "hostile ids keep their lines"() {
        given:
        def hostile = [SampleJobs.job(id: 'a\nend 0\n'), SampleJobs.job(id: 'b c'), SampleJobs.job(id: '\u2028')]
        seen(hostile)

        expect:
        run(1).of('a', 'nightly').fresh(hostile) == []
    }
}
