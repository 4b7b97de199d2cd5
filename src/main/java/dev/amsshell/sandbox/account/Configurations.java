package dev.amsshell.sandbox.account;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** What a task can be configured with: the name of a preset, or JSON or XML that is well-formed. */
final class Configurations {

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * How the names of the encoder's own presets began. The sheet has no list of them; a name that
   * begins otherwise is taken for a slip of the pen.
   */
  private static final Set<String> PRESETS =
      Set.of("Adaptive Streaming", "Content Adaptive", "H264 ", "H265 ", "AAC ", "VC1 ", "Default");

  private Configurations() {}

  /** What is wrong with it, told the way an encoder tells it (wire sheet 7.4). */
  static Optional<ErrorDetail> problemOf(String configuration) {
    String text = configuration.strip();
    if (text.startsWith("{") || text.startsWith("[")) {
      return jsonProblem(text);
    }
    if (text.startsWith("<")) {
      return xmlProblem(text);
    }
    boolean known = PRESETS.stream().anyMatch(text::startsWith);
    return known ? Optional.empty() : problem("'" + text + "' is no known preset.");
  }

  private static Optional<ErrorDetail> jsonProblem(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        // it only has to be well-formed
      }
      return Optional.empty();
    } catch (IOException e) {
      return problem("it is no valid JSON.");
    }
  }

  private static Optional<ErrorDetail> xmlProblem(String text) {
    try {
      SafeXml.read(text, event -> {});
      return Optional.empty();
    } catch (XMLStreamException e) {
      return problem("it is no valid XML.");
    }
  }

  private static Optional<ErrorDetail> problem(String what) {
    return Optional.of(
        new ErrorDetail("ErrorParsingConfiguration", "Failed to parse the configuration: " + what));
  }
}
