package dev.amsshell.repl;

import dev.amsshell.base.PrivateFiles;
import dev.amsshell.base.Redactor;
import java.io.IOException;
import java.nio.file.Path;
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
    } catch (IOException e) {
      // a home that cannot be written to leaves a history for this run alone
    }
    super.attach(reader);
  }

  @Override
  public void add(Instant time, String line) {
    super.add(time, redactor.redact(line));
  }
}
