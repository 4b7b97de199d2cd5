package dev.amsshell.repl;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of files as they are typed. */
final class FileNames {
  private static final int MOST = 200;
  private static final Pattern HOME = Pattern.compile("~[/\\\\]");

  private final String home;

  /**
   * @param environment knows the home folder, unless the system has to
   */
  FileNames(Map<String, String> environment) {
    this.home = environment.getOrDefault("HOME", System.getProperty("user.home"));
  }

  /**
   * The file that is meant; a tilde stands for the home folder.
   *
   * @throws Refused when it cannot be a name of one
   */
  Path path(String typed) {
    String name = typed.strip();
    if (name.isEmpty()) {
      throw new Refused("there is a file name missing", "");
    }
    try {
      return HOME.matcher(name).lookingAt() ? Path.of(home, name.substring(2)) : Path.of(name);
    } catch (InvalidPathException e) {
      throw new Refused("'%s' is no name of a file".formatted(name), "");
    }
  }

  /** The names of files and folders that begin as typed; folders end in a slash. */
  List<String> like(String typed) {
    int slash = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf(File.separatorChar));
    String folder = typed.substring(0, slash + 1);
    String beginning = typed.substring(slash + 1);
    try (Stream<Path> files = Files.list(folder.isEmpty() ? Path.of("") : path(folder))) {
      return files
          .filter(file -> isWanted(file.getFileName().toString(), beginning))
          .limit(MOST)
          .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException | Refused e) {
      return List.of();
    }
  }

  private static boolean isWanted(String name, String beginning) {
    return name.startsWith(beginning) && (beginning.startsWith(".") || !name.startsWith("."));
  }
}
