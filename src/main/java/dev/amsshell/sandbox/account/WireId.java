package dev.amsshell.sandbox.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of the form {@code nb:<kind>:UUID:<guid>}, the GUID in lower case (wire sheet 4). */
public final class WireId {

  private static final Pattern FORM =
      Pattern.compile(
          "nb:([a-z]+):uuid:(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})",
          Pattern.CASE_INSENSITIVE);

  private WireId() {}

  /** The id as the service would write it, or nothing when it is no id of this kind. */
  public static Optional<String> canonical(String kind, String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches() || !match.group(1).equalsIgnoreCase(kind)) {
      return Optional.empty();
    }
    return Optional.of(of(kind, match.group(2).toLowerCase(Locale.ROOT)));
  }

  static String random(String kind, Random random) {
    return of(kind, randomGuid(random));
  }

  static String randomGuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** The id of that kind with that GUID. */
  static String of(String kind, String guid) {
    return "nb:" + kind + ":UUID:" + guid;
  }

  /** The GUID within an id. */
  static String guidOf(String id) {
    return id.substring(id.lastIndexOf(':') + 1);
  }
}
