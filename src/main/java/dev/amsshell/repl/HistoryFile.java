package dev.amsshell.repl;

import dev.amsshell.base.FileGuard;
import dev.amsshell.base.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The inputs of all shells of a user, the oldest first, in a file that its owner alone can read.
 * Several shells write it at the same time; each reads on from where it stopped. Where it cannot be
 * read or written there is a notice, once, and a history for this run alone.
 */
final class HistoryFile {
  /** In bytes; all of it is read before the first prompt. */
  private static final long LARGEST = 20_000_000;

  /** How many entries are kept. */
  static final int KEPT = 10_000;

  /** Trimming rewrites the file, and so is not done for each entry. */
  private static final int TOO_MANY = KEPT + KEPT / 4;

  /** A character a byte, so that places in text are places in the file. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final Path file;
  private final Path lock;
  private final Consumer<String> notices;
  private final List<HistoryEntry> news = new ArrayList<>();

  /** Up to where the file was read or written; the line before that, and how many there are. */
  private long place;

  private String lastLine = "";
  private Instant lastTime = Instant.MIN;
  private int lines;
  private boolean hasComplained;

  /**
   * @param file made when there is none
   * @param notices told what the user should know
   */
  HistoryFile(Path file, Consumer<String> notices) {
    this.file = file.toAbsolutePath();
    this.lock = this.file.resolveSibling("." + this.file.getFileName() + ".lock");
    this.notices = notices;
    quietly(this::prepare);
  }

  /** Adds an entry at once, so that nothing is lost however the shell ends. */
  void append(HistoryEntry entry) {
    quietly(
        () -> {
          try (FileGuard guard = new FileGuard(lock)) {
            PrivateFiles.createFile(file);
            readOn();
            write(entry, guard.isHeld());
            if (guard.isHeld() && lines > TOO_MANY) {
              trim();
            }
          }
        });
  }

  /** What other shells have written since the last time; at first all there is. */
  List<HistoryEntry> takeNews() {
    quietly(this::readOn);
    List<HistoryEntry> taken = List.copyOf(news);
    news.clear();
    return taken;
  }

  private void prepare() throws IOException {
    PrivateFiles.createFolder(file.getParent());
    tighten(file.getParent(), "rwx------");
    PrivateFiles.createFile(file);
    if (!Files.isRegularFile(file)) {
      throw new IOException("no file");
    }
    if (Files.size(file) > LARGEST) {
      setAside("is too large");
    }
    tighten(file, "rw-------");
    readOn();
    if (isUnreadable()) {
      // or another shell has just begun to write it
      try (FileGuard guard = new FileGuard(lock)) {
        readOn();
        if (guard.isHeld() && isUnreadable()) {
          setAside("is no history");
        }
      }
    }
  }

  private boolean isUnreadable() throws IOException {
    return news.isEmpty() && Files.size(file) > 0;
  }

  private void tighten(Path path, String permissions) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    var wanted = PosixFilePermissions.fromString(permissions);
    if (view != null && !wanted.containsAll(view.readAttributes().permissions())) {
      view.setPermissions(wanted);
      notices.accept(path + " was open to others and is now its owner's alone");
    }
  }

  /** What is no history may be worth something to somebody. */
  private void setAside(String why) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    notices.accept(file + " " + why + " and is now called " + aside.getFileName());
    startOver();
    PrivateFiles.createFile(file);
  }

  private void readOn() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      String known = lastLine;
      Instant knownTime = lastTime;
      boolean isContinued = text(channel, place - known.length(), place).equals(known);
      if (!isContinued) {
        startOver();
      }
      String fresh = text(channel, place, channel.size());
      fresh = fresh.substring(0, fresh.lastIndexOf('\n') + 1);
      int found = isContinued ? 0 : endOf(known, fresh);
      if (found >= 0) {
        read(fresh, found, Instant.MIN);
      } else {
        // somebody has edited it
        read(fresh, 0, knownTime);
      }
    } catch (NoSuchFileException e) {
      startOver();
    }
  }

  /** Reads lines that follow the place; news are those from a place in them and after a time. */
  private void read(String fresh, int from, Instant after) {
    int start = 0;
    while (start < fresh.length()) {
      int end = fresh.indexOf('\n', start) + 1;
      String line = fresh.substring(start, end);
      Optional<HistoryEntry> entry =
          HistoryEntry.decoded(line.substring(0, line.length() - 1).getBytes(BYTES));
      boolean isNews = start >= from;
      entry.filter(each -> isNews && each.time().isAfter(after)).ifPresent(news::add);
      passed(line, entry.map(HistoryEntry::time).orElse(lastTime));
      start = end;
    }
  }

  /** Where a line ends that another shell has moved by trimming; -1 when it is gone. */
  private static int endOf(String line, String text) {
    int found = ("\n" + text).lastIndexOf("\n" + line);
    return found < 0 ? -1 : found + line.length();
  }

  /** In one piece, so that even without the guard lines do not mix. */
  private void write(HistoryEntry entry, boolean isGuarded) throws IOException {
    String line = new String(entry.encoded(), BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      // somebody may have been stopped in the middle of a line
      boolean isCut = channel.size() > place;
      channel.write(ByteBuffer.wrap(((isCut ? "\n" : "") + line).getBytes(BYTES)));
      if (isGuarded) {
        place = channel.size() - line.length();
        passed(line, entry.time());
      }
    }
  }

  private void trim() throws IOException {
    List<String> all = Files.readAllLines(file, BYTES);
    String kept = String.join("\n", all.subList(all.size() - KEPT, all.size())) + "\n";
    PrivateFiles.replace(file, kept.getBytes(BYTES));
    place = kept.length();
    lines = KEPT;
  }

  private void passed(String line, Instant time) {
    place += line.length();
    lastLine = line;
    lastTime = time;
    lines++;
  }

  private void startOver() {
    place = 0;
    lastLine = "";
    lastTime = Instant.MIN;
    lines = 0;
  }

  /** A part of the file; what lies beyond its end is missing. */
  private static String text(FileChannel channel, long from, long to) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
      // reads on
    }
    return new String(bytes.array(), 0, bytes.position(), BYTES);
  }

  /** Something that is done to the file, and may fail. */
  private interface Step {
    void run() throws IOException;
  }

  private void quietly(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      if (!hasComplained) {
        hasComplained = true;
        notices.accept(file + " cannot be used; inputs are remembered for this run alone");
      }
    }
  }
}
