package dev.amsshell.sandbox.odata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How values are spelt on the wire, whatever the representation. */
public final class WireValues {

  private static final int NANOS_PER_TICK = 100;
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private WireValues() {}

  /** Without a zone, up to seven digits of fraction, no zeros at its end (wire sheet 4.5). */
  static String date(Instant instant) {
    LocalDateTime date = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    String ticks = "%07d".formatted(date.getNano() / NANOS_PER_TICK).replaceAll("0+$", "");
    return TO_THE_SECOND.format(date) + (ticks.isEmpty() ? "" : "." + ticks);
  }

  /** Always with a point: {@code 0.0}, as in minimal JSON (wire sheet 4.5). */
  static String pointed(double number) {
    String plain = shortest(number);
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** Never longer than needed: {@code 39605}, as in verbose JSON (wire sheet 4.5). */
  static String shortest(double number) {
    BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
    return decimal.toPlainString();
  }

  /** Such as {@code Jobs('nb%3Ajid%3AUUID%3A...')}: the server escapes colons (wire sheet 5.4). */
  public static <T> String address(EntityType<T> type, T row) {
    return type.set() + "(" + type.key().inAddress(type.idOf(row)) + ")";
  }
}
