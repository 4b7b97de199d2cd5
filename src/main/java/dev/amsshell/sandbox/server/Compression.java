package dev.amsshell.sandbox.server;

import dev.amsshell.sandbox.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies for clients that ask for it (RFC 9110 12.5.3). */
final class Compression {

  /** What is shorter fits into a packet or two as it is. */
  private static final int SMALLEST = 1024;

  private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*$");

  private Compression() {}

  /** Whether the body is worth it. */
  static boolean isFor(byte[] body) {
    return body.length >= SMALLEST;
  }

  static boolean isWanted(Request request) {
    String accepted = request.headers().get("Accept-Encoding").orElse("");
    for (String each : accepted.toLowerCase(Locale.ROOT).split(",")) {
      if (each.split(";")[0].strip().equals("gzip")) {
        return !REFUSED.matcher(each).find();
      }
    }
    return false;
  }

  static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream out = new Fast(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  /** Rather soon than small: client and sandbox are mostly on one machine. */
  private static final class Fast extends GZIPOutputStream {
    Fast(ByteArrayOutputStream bytes) throws IOException {
      super(bytes, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
