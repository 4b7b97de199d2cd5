package dev.amsshell.sandbox.odata;

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

  boolean isNumber() {
    return this == INT32 || this == INT64 || this == DOUBLE;
  }
}
