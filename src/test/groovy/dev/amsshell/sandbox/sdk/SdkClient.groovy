package dev.amsshell.sandbox.sdk

import com.microsoft.windowsazure.Configuration
import com.microsoft.windowsazure.services.media.MediaConfiguration
import com.microsoft.windowsazure.services.media.MediaContract
import com.microsoft.windowsazure.services.media.MediaService
import com.microsoft.windowsazure.services.media.authentication.AzureAdAccessToken
import com.microsoft.windowsazure.services.media.authentication.TokenProvider
import dev.amsshell.sandbox.Sandbox

/** The official Java SDK, as it was published, before a sandbox. */
class SdkClient {

    /** With a token that was got by other means. */
    static MediaContract withToken(Sandbox sandbox, String token) {
        signingIn(sandbox, { new AzureAdAccessToken(token, new Date()) } as TokenProvider)
    }

    /** The SDK asks for a token before every request. */
    static MediaContract signingIn(Sandbox sandbox, TokenProvider tokens) {
        MediaService.create(MediaConfiguration.configureWithAzureAdTokenProvider(new Configuration(), sandbox.endpoint(), tokens))
    }
}
