package dev.amsshell.repl;

import dev.amsshell.base.PrivateFiles;
import dev.amsshell.base.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/** Inputs remembered between runs, without the secrets in them, for their owner alone. */
final class PrivateHistory extends DefaultHistory {
  private final Path file;
  private final Redactor redactor;

  PrivateHistory(Path file, Redactor redactor) {
    this.file = file;
    this.redactor = redactor;
  }

  @Override
  public void attach(LineReader reader) {
    try {
      PrivateFiles.createFolder(file.getParent());
      PrivateFiles.createFile(file);
      reader.setVariable(LineReader.HISTORY_FILE, file);
      attachOrStartAnew(reader);
    } catch (IOException | RuntimeException e) {
      // a home that cannot be written to leaves a history for this run alone
      reader.setVariable(LineReader.HISTORY_FILE, null);
      super.attach(reader);
    }
  }

  /** A file that cannot be read as a history is set aside, not lost. */
  private void attachOrStartAnew(LineReader reader) throws IOException {
    try {
      super.attach(reader);
    } catch (RuntimeException e) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.createFile(file);
      super.attach(reader);
    }
  }

  @Override
  public void add(Instant time, String line) {
    super.add(time, redactor.redact(line));
  }
}
