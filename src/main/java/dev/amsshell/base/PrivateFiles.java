package dev.amsshell.base;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that their owner alone can read, where the file system knows such a thing. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** Makes the folder, and those above it that are missing, with mode 0700. */
  public static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode("rwx------"));
    }
  }

  /** Makes an empty file with mode 0600 unless there is one. */
  public static void createFile(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createFile(file, mode("rw-------"));
    } catch (FileAlreadyExistsException e) {
      // somebody else has just made it
    }
  }

  /** Makes an empty file with mode 0600 where the system keeps such that do not last. */
  public static Path createTemporary(String prefix, String suffix) throws IOException {
    return Files.createTempFile(prefix, suffix, mode("rw-------"));
  }

  /** Replaces a file's content as a whole; others see the old or the new one, never a part. */
  public static void replace(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), ".new", "", mode("rw-------"));
    try {
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Whether nobody but its owner can read a file, as far as the file system can tell. */
  public static boolean isPrivate(Path file) {
    try {
      return Files.getPosixFilePermissions(file).stream()
          .noneMatch(
              permission ->
                  permission == PosixFilePermission.GROUP_READ
                      || permission == PosixFilePermission.OTHERS_READ);
    } catch (UnsupportedOperationException e) {
      // Windows: what is in a user's own folder is for that user
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
