package dev.amsshell.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpEntity;

/** Reads the body of an answer as a whole, and decompresses it. */
final class Bodies {
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  private Bodies() {}

  /**
   * @param limit how many bytes are read at most, counted after decompression
   * @throws AnswerTooLarge when there are more
   * @throws IOException when it breaks off or is compressed wrongly
   */
  static byte[] read(HttpEntity entity, int limit) throws IOException {
    if (entity == null || entity.getContent() == null) {
      return new byte[0];
    }
    byte[] body = content(entity).readNBytes(limit + 1);
    if (body.length > limit) {
      throw new AnswerTooLarge(limit);
    }
    return body;
  }

  private static InputStream content(HttpEntity entity) throws IOException {
    String coding = entity.getContentEncoding();
    if (coding == null || !GZIP.contains(coding.strip().toLowerCase(Locale.ROOT))) {
      return entity.getContent();
    }
    PushbackInputStream content = new PushbackInputStream(entity.getContent());
    int first = content.read();
    if (first < 0) {
      // nothing at all is not compressed
      return content;
    }
    content.unread(first);
    return new GZIPInputStream(content);
  }
}
