package dev.amsshell.render;

import java.io.PrintStream;

/**
 * Text on its way to a stream, in pieces that are few but never keep a reader waiting: the first
 * row goes out at once, the others when there are enough of them or when they come slowly.
 */
final class Output implements AutoCloseable {
  private static final int ENOUGH = 8192;
  private static final long SLOW_NANOS = 100_000_000;

  private final PrintStream sink;
  private final StringBuilder text = new StringBuilder();
  private boolean isFirst = true;
  private long lastFlush;

  Output(PrintStream sink) {
    this.sink = sink;
  }

  /** Adds text that is not yet the end of a row. */
  Output add(String more) {
    text.append(more);
    return this;
  }

  /** Adds the text of a row, or its end. */
  void row(String more) {
    text.append(more);
    if (isFirst || text.length() >= ENOUGH || System.nanoTime() - lastFlush >= SLOW_NANOS) {
      flush();
      isFirst = false;
    }
  }

  /** Adds a row that is a line. */
  void line(String line) {
    add(line).row("\n");
  }

  /** Sends what is left; the stream itself stays open. */
  @Override
  public void close() {
    flush();
  }

  private void flush() {
    if (!text.isEmpty()) {
      String piece = text.toString();
      text.setLength(0);
      sink.print(piece);
    }
    sink.flush();
    lastFlush = System.nanoTime();
  }
}
