package dev.amsshell.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.amsshell.base.PrivateFiles;
import dev.amsshell.config.ConfigurationProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An HTTP archive (HAR 1.2) of all exchanges, for their owner alone, without secrets. Each entry is
 * put in with one write over the brackets that close the file, so that it can be read at any time
 * and however the process ends.
 */
public final class HarFile implements Consumer<Exchange>, AutoCloseable {
  private static final byte[] CLOSING = "\n]}}\n".getBytes(StandardCharsets.UTF_8);

  private final Path file;
  private final UnaryOperator<String> clean;
  private final Consumer<String> notices;
  private final JsonFactory factory = new JsonFactory();
  private FileChannel channel;
  private long end;
  private boolean hasEntries;
  private boolean isOver;

  /**
   * Begins a file; what was there under that name is no more.
   *
   * @param clean takes secrets out of a text
   * @param creatorVersion the version of this program
   * @param notices told, once, when the file cannot be written any more
   * @throws ConfigurationProblem when it cannot be begun
   */
  public HarFile(
      Path file, UnaryOperator<String> clean, String creatorVersion, Consumer<String> notices) {
    this.file = file;
    this.clean = clean;
    this.notices = notices;
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw problem("it is not a file");
      }
      Files.deleteIfExists(file);
      PrivateFiles.createFile(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      put("", head(creatorVersion));
    } catch (IOException e) {
      throw problem(e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  private byte[] head(String creatorVersion) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = factory.createGenerator(bytes)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      json.writeStartObject();
      json.writeObjectFieldStart("log");
      json.writeStringField("version", "1.2");
      json.writeObjectFieldStart("creator");
      json.writeStringField("name", "ams-shell");
      json.writeStringField("version", creatorVersion);
      json.writeEndObject();
      json.writeArrayFieldStart("entries");
    }
    return bytes.toByteArray();
  }

  /** Adds an entry; several threads may at a time. */
  @Override
  public void accept(Exchange exchange) {
    try {
      byte[] entry = entry(exchange);
      synchronized (this) {
        if (!isOver) {
          put(hasEntries ? ",\n" : "\n", entry);
          hasEntries = true;
        }
      }
    } catch (IOException e) {
      giveUp(e);
    }
  }

  private byte[] entry(Exchange exchange) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = factory.createGenerator(bytes)) {
      new HarEntry(exchange, clean, json).write();
    }
    return bytes.toByteArray();
  }

  private void put(String separator, byte[] text) throws IOException {
    byte[] before = separator.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(before.length + text.length + CLOSING.length);
    bytes.put(before).put(text).put(CLOSING).flip();
    boolean isInterrupted = false;
    while (bytes.hasRemaining()) {
      try {
        channel.write(bytes, end + bytes.position());
      } catch (ClosedByInterruptException e) {
        // a thread that is interrupted loses its channels, but this one is not its own
        isInterrupted = Thread.interrupted();
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
      }
    }
    end += bytes.limit() - CLOSING.length;
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void giveUp(IOException trouble) {
    if (isOver) {
      return;
    }
    isOver = true;
    notices.accept(
        "the trace %s ends here, since it cannot be written: %s"
            .formatted(file, trouble.getMessage()));
    try {
      channel.write(ByteBuffer.wrap(CLOSING), end);
      channel.truncate(end + CLOSING.length);
    } catch (IOException e) {
      // as it is, then
    }
  }

  @Override
  public synchronized void close() {
    isOver = true;
    try {
      channel.close();
    } catch (IOException e) {
      giveUp(e);
    }
  }

  private ConfigurationProblem problem(String why) {
    return new ConfigurationProblem(
        "the trace %s cannot be written: %s".formatted(file, why),
        "Name a file in a folder that exists and that you may write to.");
  }
}
