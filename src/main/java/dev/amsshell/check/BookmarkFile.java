package dev.amsshell.check;

import dev.amsshell.base.Digest;
import dev.amsshell.base.FileGuard;
import dev.amsshell.base.FileTrouble;
import dev.amsshell.base.PrivateFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
    try {
      return Marks.parse(Files.readString(file)).orElseThrow(() -> damaged(null));
    } catch (NoSuchFileException e) {
      return Marks.NONE;
    } catch (CharacterCodingException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw trouble("cannot be read", e);
    }
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
      throw trouble("cannot be kept", e);
    }
  }

  private BookmarkProblem damaged(IOException cause) {
    return new BookmarkProblem(
        "the file of the bookmark '%s' is damaged: %s".formatted(name, file),
        "Repair the file, or delete it; then every job is new once more.",
        cause);
  }

  private BookmarkProblem trouble(String what, IOException cause) {
    return new BookmarkProblem(
        "the bookmark '%s' %s: %s: %s".formatted(name, what, file, FileTrouble.reason(cause)),
        "See that you may read and write the file and its folder, and that the disk has room.",
        cause);
  }
}
