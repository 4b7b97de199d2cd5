package dev.amsshell.triage;

import dev.amsshell.base.Failure;
import dev.amsshell.base.FileTrouble;
import dev.amsshell.base.PublicFiles;
import dev.amsshell.render.html.HtmlPage;
import dev.amsshell.render.page.Page;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** Writes pages as files for a browser: one each, which needs nothing else. */
public final class HtmlFile {
  private final UnaryOperator<String> clean;

  /**
   * @param clean takes out what must not get into a file, such as secrets
   */
  public HtmlFile(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  /** A page could not be written. */
  public static final class NotWritten extends Failure {
    NotWritten(String file, String reason, Throwable cause) {
      super(
          Kind.USAGE,
          "cannot write the page '%s': %s".formatted(file, reason),
          "Give the path of a file in a folder that you may write to.",
          cause);
    }
  }

  /**
   * Writes a page, or replaces it as a whole; its times are in UTC.
   *
   * @param file the path of the file
   * @return where it is
   * @throws NotWritten when it cannot be written
   * @throws IllegalArgumentException when it is no path
   */
  Path write(Page page, Object file) {
    if (!(file instanceof CharSequence || file instanceof Path || file instanceof File)) {
      throw new IllegalArgumentException("html takes the path of a file, not " + file);
    }
    String name = file.toString();
    try {
      Path path = Path.of(name).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        throw new NotWritten(name, "it is a folder", null);
      }
      String html = HtmlPage.of(page, clean, ZoneOffset.UTC);
      PublicFiles.replace(path, html.getBytes(StandardCharsets.UTF_8));
      return path;
    } catch (NoSuchFileException e) {
      throw new NotWritten(name, "there is no such folder", e);
    } catch (InvalidPathException e) {
      throw new NotWritten(name, "that is no path", e);
    } catch (IOException e) {
      throw new NotWritten(name, FileTrouble.reason(e), e);
    }
  }
}
