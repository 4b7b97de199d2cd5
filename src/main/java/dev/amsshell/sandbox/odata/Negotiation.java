package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the representation by the Accept header (wire sheet 2). */
public final class Negotiation {

  private final PayloadFormat atom;
  private final PayloadFormat minimal;
  private final PayloadFormat verbose;

  /**
   * @param endpoint the API root, which addresses in answers begin with
   * @param clock says when an Atom entry was last updated: now
   */
  public Negotiation(URI endpoint, Clock clock) {
    atom = new AtomXml(endpoint, clock);
    minimal = new MinimalJson(endpoint);
    verbose = new VerboseJson(endpoint);
  }

  /**
   * The first form asked for that is known, and Atom for whom any will do; others are refused.
   *
   * @param accept the header, null without one
   */
  public PayloadFormat choose(String accept) {
    return firstKnown(accept)
        .orElseThrow(
            () ->
                new Refusal(
                    415,
                    "Unsupported media type requested. Ask for application/atom+xml,"
                        + " application/json or application/json;odata=verbose."));
  }

  /**
   * The same for an error, which must be told in some form: XML unless another known one is asked
   * for (wire sheet 7.1).
   */
  public PayloadFormat chooseForError(String accept) {
    return firstKnown(accept).orElse(atom);
  }

  private Optional<PayloadFormat> firstKnown(String accept) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(atom);
    }
    return Stream.of(accept.split(",")).map(this::known).flatMap(Optional::stream).findFirst();
  }

  private Optional<PayloadFormat> known(String range) {
    String[] parts = range.toLowerCase(Locale.ROOT).replace(" ", "").split(";");
    return switch (parts.length == 0 ? "" : parts[0]) {
      case "application/json" -> json(parts);
      case "application/atom+xml", "application/xml", "text/xml", "application/*", "*/*" ->
          Optional.of(atom);
      default -> Optional.empty();
    };
  }

  private Optional<PayloadFormat> json(String[] parts) {
    PayloadFormat format = minimal;
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].equals("odata=verbose")) {
        format = verbose;
      } else if (parts[i].startsWith("odata=") && !parts[i].equals("odata=minimalmetadata")) {
        return Optional.empty();
      }
    }
    return Optional.of(format);
  }
}
