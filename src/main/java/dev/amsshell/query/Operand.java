package dev.amsshell.query;

/** One side of a comparison. */
public sealed interface Operand {
  /** What it is worth for a row; null when the row has no such value. */
  Object of(Object row);

  /** A property of the row. */
  record Of(Property property) implements Operand {
    @Override
    public Object of(Object row) {
      return property.of(row);
    }

    @Override
    public String toString() {
      return property.name();
    }
  }

  /** The length of a text property, in UTF-16 units. */
  record Length(Property property) implements Operand {
    @Override
    public Object of(Object row) {
      String text = (String) property.of(row);
      return text == null ? null : text.length();
    }

    @Override
    public String toString() {
      return property.name() + ".length()";
    }
  }

  /** A value, the same for all rows; never null. */
  record Value(Object value) implements Operand {
    @Override
    public Object of(Object row) {
      return value;
    }

    @Override
    public String toString() {
      return Spelling.of(value);
    }
  }
}
