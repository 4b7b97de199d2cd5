package dev.amsshell.sandbox.odata;

/**
 * One word of a filter.
 *
 * @param text the word as written
 * @param type the type of a literal, else null
 * @param value the value of a literal, else null
 * @param position where it begins, from 0
 */
record FilterToken(Kind kind, String text, Edm type, Object value, int position) {

  enum Kind {
    NAME,
    LITERAL,
    OPEN,
    CLOSE,
    COMMA,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isName(String wanted) {
    return kind == Kind.NAME && text.equals(wanted);
  }
}
