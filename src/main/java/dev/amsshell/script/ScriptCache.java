package dev.amsshell.script;

import dev.amsshell.base.Digest;
import dev.amsshell.base.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiled scripts kept between runs, a file each. Whatever is wrong with the cache costs a
 * compilation and nothing else.
 */
public final class ScriptCache {
  private static final int MAGIC = 0x414d5301;
  private static final int MOST_ENTRIES = 256;

  private final Path folder;
  private final String version;
  private final Clock clock;

  /**
   * @param folder where the files are; made when needed, for its owner alone
   * @param version changes whenever the same text may compile to something else
   * @param clock dates what is used, so that the oldest can go
   */
  public ScriptCache(Path folder, String version, Clock clock) {
    this.folder = folder;
    this.version = version;
    this.clock = clock;
  }

  Optional<CompiledScript> find(Source source) {
    try {
      Path file = file(source);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      CompiledScript script = read(Files.readAllBytes(file));
      if (!isCurrent(script, source.folder())) {
        return Optional.empty();
      }
      // what is used stays when old entries have to go
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      return Optional.of(script);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void keep(Source source, CompiledScript script) {
    try {
      PrivateFiles.createFolder(folder);
      PrivateFiles.replace(file(source), write(script));
      prune();
    } catch (IOException | RuntimeException e) {
      // a full disk or a read-only home must not stop a script
    }
  }

  private Path file(Source source) {
    String place = source.folder() == null ? "" : source.folder().toAbsolutePath().toString();
    return folder.resolve(Digest.of(version, source.name(), place, source.text()) + ".script");
  }

  private static boolean isCurrent(CompiledScript script, Path folder) {
    return script.files().entrySet().stream()
        .allMatch(
            file ->
                folder != null && SourceRoot.digest(folder, file.getKey()).equals(file.getValue()));
  }

  private static byte[] write(CompiledScript script) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeUTF(script.mainClass());
    out.writeInt(script.files().size());
    for (Map.Entry<String, String> file : script.files().entrySet()) {
      out.writeUTF(file.getKey());
      out.writeUTF(file.getValue());
    }
    out.writeInt(script.classes().size());
    for (Map.Entry<String, byte[]> type : script.classes().entrySet()) {
      out.writeUTF(type.getKey());
      out.writeInt(type.getValue().length);
      out.write(type.getValue());
    }
    byte[] content = bytes.toByteArray();
    out.writeUTF(Digest.of(content));
    return bytes.toByteArray();
  }

  private static CompiledScript read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a compiled script");
    }
    String mainClass = in.readUTF();
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      files.put(in.readUTF(), in.readUTF());
    }
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      String name = in.readUTF();
      byte[] type = in.readNBytes(in.readInt());
      classes.put(name, type);
    }
    byte[] content = Arrays.copyOf(bytes, bytes.length - in.available());
    if (!in.readUTF().equals(Digest.of(content))) {
      throw new IOException("a damaged compiled script");
    }
    return new CompiledScript(mainClass, classes, files);
  }

  private void prune() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> oldestFirst =
          entries
              .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified()))
              .toList();
      for (Path old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - MOST_ENTRIES))) {
        Files.deleteIfExists(old);
      }
    }
  }
}
