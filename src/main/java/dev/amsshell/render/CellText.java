package dev.amsshell.render;

import dev.amsshell.base.SafeText;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Any value as harmless text on one line, as Groovy writes it. For one thread. */
final class CellText {
  private final Outline outline = Outline.brief();
  private final UnaryOperator<String> clean;

  /**
   * @param clean applied to every text, such as to take out secrets
   */
  CellText(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  String of(Object value) {
    return SafeText.line(clean.apply(inline(outline.of(value))));
  }

  private static String inline(Object outline) {
    if (outline instanceof Map<?, ?> map) {
      return map.isEmpty()
          ? "[:]"
          : map.entrySet().stream()
              .map(entry -> entry.getKey() + ":" + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "[", "]"));
    }
    return outline instanceof List<?> many
        ? many.stream().map(CellText::inline).collect(Collectors.joining(", ", "[", "]"))
        : String.valueOf(outline);
  }
}
