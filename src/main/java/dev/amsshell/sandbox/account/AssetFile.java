package dev.amsshell.sandbox.account;

import java.time.Instant;

/**
 * A file within an asset (wire sheet 4.4).
 *
 * @param size in bytes
 * @param primary whether it is the one to start from
 */
public record AssetFile(
    String id,
    String assetId,
    String name,
    long size,
    boolean primary,
    String mimeType,
    Instant created,
    Instant lastModified) {}
