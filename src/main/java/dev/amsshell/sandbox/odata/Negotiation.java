package dev.amsshell.sandbox.odata;

import java.net.URI;
import java.util.Locale;

/** Chooses the representation by the Accept header (wire sheet 2). */
public final class Negotiation {

  private final ErrorFormat xml = new XmlErrors();
  private final PayloadFormat minimal;
  private final PayloadFormat verbose;

  public Negotiation(URI endpoint) {
    minimal = new MinimalJson(endpoint);
    verbose = new VerboseJson(endpoint);
  }

  /** The first form asked for that is known; without one, errors are XML (wire sheet 7.1). */
  public ErrorFormat choose(String accept) {
    if (accept != null) {
      for (String range : accept.split(",")) {
        ErrorFormat format = known(range);
        if (format != null) {
          return format;
        }
      }
    }
    return xml;
  }

  private ErrorFormat known(String range) {
    String[] parts = range.toLowerCase(Locale.ROOT).replace(" ", "").split(";");
    if (parts.length == 0 || !parts[0].equals("application/json")) {
      return null;
    }
    ErrorFormat format = minimal;
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].equals("odata=verbose")) {
        format = verbose;
      } else if (parts[i].startsWith("odata=") && !parts[i].equals("odata=minimalmetadata")) {
        return null;
      }
    }
    return format;
  }
}
