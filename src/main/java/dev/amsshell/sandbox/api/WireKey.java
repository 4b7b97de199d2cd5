package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.WireId;
import dev.amsshell.sandbox.odata.KeyForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Keys of the form {@code nb:<kind>:UUID:<guid>} (wire sheet 4).
 *
 * @param kind such as jid
 */
record WireKey(String kind) implements KeyForm {

  @Override
  public Optional<String> canonical(String text) {
    return WireId.canonical(kind, text);
  }

  @Override
  public String description() {
    return "nb:" + kind + ":UUID:<guid>";
  }

  /** The service escapes the colons (wire sheet 5.4). */
  @Override
  public String inAddress(String key) {
    return "'" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "'";
  }
}
