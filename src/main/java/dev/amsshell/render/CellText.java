package dev.amsshell.render;

import dev.amsshell.base.SafeText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Any value as harmless text on one line, as Groovy writes it. For one thread. */
final class CellText {
  private final Outline outline = Outline.brief();
  private final UnaryOperator<String> clean;
  private final Moments moments;

  /**
   * @param clean applied to every text, such as to take out secrets
   * @param moments writes those that are values themselves
   */
  CellText(UnaryOperator<String> clean, Moments moments) {
    this.clean = clean;
    this.moments = moments;
  }

  String of(Object value) {
    return SafeText.line(clean.apply(inline(outline.of(value))));
  }

  private String inline(Object outline) {
    if (outline instanceof Map<?, ?> map) {
      return map.isEmpty()
          ? "[:]"
          : map.entrySet().stream()
              .map(entry -> entry.getKey() + ":" + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "[", "]"));
    }
    if (outline instanceof List<?> many) {
      return many.stream().map(this::inline).collect(Collectors.joining(", ", "[", "]"));
    }
    if (outline instanceof Duration span && !span.isNegative() && span.getNano() == 0) {
      return Plain.span(span);
    }
    return outline instanceof Instant moment ? moments.exact(moment) : String.valueOf(outline);
  }
}
