package dev.amsshell.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Standard output that notices when nobody reads it any more, so that a script behind {@code |
 * head} ends instead of working on for nothing.
 */
final class Stdout extends OutputStream {
  /** Ends whatever is writing; not an exception, so that {@code catch (e)} lets it pass. */
  static final class Closed extends Error {
    Closed(IOException cause) {
      super("output is closed", cause, false, false);
    }
  }

  private final OutputStream sink;
  private final BooleanSupplier isPipe;
  private volatile IOException failure;
  private volatile Runnable onFailure = () -> {};

  Stdout() {
    this(new FileOutputStream(FileDescriptor.out), Stdout::isPipe);
  }

  /**
   * @param isPipe whether somebody else reads at the other end
   */
  Stdout(OutputStream sink, BooleanSupplier isPipe) {
    this.sink = sink;
    this.isPipe = isPipe;
  }

  /** What to do, once, when output fails. */
  void onFailure(Runnable action) {
    this.onFailure = action;
  }

  /** Why output failed, or null while it does not. */
  IOException failure() {
    return failure;
  }

  /** Whether the reader went away, as opposed to a full disk, say. */
  boolean isClosed() {
    return failure != null
        && (String.valueOf(failure.getMessage()).matches("(?i).*pipe.*") || isPipe.getAsBoolean());
  }

  /** The system's messages come in the user's language; the kind of the file does not. */
  private static boolean isPipe() {
    try {
      int kind = (Integer) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & 0170000;
      return kind == 0010000 || kind == 0140000;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (failure == null) {
      try {
        sink.write(bytes, offset, length);
        return;
      } catch (IOException e) {
        failure = e;
        onFailure.run();
      }
    }
    throw new Closed(failure);
  }
}
