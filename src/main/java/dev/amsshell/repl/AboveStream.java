package dev.amsshell.repl;

import dev.amsshell.base.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jline.reader.LineReader;

/**
 * Output that goes above the line in which somebody types meanwhile, instead of into it, and waits
 * while there are pages on the screen.
 */
final class AboveStream extends OutputStream {
  private final PrintStream out;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private LineReader reader;
  private boolean isHeld;

  /**
   * @param out where it goes while nobody types
   */
  AboveStream(PrintStream out) {
    this.out = out;
  }

  /** From now on somebody types; null when nobody does any more. */
  synchronized void typing(LineReader typedInto) {
    if (reader != null && waiting.size() > 0) {
      // the line that was typed in stands between it and what follows
      waiting.write('\n');
    }
    letGo();
    reader = typedInto;
  }

  /** From now on it waits. */
  synchronized void hold() {
    isHeld = true;
  }

  /** What has waited goes out, and it waits no more. */
  synchronized void release() {
    isHeld = false;
    letGo();
  }

  private void letGo() {
    out.writeBytes(waiting.toByteArray());
    waiting.reset();
    out.flush();
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    if (reader == null && !isHeld) {
      out.write(bytes, offset, length);
      return;
    }
    int lines = reader == null ? 0 : lengthOfLines(bytes, offset, length);
    waiting.write(bytes, offset, lines);
    if (lines > 0) {
      String text = waiting.toString(StandardCharsets.UTF_8).stripTrailing();
      waiting.reset();
      reader.printAbove(SafeText.block(text));
    }
    waiting.write(bytes, offset + lines, length - lines);
  }

  /** How many of the bytes belong to lines that have ended. */
  private static int lengthOfLines(byte[] bytes, int offset, int length) {
    for (int i = length; i > 0; i--) {
      if (bytes[offset + i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }

  @Override
  public void flush() {
    out.flush();
  }
}
