package dev.amsshell.check;

import dev.amsshell.base.Digest;
import dev.amsshell.base.FileGuard;
import dev.amsshell.base.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** Where a bookmark is kept: a file for each name and account, which its owner alone can read. */
final class BookmarkFile {
  private static final int MOST_OF_NAME = 40;
  private static final int MOST_OF_DIGEST = 16;

  private final String name;
  private final Path file;

  /**
   * @param folder made when needed
   * @param account tells accounts apart
   */
  BookmarkFile(Path folder, String account, String name) {
    this.name = name;
    String readable = name.replaceAll("[^A-Za-z0-9_-]", "_");
    this.file =
        folder.resolve(
            "%s-%s.txt"
                .formatted(
                    readable.substring(0, Math.min(MOST_OF_NAME, readable.length())),
                    Digest.of(account, name).substring(0, MOST_OF_DIGEST)));
  }

  /**
   * What is kept now.
   *
   * @throws BookmarkProblem when it cannot be read: to go on without it would hide that
   */
  Marks read() {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      return Marks.NONE;
    } catch (IOException e) {
      throw problem("cannot be read", e.getMessage(), e);
    }
    return Marks.parse(text)
        .orElseThrow(() -> problem("cannot be read", "the file is damaged", null));
  }

  /** Adds what a run has seen to what is kept by now, also by other runs meanwhile. */
  void add(Instant began, Iterable<String> given) {
    try {
      PrivateFiles.createFolder(file.getParent());
      // where the others do not let go, what they add meanwhile is new once more, and not lost
      try (FileGuard guard =
          new FileGuard(file.resolveSibling("." + file.getFileName() + ".lock"))) {
        String text = read().after(began, given).text();
        PrivateFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw problem("cannot be kept", e.getMessage(), e);
    }
  }

  private BookmarkProblem problem(String what, String why, Throwable cause) {
    return new BookmarkProblem(
        "the bookmark '%s' %s: %s: %s".formatted(name, what, file, why),
        "Repair the file, or delete it; then every job is new once more.",
        cause);
  }
}
