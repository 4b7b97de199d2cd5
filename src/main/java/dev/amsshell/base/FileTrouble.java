package dev.amsshell.base;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written, for messages that name the file themselves. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The reason in some words, without the path and without names of classes. */
  public static String reason(IOException trouble) {
    if (trouble instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (trouble instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (trouble instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    if (trouble instanceof NotDirectoryException || trouble instanceof FileAlreadyExistsException) {
      return "a file is where a folder should be";
    }
    String reason =
        trouble instanceof FileSystemException known ? known.getReason() : trouble.getMessage();
    return reason == null ? "the system does not say why" : reason;
  }
}
