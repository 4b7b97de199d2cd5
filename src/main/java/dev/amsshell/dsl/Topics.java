package dev.amsshell.dsl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Short texts about what a person at the prompt wants to know, one screen each. */
public final class Topics {
  private static final List<String> NAMES =
      List.of(
          "start", "jobs", "where", "await", "writes", "triage", "checks", "times", "states",
          "output", "keys", "results");

  /** What there are texts about; {@code start} is the overview. */
  public List<String> names() {
    return NAMES;
  }

  /** The text about a topic, with a line feed at its end; empty when there is none. */
  public Optional<String> text(String name) {
    return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
  }

  private static String read(String name) {
    try (InputStream file = Topics.class.getResourceAsStream("topics/" + name + ".txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the topic '" + name + "' cannot be read", e);
    }
  }
}
