package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.Configuration
import com.microsoft.windowsazure.services.media.MediaConfiguration
import com.microsoft.windowsazure.services.media.MediaContract
import com.microsoft.windowsazure.services.media.MediaService
import com.microsoft.windowsazure.services.media.authentication.AzureAdAccessToken
import com.microsoft.windowsazure.services.media.authentication.TokenProvider
import dev.amsshell.sandbox.SandboxSpecification
import spock.lang.Shared

/** The official Java SDK, as it was published, before a sandbox. */
abstract class SdkSpecification extends SandboxSpecification {

    @Shared MediaContract ams

    def setupSpec() {
        ams = sdk(sandbox.token())
    }

    /** An SDK that was given its token by other means. */
    MediaContract sdk(String token) {
        sdk(sandbox.endpoint(), { new AzureAdAccessToken(token, new Date()) } as TokenProvider)
    }

    static MediaContract sdk(URI endpoint, TokenProvider tokens) {
        MediaService.create(MediaConfiguration.configureWithAzureAdTokenProvider(new Configuration(), endpoint, tokens))
    }

    /** Moves the clock in steps of some seconds, and asks after each. */
    def watch(int times, Closure question) {
        [question()] + (1..times).collect {
            clock.advanceSeconds(3)
            question()
        }
    }
}
