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

  private String fileName() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /**
   * What the compiler takes for the file name. It makes the class name from it, which must not be
   * that of a word, such as for a file {@code ams.groovy}, or no name at all, as for {@code
   * int.groovy}.
   */
  String compiledName() {
    return "script_" + fileName().replace('-', '_');
  }
}
