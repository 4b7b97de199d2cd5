package dev.amsshell.sandbox

import dev.amsshell.testing.MutableClock
import spock.lang.Shared
import spock.lang.Specification

/** One sandbox for all features of a spec, its clock in 2015 and standing still. */
abstract class SandboxSpecification extends Specification {

    static final String START = '2015-02-11T01:46:14.000Z'
    static final String TOKEN = 'http%3a%2f%2fschemas.example%2ftoken'

    @Shared MutableClock clock = new MutableClock(START)
    @Shared Sandbox sandbox
    @Shared WireClient client

    def setupSpec() {
        sandbox = Sandbox.start(new SandboxOptions(0, 7, 60, TOKEN), clock)
        client = new WireClient(sandbox)
    }

    def cleanupSpec() {
        sandbox.close()
    }
}
