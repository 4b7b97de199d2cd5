package dev.amsshell.render;

import dev.amsshell.base.SafeText;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Cells of CSV. Numbers stay numbers, lists and maps are JSON, text is harmless: for a terminal,
 * and for a spreadsheet, which would compute what looks like a formula. For one thread.
 */
final class CsvCells {
  /** Signs that begin a formula, full-width ones too, after what spreadsheets skip or strip. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?s)\\t.*|[\\s\\p{Z}\\p{Cf}\"'\uff02\uff07\u2018\u201c]*[=+\\-@\uff1d\uff0b\uff0d\uff20].*");

  private static final Pattern TO_QUOTE = Pattern.compile("[\",\\n\\t;]|^\\s|\\s$");

  private final JsonText json;
  private final UnaryOperator<String> clean;

  CsvCells(UnaryOperator<String> clean) {
    this.clean = clean;
    this.json = new JsonText(clean);
  }

  /** A value as it stands between commas; nothing for null and for what is no number. */
  String of(Object value) {
    Object shown = Renderable.resolve(value);
    if (shown == null) {
      return "";
    }
    if (shown instanceof Number || shown instanceof Boolean) {
      String text = json.of(shown);
      return text.equals("null") ? "" : text;
    }
    if (Plain.isTime(shown)) {
      // a negative span begins with a sign
      return harmless(shown.toString());
    }
    boolean isNested =
        shown instanceof Map || shown instanceof Record || Result.rows(shown) != null;
    return quoted(isNested ? json.of(shown) : harmless(clean.apply(shown.toString())));
  }

  private static String harmless(String text) {
    // line breaks may stay: they are quoted
    String safe = SafeText.block(text.replace("\r\n", "\n"));
    return FORMULA.matcher(safe).matches() ? "'" + safe : safe;
  }

  private static String quoted(String text) {
    return TO_QUOTE.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
