package dev.amsshell.script;

import dev.amsshell.base.Digest;
import groovy.lang.GroovyResourceLoader;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder of a script, where Groovy finds classes in files beside it. Remembers every file that
 * was asked for, found or not, since the compiled script is current only as long as all these
 * answers are.
 */
final class SourceRoot implements GroovyResourceLoader {
  /** Stands in the place of a digest for a file that was not there. */
  static final String ABSENT = "absent";

  private final Path folder;
  private final Map<String, String> asked = new TreeMap<>();

  SourceRoot(Path folder) {
    this.folder = folder;
  }

  @Override
  public URL loadGroovySource(String className) throws MalformedURLException {
    if (folder == null) {
      return null;
    }
    String file = className.replace('.', '/') + ".groovy";
    String digest = digest(folder, file);
    asked.put(file, digest);
    return digest.equals(ABSENT) ? null : folder.resolve(file).toUri().toURL();
  }

  /** The files asked for so far, relative to the folder, each with its digest. */
  Map<String, String> asked() {
    return Map.copyOf(asked);
  }

  /** The digest of a file below a folder as it is now. */
  static String digest(Path folder, String file) {
    Path path = folder.resolve(file);
    try {
      return Files.isRegularFile(path) ? Digest.of(Files.readAllBytes(path)) : ABSENT;
    } catch (IOException e) {
      return ABSENT;
    }
  }

  /** The text of a file of that name directly in the folder. */
  static Optional<String> text(Path folder, String fileName) {
    try {
      return folder == null
          ? Optional.empty()
          : Optional.of(Files.readString(folder.resolve(fileName)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
