package dev.amsshell.repl;

import dev.amsshell.base.Cancelled;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jline.utils.AttributedString;

/**
 * Text while it is being printed: one thread prints it, another one finds out whether it is larger
 * than the screen, and reads it, from the start as often as it likes. Not much more is printed than
 * was read.
 */
final class PagedText {
  /** The launcher sees to it that the pager takes text to be in this. */
  private static final Charset CHARSET = StandardCharsets.UTF_8;

  /** How many bytes may be printed before somebody reads them: some pages. */
  private static final int AHEAD = 32 * 1024;

  private final int height;
  private final int width;
  private final boolean isWide;
  private byte[] bytes = new byte[8 * 1024];
  private int size;
  private int line;
  private int rows;
  private int read;
  private boolean isTooLarge;
  private boolean hasEnded;

  /**
   * @param isWide whether a line that is longer than the width is too large, or else wrapped
   */
  PagedText(int height, int width, boolean isWide) {
    this.height = height;
    this.width = Math.max(1, width);
    this.isWide = isWide;
  }

  /** Where it is printed. */
  PrintStream stream() {
    return new PrintStream(new Writer(), false, CHARSET);
  }

  /** Waits until all is printed, or so much that it does not fit; whether it does not. */
  synchronized boolean isTooLarge() throws InterruptedException {
    while (!isTooLarge && !hasEnded) {
      wait();
    }
    return isTooLarge;
  }

  /** No more is printed, or wanted: whoever goes on printing is cancelled. */
  synchronized void end() {
    hasEnded = true;
    notifyAll();
  }

  /** All that was printed. */
  synchronized String text() {
    return new String(bytes, 0, size, CHARSET);
  }

  /** The text from its start, as it comes. */
  InputStream open() {
    return new Reader();
  }

  private synchronized void write(byte[] more, int offset, int length) throws InterruptedException {
    while (isTooLarge && !hasEnded && size - read > AHEAD) {
      wait();
    }
    if (hasEnded) {
      throw new Cancelled();
    }
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + length));
    }
    System.arraycopy(more, offset, bytes, size, length);
    int from = size;
    size += length;
    for (int i = from; i < size && !isTooLarge; i++) {
      if (bytes[i] == '\n') {
        lineEnds(i);
      }
    }
    notifyAll();
  }

  private void lineEnds(int end) {
    int columns =
        AttributedString.fromAnsi(new String(bytes, line, end - line, CHARSET)).columnLength();
    line = end + 1;
    rows += isWide ? 1 : Math.max(1, (columns + width - 1) / width);
    isTooLarge = rows > height || isWide && columns > width;
  }

  private synchronized int read(int from, byte[] target, int offset, int length)
      throws InterruptedException {
    while (from >= size && !hasEnded) {
      wait();
    }
    int count = Math.min(length, size - from);
    if (count <= 0) {
      return -1;
    }
    System.arraycopy(bytes, from, target, offset, count);
    read = Math.max(read, from + count);
    notifyAll();
    return count;
  }

  private final class Writer extends OutputStream {
    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] more, int offset, int length) {
      try {
        PagedText.this.write(more, offset, length);
      } catch (InterruptedException e) {
        throw new Cancelled();
      }
    }
  }

  private final class Reader extends InputStream {
    private int at;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      try {
        int count = PagedText.this.read(at, target, offset, length);
        at += Math.max(0, count);
        return count;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }
  }
}
