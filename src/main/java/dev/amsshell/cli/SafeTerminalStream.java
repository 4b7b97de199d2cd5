package dev.amsshell.cli;

import dev.amsshell.base.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Between a script's output and a terminal: whatever could command the terminal instead of being
 * shown on it is made harmless. Understands UTF-8 that is cut anywhere.
 */
final class SafeTerminalStream extends OutputStream {
  private final OutputStream terminal;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] rest = new byte[0];

  SafeTerminalStream(OutputStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(rest.length + length);
    in.put(rest).put(bytes, offset, length).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.reset().decode(in, out, false);
    rest = new byte[in.remaining()];
    in.get(rest);
    String safe = SafeText.block(out.flip().toString().replace("\r\n", "\n"));
    terminal.write(safe.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    terminal.flush();
  }
}
