package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry.Representation;
import java.util.List;
import java.util.Locale;

/** Reads entities as clients send them, by their Content-Type (wire sheet 6.4 and 9). */
public final class EntryReader {

  private EntryReader() {}

  /**
   * The entity in a body. What is malformed is refused with 400, what is in no known form with 415.
   *
   * @param contentType the header; null without one, and then the body shows what it is
   * @param type what tells inline entities from collections: the former are its navigations
   */
  public static Entry read(String contentType, byte[] body, EntityType<?> type) {
    int first = firstCharacter(body);
    if (first < 0) {
      throw Unreadable.because("there is no content.");
    }
    Representation form =
        contentType == null || contentType.isBlank()
            ? (first == '<' ? Representation.ATOM : Representation.MINIMAL_JSON)
            : named(contentType);
    return form == Representation.ATOM
        ? AtomEntries.read(body, type)
        : JsonEntries.read(body, form, type);
  }

  private static Representation named(String contentType) {
    List<String> parts = List.of(contentType.toLowerCase(Locale.ROOT).replace(" ", "").split(";"));
    return switch (parts.isEmpty() ? "" : parts.get(0)) {
      case "application/json" ->
          parts.contains("odata=verbose")
              ? Representation.VERBOSE_JSON
              : Representation.MINIMAL_JSON;
      case "application/atom+xml", "application/xml", "text/xml" -> Representation.ATOM;
      default ->
          throw new Refusal(
              415,
              "Unsupported media type '"
                  + contentType
                  + "'. Send application/atom+xml, application/json or"
                  + " application/json;odata=verbose.");
    };
  }

  /** The first byte that is neither white space nor of a byte order mark, -1 when there is none. */
  private static int firstCharacter(byte[] body) {
    for (byte next : body) {
      if (next > ' ') {
        return next;
      }
    }
    return -1;
  }
}
