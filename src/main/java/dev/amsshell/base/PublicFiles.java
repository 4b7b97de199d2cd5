package dev.amsshell.base;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files for whoever may read them by the rules of the folder they are in. */
public final class PublicFiles {
  /** As many as systems follow. */
  private static final int MOST_LINKS = 40;

  private PublicFiles() {}

  /**
   * The file that a path stands for, whether it is there or not: links are followed, also one that
   * leads to nothing yet.
   *
   * @throws IOException when it cannot be replaced: there is no folder that it would be in, or what
   *     is there is a folder, a device, a pipe or the like
   */
  public static Path target(Path file) throws IOException {
    if (Files.exists(file)) {
      if (!Files.isRegularFile(file)) {
        throw new FileSystemException(file.toString(), null, "it is no file");
      }
      return file.toRealPath();
    }
    Path target = file.toAbsolutePath();
    for (int i = 0; Files.isSymbolicLink(target); i++) {
      if (i == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "its links lead nowhere");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target.getParent().toRealPath().resolve(target.getFileName());
  }

  /**
   * Replaces a file's content as a whole; others see the old or the new one, never a part.
   *
   * @throws IOException when that cannot be done, as of {@link #target}
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path target = target(file);
    Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(fresh, content);
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
