package dev.amsshell.repl;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The inputs that Up and the search go through: one's own as they were typed, and those of earlier
 * and other shells as the file has them, without their secrets.
 */
final class SharedHistory extends DefaultHistory {
  private final HistoryFile file;
  private final UnaryOperator<String> mask;

  /**
   * @param file where inputs are kept
   * @param mask takes the secrets out of an input before it gets there
   */
  SharedHistory(HistoryFile file, UnaryOperator<String> mask) {
    this.file = file;
    this.mask = mask;
  }

  @Override
  public void attach(LineReader reader) {
    reader.getVariables().putIfAbsent(LineReader.HISTORY_SIZE, HistoryFile.KEPT);
    super.attach(reader);
    takeIn();
  }

  /** Takes in what other shells have written meanwhile; for the moments between two inputs. */
  void takeIn() {
    for (HistoryEntry entry : file.takeNews()) {
      if (isEmpty() || !get(last()).equals(entry.input())) {
        internalAdd(entry.time(), entry.input());
      }
    }
  }

  /** Remembers an input, unless it begins with a space or is the last one again. */
  @Override
  public void add(Instant time, String line) {
    int before = last();
    super.add(time, line);
    if (last() != before) {
      keep(time, get(last()));
    }
  }

  private void keep(Instant time, String line) {
    String masked;
    try {
      masked = mask.apply(line);
    } catch (RuntimeException | StackOverflowError e) {
      // what cannot be judged must not be kept
      return;
    }
    file.append(new HistoryEntry(time, masked));
  }
}
