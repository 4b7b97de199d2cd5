package dev.amsshell.sandbox

import dev.amsshell.testing.MutableClock
import spock.lang.Specification

/** A sandbox of its own for each feature, so that it can be lived with. */
abstract class LivingSpecification extends Specification {

    def clock = new MutableClock('2024-05-01T03:00:00Z')
    def sandbox = Sandbox.start(new SandboxOptions(0, 7, 60, null), clock)
    def client = new WireClient(sandbox)

    def cleanup() {
        sandbox.close()
    }

    Map state(String id) {
        client.json("Jobs('$id')")
    }

    String inState(int state) {
        client.filtered('Jobs', "State eq $state")[0].Id
    }
}
