package dev.amsshell

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import dev.amsshell.dsl.Durations
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The rooms of the house are walls: imports point down, and each library is touched in one room. */
class HouseSpec extends Specification {
    /** From the top down. The sandbox stands apart. */
    static final ROOMS = ['cli', 'repl', 'script', 'dsl', 'triage', 'check', 'await', 'render', 'service.v2', 'service', 'auth',
                          'transport', 'config', 'query', 'job', 'base']

    /** From the top down, within the sandbox. */
    static final SANDBOX_PARTS = ['server', 'scenario', 'faults', 'arm', 'signin', 'api', 'account', 'odata', 'http']

    @Shared
    JavaClasses house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages('dev.amsshell')

    static String inRoom(String room) {
        return room == 'service' ? 'dev.amsshell.service' : "dev.amsshell.${room}.."
    }

    def "every class is in a room"() {
        expect:
        classes().should().resideInAnyPackage((ROOMS + 'sandbox').collect { inRoom(it) } as String[]).check(house)
    }

    def "#room imports only from below"() {
        given:
        def above = ROOMS.takeWhile { it != room }.collect { inRoom(it) }

        expect:
        noClasses().that().resideInAPackage(inRoom(room))
            .should().dependOnClassesThat().resideInAnyPackage(above as String[])
            .allowEmptyShould(true).check(house)

        where:
        room << ROOMS.drop(1)
    }

    def "the sandbox imports base alone, and cli alone imports it"() {
        expect:
        noClasses().that().resideInAPackage(inRoom('sandbox'))
            .should().dependOnClassesThat().resideInAnyPackage((ROOMS - 'base').collect { inRoom(it) } as String[]).check(house)
        noClasses().that().resideInAnyPackage((ROOMS - 'cli').collect { inRoom(it) } as String[])
            .should().dependOnClassesThat().resideInAPackage(inRoom('sandbox')).check(house)
    }

    def "within the sandbox, #part imports only from below"() {
        given:
        def above = SANDBOX_PARTS.takeWhile { it != part }.collect { inRoom('sandbox.' + it) } + ['dev.amsshell.sandbox']

        expect:
        noClasses().that().resideInAPackage(inRoom('sandbox.' + part))
            .should().dependOnClassesThat().resideInAnyPackage(above as String[])
            .allowEmptyShould(true).check(house)

        where:
        part << SANDBOX_PARTS
    }

    def "the account of the sandbox knows nothing of the wire"() {
        expect:
        noClasses().that().resideInAPackage(inRoom('sandbox.account'))
            .should().dependOnClassesThat().resideInAPackage(inRoom('sandbox.odata')).check(house)
    }

    def "#library is touched in #rooms alone"() {
        expect:
        noClasses().that().resideOutsideOfPackages(rooms.collect { inRoom(it) } as String[])
            .should().dependOnClassesThat().resideInAnyPackage(library).allowEmptyShould(true).check(house)

        where:
        library                       | rooms
        'org.apache.commons.cli..'    | ['cli']
        'org.jline..'                 | ['repl']
        'org.codehaus.groovy.control..' | ['script']
        'org.codehaus.groovy.ast..'   | ['script']
        'org.apache.hc..'             | ['transport']
        'com.microsoft.aad..'         | ['auth']
        'com.fasterxml.jackson..'     | ['service.v2', 'render', 'config', 'sandbox', 'transport']
        'com.sun.net.httpserver..'    | ['sandbox']
        'org.tomlj..'                 | ['sandbox.scenario', 'config']
    }

    def "only cli touches the process: its streams, its end, its clock"() {
        expect:
        noClasses().that().resideOutsideOfPackage(inRoom('cli')).should().accessField(System, field).check(house)
        noClasses().that().resideOutsideOfPackage(inRoom('cli')).should().callMethod(System, 'exit', int).check(house)
        noClasses().that().resideOutsideOfPackage(inRoom('cli')).and().doNotBelongToAnyOf(Durations)
            .should().callMethod(java.time.Instant, 'now').check(house)
        noClasses().that().resideOutsideOfPackage(inRoom('cli')).should().callMethod(java.time.Clock, 'systemUTC').check(house)
        noClasses().should().callMethod(Thread, 'sleep', long).check(house)

        where:
        field << ['in', 'out', 'err']
    }

    def "no source mentions a wire name of v2 above its room"() {
        given:
        def above = Files.walk(Path.of('src/main/java/dev/amsshell')).filter { it.toString().endsWith('.java') }
            .filter { !(it.toString() =~ '/(sandbox|service/v2)/') }.toList()

        expect:
        above.size() > 40
        above.findAll { it.toFile().text =~ /nb:jid:|State eq|x-ms-version|odata/ } == []
    }
}
