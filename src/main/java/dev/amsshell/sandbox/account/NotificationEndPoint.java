package dev.amsshell.sandbox.account;

import java.time.Instant;

/**
 * Where messages about jobs and tasks are sent (wire sheet 4.4). The sandbox keeps them but sends
 * nothing.
 *
 * @param type 1 for a queue, 3 for a web hook
 * @param address the name of the queue or the URL
 * @param credentialType 1 when messages are signed
 */
public record NotificationEndPoint(
    String id,
    String name,
    Instant created,
    int type,
    String address,
    int credentialType,
    String encryptedCredential,
    String protectionKeyId,
    int protectionKeyType) {}
