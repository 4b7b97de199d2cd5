package dev.amsshell.sandbox.odata;

import java.time.Instant;

/** The types of the Entity Data Model that occur here. */
public enum Edm {
  STRING("Edm.String"),
  BOOLEAN("Edm.Boolean"),
  INT32("Edm.Int32"),
  INT64("Edm.Int64"),
  DOUBLE("Edm.Double"),
  DATE_TIME("Edm.DateTime"),
  GUID("Edm.Guid"),
  NULL("null"),
  COLLECTION("Collection");

  private final String wireName;

  Edm(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  /** The type of a value; null is none. */
  static Edm of(Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof Integer) {
      return INT32;
    }
    if (value instanceof Long) {
      return INT64;
    }
    if (value instanceof Double) {
      return DOUBLE;
    }
    if (value instanceof Boolean) {
      return BOOLEAN;
    }
    return value instanceof Instant ? DATE_TIME : STRING;
  }

  boolean isNumber() {
    return this == INT32 || this == INT64 || this == DOUBLE;
  }
}
