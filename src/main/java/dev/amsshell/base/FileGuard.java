package dev.amsshell.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Keeps other processes away from a file while it is held. */
public final class FileGuard implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(1);

  private final FileChannel channel;
  private final boolean held;

  /**
   * Waits for the others, but not for ever: one of them may have been stopped while it held the
   * file.
   *
   * @param file the file whose only use is to be locked; the one that it guards may be replaced
   */
  public FileGuard(Path file) throws IOException {
    PrivateFiles.createFile(file);
    this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    this.held = acquire();
  }

  /** Whether nobody else works on the file now. */
  public boolean isHeld() {
    return held;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private boolean acquire() throws IOException {
    long start = System.nanoTime();
    while (!tryLock()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return true;
  }

  private boolean tryLock() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // another one in this process has it
      return false;
    }
  }
}
