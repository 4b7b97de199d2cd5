package dev.amsshell.repl;

import java.time.Instant;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The inputs that Up and the search go through: one's own as they were typed, and those of earlier
 * and other shells as the file has them, without their secrets.
 */
final class SharedHistory extends DefaultHistory {
  /** How much of an input is searched. */
  private static final int SEARCHED = 500;

  private static final int SEARCHED_LINES = 5;

  /** Nobody wants to see again what is longer, and all would wait for it. */
  private static final int LONGEST = 50_000;

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

  /** What is searched and suggested: the beginning of each input, as far as that can be read. */
  @Override
  public Iterator<Entry> reverseIterator(int index) {
    Iterator<Entry> all = super.reverseIterator(index);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Entry next() {
        Entry entry = all.next();
        return new EntryImpl(entry.index(), entry.time(), beginning(entry.line()));
      }
    };
  }

  private static String beginning(String line) {
    int end = -1;
    for (int i = 0; i < SEARCHED_LINES; i++) {
      end = line.indexOf('\n', end + 1);
      if (end < 0) {
        end = line.length();
        break;
      }
    }
    return line.substring(0, Math.min(end, SEARCHED));
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

  /** Remembers an input, unless it begins with a space, is the last one again, or very long. */
  @Override
  public void add(Instant time, String line) {
    if (line.length() > LONGEST) {
      return;
    }
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
