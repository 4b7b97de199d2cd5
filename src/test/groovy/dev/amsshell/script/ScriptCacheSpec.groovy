package dev.amsshell.script

import dev.amsshell.base.Cancellation
import dev.amsshell.base.Io
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import spock.lang.Specification
import spock.lang.TempDir

class ScriptCacheSpec extends Specification {
    static io = new Io(InputStream.nullInputStream(), System.out, System.err, false, false, false)
    @TempDir
    Path folder
    @TempDir
    Path cacheHome
    def scripts = cacheHome.resolve('ams/scripts')

    def source(String text) {
        return new Source('a.groovy', text, folder)
    }

    def value(String text, String version = '1') {
        def engine = new ScriptEngine([:], io, Optional.of(new ScriptCache(scripts, version, Clock.systemUTC())))
        return (engine.run(source(text), [], new Cancellation(), { it }) as Outcome.Value).value()
    }

    def isKept(String text, String version = '1') {
        return new ScriptCache(scripts, version, Clock.systemUTC()).find(source(text)).present
    }

    def "a script is found compiled the next time, and does the same"() {
        when:
        def first = value('[1, 2].collect { it * 2 }')

        then:
        isKept('[1, 2].collect { it * 2 }')
        value('[1, 2].collect { it * 2 }') == first
        Files.list(scripts).count() == 1
    }

    def "another text, another version: compiled anew"() {
        when:
        value('1')

        then:
        !isKept('2')
        !isKept('1', '2')
    }

    def "a class beside the script that changed, came or went is noticed"() {
        given:
        def helper = folder.resolve('Helper.groovy')

        expect:
        Files.writeString(helper, 'class Helper { static x() { 1 } }')
        value('Helper.x()') == 1

        Files.writeString(helper, 'class Helper { static x() { 2 } }')
        value('Helper.x()') == 2

        Files.delete(helper)
        !isKept('Helper.x()')
    }

    def "a script that did not need a file beside it is compiled anew once there is one"() {
        given:
        def text = 'try { Late.x() } catch (MissingPropertyException e) { 0 }'

        expect:
        value(text) == 0

        when:
        Files.writeString(folder.resolve('Late.groovy'), 'class Late { static x() { 7 } }')
        then:
        value(text) == 7
    }

    def "a damaged entry costs a compilation and nothing else: #damage"() {
        given:
        value('41 + 1')
        def entry = Files.list(scripts).findFirst().get()
        def bytes = Files.readAllBytes(entry)

        when:
        Files.write(entry, change(bytes))

        then:
        !isKept('41 + 1')
        value('41 + 1') == 42
        isKept('41 + 1')

        where:
        damage      | change
        'empty'     | { new byte[0] }
        'cut off'   | { Arrays.copyOf(it, it.length - 10) }
        'one bit'   | { it[it.length.intdiv(2)] ^= 1; it }
        'something' | { 'hello world, this is no script'.bytes }
    }

    def "what is kept is for its owner alone"() {
        when:
        value('1')

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(scripts)) == 'rwx------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(Files.list(scripts).findFirst().get())) == 'rw-------'
    }

    def "a cache that cannot be written stops no script"() {
        given:
        Files.writeString(cacheHome.resolve('ams'), 'a file where a folder should be')

        expect:
        value('1') == 1
    }

    def "old entries make room"() {
        given:
        Files.createDirectories(scripts)
        300.times { Files.writeString(scripts.resolve("${it}.script"), '') }

        when:
        value('1')

        then:
        Files.list(scripts).count() == 256
        isKept('1')
    }
}
