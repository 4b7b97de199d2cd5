package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import java.util.Optional;

/** How the keys of an entity type are written. */
public interface KeyForm {

  /** The key as the service writes it, or nothing when the text is no such key. */
  Optional<String> canonical(String text);

  /** What a key looks like, such as {@code nb:jid:UUID:<guid>}. */
  String description();

  /** The refusal of a text that is no such key (wire sheet 6.2). */
  default Refusal malformed(String type, String text) {
    return Refusal.badRequest(
        "Invalid %s id '%s': an id has the form %s.".formatted(type, text, description()));
  }

  /** What stands in the parentheses of an address, such as {@code 'nb%3Ajid%3AUUID%3A...'}. */
  String inAddress(String key);
}
