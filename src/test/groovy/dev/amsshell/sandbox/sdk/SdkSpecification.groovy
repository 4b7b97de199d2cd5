package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.services.media.MediaContract
import dev.amsshell.sandbox.SandboxSpecification
import spock.lang.Shared

/** The official SDK with the sandbox's token, for all features of a spec. */
abstract class SdkSpecification extends SandboxSpecification {

    @Shared MediaContract ams

    def setupSpec() {
        ams = SdkClient.withToken(sandbox, sandbox.token())
    }

    /** Moves the clock in steps of some seconds, and asks after each. */
    List watch(int times, Closure question) {
        [question()] + (1..times).collect {
            clock.advanceSeconds(3)
            question()
        }
    }
}
