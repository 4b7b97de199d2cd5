package dev.amsshell.sandbox.account;

/**
 * How the configuration of a task was encrypted by its client (wire sheet 4.2).
 *
 * @param scheme {@code None} when it was not
 */
public record Encryption(String keyId, String scheme, String version, String vector) {

  /** Not at all. */
  public static final Encryption NONE = new Encryption(null, "None", null, null);
}
