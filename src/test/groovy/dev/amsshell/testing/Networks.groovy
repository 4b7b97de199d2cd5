package dev.amsshell.testing

import dev.amsshell.transport.Network
import dev.amsshell.transport.NetworkSettings
import dev.amsshell.transport.Proxies
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset

/** Ways to others for tests, which no environment variable leads astray. */
final class Networks {
    private Networks() {}

    /** Without a proxy, and with the usual certificates. */
    static Network direct(Clock clock = Clock.fixed(Instant.parse('2024-05-01T03:00:00Z'), ZoneOffset.UTC)) {
        new Network(new NetworkSettings(Optional.empty(), Proxies.NONE), clock)
    }

    /** As the environment says, and trusting the authority of a test. */
    static Network of(Map<String, String> environment, Path caFile = null, Clock clock = Clock.fixed(Instant.parse('2024-05-01T03:00:00Z'), ZoneOffset.UTC)) {
        new Network(NetworkSettings.of(environment, Optional.ofNullable(caFile)), clock)
    }
}
