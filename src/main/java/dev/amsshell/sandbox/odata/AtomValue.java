package dev.amsshell.sandbox.odata;

/** Reads a plain value from an element with perhaps {@code m:type} or {@code m:null}. */
final class AtomValue {

  private AtomValue() {}

  /**
   * @param declared what it is when it does not say so itself; some clients leave types out
   */
  static Object of(XmlElement element, Edm declared) {
    if (isNull(element)) {
      return null;
    }
    if (!element.children().isEmpty()) {
      throw Unreadable.because("'" + element.name() + "' must be a plain value.");
    }
    String type =
        element.attribute("type").isEmpty() ? declared.wireName() : element.attribute("type");
    String text = element.text();
    try {
      return switch (type) {
        case "Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.Int64" -> Long.valueOf(text.strip());
        case "Edm.Single", "Edm.Double", "Edm.Decimal" -> finite(text.strip());
        case "Edm.Boolean" -> truth(text.strip());
        default -> text;
      };
    } catch (IllegalArgumentException e) {
      throw Unreadable.because("'%s' is not of type %s.".formatted(element.name(), type));
    }
  }

  static boolean isNull(XmlElement element) {
    return element.attribute("null").equals("true");
  }

  private static Double finite(String text) {
    Double number = Double.valueOf(text);
    if (number.isInfinite() || number.isNaN()) {
      throw new IllegalArgumentException("not a finite number");
    }
    return number;
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
