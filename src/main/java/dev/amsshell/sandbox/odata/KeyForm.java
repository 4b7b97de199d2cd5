package dev.amsshell.sandbox.odata;

import java.util.Optional;

/** How the keys of an entity type are written. */
public interface KeyForm {

  /** The key as the service writes it, or nothing when the text is no such key. */
  Optional<String> canonical(String text);

  /** What a key looks like, such as {@code nb:jid:UUID:<guid>}. */
  String description();

  /** What stands in the parentheses of an address, such as {@code 'nb%3Ajid%3AUUID%3A...'}. */
  String inAddress(String key);
}
