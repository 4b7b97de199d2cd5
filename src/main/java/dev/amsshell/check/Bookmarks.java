package dev.amsshell.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bookmarks that one run uses. May be used by several threads. */
public final class Bookmarks {
  private final Path folder;
  private final Instant began;
  private final Map<BookmarkFile, Bookmark> used = new LinkedHashMap<>();
  private final Map<String, Bookmark> known = new LinkedHashMap<>();

  /**
   * @param folder where they are kept
   * @param began when the run began
   */
  public Bookmarks(Path folder, Instant began) {
    this.folder = folder;
    this.began = began;
  }

  /**
   * The bookmark of a name, which is one for each account.
   *
   * @param account tells accounts apart
   * @throws BookmarkProblem when what earlier runs left cannot be read
   */
  public synchronized Bookmark of(String account, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a bookmark wants a name, such as 'nightly'");
    }
    return known.computeIfAbsent(
        account + "\n" + name,
        key -> {
          BookmarkFile file = new BookmarkFile(folder, account, name);
          Bookmark bookmark = new Bookmark(name, file.read());
          used.put(file, bookmark);
          return bookmark;
        });
  }

  /**
   * Keeps what the run has seen, now that it has ended well.
   *
   * @throws BookmarkProblem when that cannot be done
   */
  public synchronized void save() {
    used.forEach((file, bookmark) -> file.add(began, bookmark.given()));
  }
}
