package dev.amsshell.repl

import dev.amsshell.base.FileGuard
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.nio.file.attribute.PosixFilePermissions
import java.time.Instant
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.TempDir

class HistoryFileSpec extends Specification {
    @TempDir
    Path folder
    List<String> notices = []
    Path path

    def setup() {
        path = folder.resolve('state/history')
    }

    def open() {
        return new HistoryFile(path, { notices << it })
    }

    static HistoryEntry entry(String input, long time = 1000) {
        return new HistoryEntry(Instant.ofEpochMilli(time), input)
    }

    def mode(Path of) {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(of))
    }

    def "an entry is in the file as soon as it is added, in the format that JLine writes"() {
        when:
        open().append(entry("a = 'b\\n'\n1\r\n2", 1234))

        then:
        path.toFile().text == "1234:a = 'b\\\\n'\\n1\\r\\n2\n"
        open().takeNews() == [entry("a = 'b\\n'\n1\r\n2", 1234)]
    }

    def "an input comes back as it was, whatever is in it"() {
        when:
        open().append(entry(input))

        then:
        open().takeNews()*.input() == [input]

        where:
        input << ['', ' ', '12:34', '\\', '\\\\n', '\n\n', 'é😀', '\t\u2028', 'x' * 100_000]
    }

    def "two shells see what the other adds, in order and once, and not what they added themselves"() {
        given:
        def one = open()
        def two = open()

        when:
        one.append(entry('a'))
        two.append(entry('b'))
        one.append(entry('c'))

        then:
        one.takeNews()*.input() == ['b']
        two.takeNews()*.input() == ['a', 'c']
        one.takeNews() == []
        two.takeNews() == []
        open().takeNews()*.input() == ['a', 'b', 'c']
    }

    def "shells that add at the same time do not mix their lines"() {
        given:
        def inputs = (1..4).collect { shell -> (1..50).collect { "$shell $it ${'x' * 3000}".toString() } }
        def pool = Executors.newFixedThreadPool(4)

        when:
        inputs.collect { mine -> pool.submit { def file = open(); mine.each { file.append(entry(it)) } } }*.get()
        pool.shutdown()
        def all = open().takeNews()*.input()

        then:
        all.toSorted() == inputs.flatten().toSorted()
        inputs.every { mine -> all.findAll { it in mine } == mine }
    }

    def "shells that make the file at the same time lose nothing, round #round"() {
        given:
        def inputs = (1..4)*.toString()
        def pool = Executors.newFixedThreadPool(inputs.size())
        def start = new CyclicBarrier(inputs.size())

        when:
        inputs.collect { input -> pool.submit { start.await(); open().append(entry(input)) } }*.get()
        pool.shutdown()

        then:
        open().takeNews()*.input().toSorted() == inputs
        notices == []

        where:
        round << (1..50)
    }

    def "a shell that starts while another writes the first line does not take the file for a damaged one"() {
        given: 'the other one in the middle of its line'
        open()
        def line = new String(entry('first').encoded(), 'UTF-8')
        def other = new FileGuard(path.resolveSibling('.history.lock'))
        path.toFile().text = line.take(line.length() - 3)

        def started = null

        when: 'this one waits for it'
        def starting = Thread.start { started = open() }
        while (starting.alive && starting.state != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait()
        }
        path.toFile() << line.substring(line.length() - 3)
        other.close()
        starting.join()

        then:
        started.takeNews()*.input() == ['first']
        path.parent.toFile().list().toSorted() == ['.history.lock', 'history']
    }

    def "the file is trimmed to its newest entries, and the other shells read on"() {
        given:
        open()
        path.toFile().text = (1..12_500).collect { "$it:x$it\n" }.join('')
        def other = open()
        other.takeNews()

        when:
        open().append(entry('new', 20_000))
        def kept = path.toFile().readLines()

        then:
        kept.size() == HistoryFile.KEPT
        kept.first() == '2502:x2502'
        kept.last() == '20000:new'
        mode(path) == 'rw-------'
        other.takeNews()*.input() == ['new']
    }

    def "an edited file is not taken in again"() {
        given:
        def file = open()
        file.append(entry('a', 1))
        file.append(entry('secret', 2))

        when:
        path.toFile().text = '1:a\n3:c\n'

        then:
        file.takeNews()*.input() == ['c']
    }

    def "a file that goes away is made again"() {
        given:
        def file = open()
        file.append(entry('a'))
        Files.delete(path)

        when:
        def news = file.takeNews()
        file.append(entry('b'))

        then:
        news == []
        path.toFile().text == '1000:b\n'
        notices == []
    }

    def "damaged lines are skipped: #damaged"() {
        given:
        open()
        path.toFile().bytes = ['1:a\n'.bytes, damaged, '\n2:b\n'.bytes]*.toList().flatten() as byte[]

        expect:
        open().takeNews()*.input() == ['a', 'b']

        where:
        damaged << [''.bytes, 'x'.bytes, ':'.bytes, '-1:x'.bytes, '9999999999999999999999:x'.bytes, [0x31, 0x3a, 0xff] as byte[], [0, 0] as byte[]]
    }

    def "half a line that somebody left spoils no other"() {
        given:
        def file = open()
        path.toFile().append('1:ha')

        when:
        file.append(entry('b', 2))

        then:
        path.toFile().text == '1:ha\n2:b\n'
        file.takeNews() == []
    }

    def "what is no history is set aside, with a notice"() {
        given:
        Files.createDirectories(path.parent)
        path.toFile().bytes = [0x66, 0xff, 0xfe, 0x0a] as byte[]

        when:
        open().append(entry('a'))

        then:
        path.toFile().text == '1000:a\n'
        path.resolveSibling('history.damaged').toFile().bytes == [0x66, 0xff, 0xfe, 0x0a] as byte[]
        notices.any { it.contains('history.damaged') }
    }

    def "file and folder are their owner's alone"() {
        when:
        open().append(entry('a'))

        then:
        mode(path) == 'rw-------'
        mode(path.parent) == 'rwx------'
        Files.list(path.parent).every { mode(it) == 'rw-------' }
        notices == []
    }

    def "what was open to others is closed, with a notice"() {
        given:
        open().append(entry('a'))
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString('rw-r--r--'))
        Files.setPosixFilePermissions(path.parent, PosixFilePermissions.fromString('rwxr-xr-x'))

        when:
        open()

        then:
        mode(path) == 'rw-------'
        mode(path.parent) == 'rwx------'
        notices.size() == 2
        notices.every { it.contains('open to others') }
    }

    def "a place that cannot be written to is told of once, and harms nobody"() {
        given:
        folder.resolve('state').toFile().text = 'a file where the folder should be'

        when:
        def file = open()
        file.append(entry('a'))
        file.append(entry('b'))

        then:
        file.takeNews() == []
        notices.size() == 1
        notices[0].contains('cannot be used')
    }

    def "a shell that was stopped while it held the file does not stop the others"() {
        given:
        def file = open()
        def lock = FileChannel.open(path.resolveSibling('.history.lock'), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
        lock.lock()

        when:
        file.append(entry('a'))

        then:
        path.toFile().text == '1000:a\n'

        cleanup:
        lock.close()
    }
}
