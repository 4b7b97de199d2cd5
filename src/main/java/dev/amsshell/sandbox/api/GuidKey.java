package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.odata.KeyForm;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keys that are GUIDs and nothing more: {@code EncodingReservedUnitTypes(guid'...')}. */
record GuidKey() implements KeyForm {

  private static final Pattern FORM =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  @Override
  public Optional<String> canonical(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  @Override
  public String description() {
    return "guid'<guid>'";
  }

  @Override
  public String inAddress(String key) {
    return "guid'" + key + "'";
  }
}
