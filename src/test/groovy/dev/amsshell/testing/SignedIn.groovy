package dev.amsshell.testing

import dev.amsshell.sandbox.Sandbox
import dev.amsshell.sandbox.SigninClient
import dev.amsshell.transport.TokenSource

/** Tokens for which an application signs in at a sandbox; a new one only when the last one was refused. */
final class SignedIn implements TokenSource {
    private final SigninClient signin
    private String token

    /** How many tokens were given out. */
    int issued

    SignedIn(Sandbox sandbox) {
        signin = new SigninClient(sandbox)
    }

    @Override
    synchronized String token() {
        token ?: issue()
    }

    /** Several requests may meet the end of one token; they share the next. */
    @Override
    synchronized String renewed(String refused) {
        token == refused ? issue() : token
    }

    private String issue() {
        issued++
        def answer = signin.v1([grant_type: 'client_credentials'] + SigninClient.APPLICATION)
        token = SigninClient.json(answer).access_token
    }
}
