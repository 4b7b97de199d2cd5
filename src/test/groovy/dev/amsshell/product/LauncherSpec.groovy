package dev.amsshell.product

import dev.amsshell.testing.AmsShellProcess
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

class LauncherSpec extends Specification {
    /** Every JDK from 17 on that is installed in the usual place. */
    static final JDKS = (new File('/usr/lib/jvm').listFiles() ?: [] as File[]).collect { it.canonicalFile }.unique()
        .findAll { new File(it, 'bin/java').exists() && (new File(it, 'release').exists()) && feature(it) >= 17 } ?: [new File(System.getProperty('java.home'))]

    static int feature(File jdk) {
        def release = new Properties()
        new File(jdk, 'release').withInputStream { release.load(it) }
        return release.JAVA_VERSION.replace('"', '').tokenize('.-')[0] as int
    }

    @Shared
    def shell = new AmsShellProcess()

    def "a job is asked for on #jdk.name, with nothing but the answer on stdout"() {
        given:
        def own = new AmsShellProcess().with(JAVA_HOME: jdk.path)
        own.run('--version')

        when:
        def ended = own.run('eval', '--sandbox', 'ams.job("f3c43f94-327f-2347-90bb-3bf79f8559f1").state')

        then:
        ended.code == 0
        ended.out == 'Processing\n'
        ended.err == ''
        own.run('--version').out.contains("(Java ${feature(jdk)}")

        and: 'it has made itself a start-up archive'
        Files.list(AmsShellProcess.PROJECT.resolve('target/startup')).anyMatch { it.fileName.toString().startsWith("java-${feature(jdk)}.") && it.toFile().size() > 0 }

        where:
        jdk << JDKS
    }

    def "a damaged start-up archive costs time and nothing else"() {
        given: 'a copy of the program, since others are running'
        shell.run('--version')
        def copy = shell.home.resolve('damaged')
        assert ['bash', '-c', "mkdir -p '$copy/target' && cp -r scripts '$copy' && cp -pr target/lib target/ams-shell.jar target/startup '$copy/target'"]
            .execute(null, AmsShellProcess.PROJECT.toFile()).waitFor() == 0
        def archives = Files.list(copy.resolve('target/startup')).toList()
        archives.each {
            it.toFile().writable = true
            it.toFile().bytes = 'damaged'.bytes
        }

        when:
        def ended = shell.shell("'$copy/scripts/ams-shell' eval 1+1")

        then:
        !archives.empty
        ended.out == '2\n'
        ended.err == ''
        ended.code == 0
    }

    def "it works from any directory and through symbolic links"() {
        given:
        def bin = Files.createDirectory(shell.home.resolve('my bin'))
        Files.createSymbolicLink(shell.home.resolve('first'), Path.of(AmsShellProcess.LAUNCHER))
        Files.createSymbolicLink(bin.resolve('ams'), Path.of('../first'))

        expect:
        shell.shell("cd / && '$bin/ams' eval 40+2").out == '42\n'
        shell.shell("cd '$bin' && ./ams eval 40+2").out == '42\n'
        shell.shell("PATH='$bin':\$PATH; cd /tmp && ams eval 40+2").out == '42\n'
    }

    def "a CDPATH leads nowhere"() {
        expect:
        new AmsShellProcess().with(CDPATH: '.:/tmp').shell('scripts/ams-shell eval 40+2').out == '42\n'
    }

    def "a JAVA_HOME that is none is passed over"() {
        expect:
        new AmsShellProcess().with(JAVA_HOME: '/nowhere').run('eval', '1+1').out == '2\n'
    }

    def "arguments arrive as they are"() {
        expect:
        shell.runWithInput('args.each { println "<$it>" }', 'run', '-', 'a b', '', '*', '"q"', '$HOME', '\\').out ==
            '<a b>\n<>\n<*>\n<"q">\n<$HOME>\n<\\>\n'
    }

    def "a project that was never built is built first, with stdout clean"() {
        given: 'a copy without what was built, and a Maven that only tells what it was asked, and saves the time of a start-up archive'
        def copy = shell.home.resolve('a copy')
        assert ['bash', '-c', "mkdir -p '$copy/target' && cp -r pom.xml scripts src '$copy'"].execute(null, AmsShellProcess.PROJECT.toFile()).waitFor() == 0
        def bin = Files.createDirectory(shell.home.resolve('maven'))
        def maven = Files.writeString(bin.resolve('mvn'), """#!/bin/sh
            echo "in \$(pwd): \$*" >> '$bin/asked'
            echo 'some noise'
            cp -r '${AmsShellProcess.PROJECT}/target/lib' '${AmsShellProcess.PROJECT}/target/ams-shell.jar' target/
            touch target/ams-shell.jar
            cp -r '${AmsShellProcess.PROJECT}/target/startup' target/
            touch target/startup/*
            """)
        maven.toFile().executable = true

        when:
        def built = shell.shell("PATH='$bin':\$PATH '$copy/scripts/ams-shell' eval 40+2")
        def again = shell.shell("PATH='$bin':\$PATH '$copy/scripts/ams-shell' eval 40+2")
        def changed = shell.shell("touch '$copy/src/main/java'; PATH='$bin':\$PATH '$copy/scripts/ams-shell' eval 40+2")

        then:
        [built, again, changed]*.out == ['42\n'] * 3
        bin.resolve('asked').toFile().readLines() == ["in $copy: -q -B -Dmaven.test.skip=true package"]*.toString() * 2
        built.err.contains('building')
        !built.err.contains('noise')
        !again.err.contains('building')
        changed.err.contains('building')
    }

    def "a build that fails says so and ends with 2"() {
        given:
        def copy = shell.home.resolve('broken')
        assert ['bash', '-c', "mkdir -p '$copy' && cp -r pom.xml scripts src '$copy'"].execute(null, AmsShellProcess.PROJECT.toFile()).waitFor() == 0
        def bin = Files.createDirectory(shell.home.resolve('bad maven'))
        Files.writeString(bin.resolve('mvn'), '#!/bin/sh\necho oh no\nexit 1\n').toFile().executable = true

        when:
        def ended = shell.shell("PATH='$bin':\$PATH '$copy/scripts/ams-shell' eval 40+2")

        then:
        ended.code == 2
        ended.out == ''
        ended.err.contains('oh no')
        ended.err.contains('the build failed')
    }
}
