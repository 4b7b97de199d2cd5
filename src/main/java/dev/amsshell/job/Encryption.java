package dev.amsshell.job;

/**
 * How the configuration of a task is encrypted. Any part may be null.
 *
 * @param keyId the content key
 * @param scheme the name of the scheme
 * @param version the version of the scheme
 * @param initializationVector the vector, as the service writes it
 */
public record Encryption(
    String keyId, String scheme, String version, String initializationVector) {}
