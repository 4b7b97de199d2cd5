package dev.amsshell.script;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The text of a script and where it came from.
 *
 * @param name what messages call it: the path as it was given, {@code stdin} or {@code eval}
 * @param text the text, a shebang line included
 * @param folder where classes in files beside it are found; null when it has no such place
 */
public record Source(String name, String text, Path folder) {
  public Source {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(text, "text is null");
  }

  /** The file name alone, which is what stack frames carry. */
  String fileName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
