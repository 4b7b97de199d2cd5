package dev.amsshell.service.v2;

import dev.amsshell.service.UnexpectedAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The rows of a list that comes in pages, each row once. While one page is consumed, the next ones
 * are on their way.
 *
 * <p>The service knows pages by numbers of rows alone (wire sheet 5.3), and rows come and go
 * meanwhile. So each page begins with the last row of the one before: where it begins with a row
 * that was not seen, rows were removed, and others may have slipped by; then the page is asked for
 * again from further before, until it begins with a row that was.
 */
final class Pages<T> implements Iterator<T> {
  /** The service's own limit (wire sheet 5.3). */
  static final int LARGEST = 1000;

  private static final int MOST_AHEAD = 4;

  /** A list that began anew with rows that nobody saw so often is none that can be read. */
  private static final int MOST_RESTARTS = 3;

  /** New rows may fill a small page with old ones, but not again and again. */
  private static final int MOST_REPEATS = 3;

  private final Source<T> source;
  private final Function<T, String> idOf;
  private final Workers workers;
  private final long limit;
  private final IdSet seen = new IdSet();
  private final Deque<Awaited<T>> ahead = new ArrayDeque<>();

  private Iterator<T> rows;
  private Awaited<T> current;
  private int width = 1;
  private int stepsBack;
  private int repeats;
  private int restarts;

  /**
   * Where pages come from.
   *
   * @param <T> the rows
   */
  interface Source<T> {
    /** Reads some rows. */
    Page<T> read(long skip, int top);

    /** Reads on at an address that the service gave. */
    Page<T> follow(String next);
  }

  /**
   * Some rows.
   *
   * @param next where the service says that it goes on, or null
   */
  record Page<T>(List<T> rows, String next) {}

  /** A page that was asked for. */
  private record Awaited<T>(long skip, int top, CompletableFuture<Page<T>> page) {}

  /**
   * @param source where pages come from
   * @param idOf tells rows apart
   * @param limit how many rows are wanted at most
   */
  Pages(Source<T> source, Function<T, String> idOf, long limit, Workers workers) {
    this.source = source;
    this.idOf = idOf;
    this.limit = limit;
    this.workers = workers;
  }

  @Override
  public boolean hasNext() {
    while (rows == null || !rows.hasNext()) {
      if (!advance()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.next();
  }

  /** Takes the next page; false at the end. */
  private boolean advance() {
    Page<T> page;
    if (rows == null) {
      // nobody else has anything to do, so that the first page needs no thread
      int top = (int) Math.min(LARGEST, limit);
      page = source.read(0, top);
      current = new Awaited<>(0, top, null);
    } else {
      current = ahead.poll();
      if (current == null) {
        return false;
      }
      page = Workers.result(current.page());
    }
    List<T> all = whole(page);
    boolean isSeen = !all.isEmpty() && seen.contains(idOf.apply(all.get(0)));
    if (!isSeen && current.skip() > 0) {
      stepBack();
      return true;
    }
    if (!isSeen && stepsBack > 0) {
      restart();
    }
    stepsBack = 0;
    rows = fresh(all).iterator();
    if (all.size() < current.top()) {
      ahead.clear();
    } else {
      fetchAhead();
    }
    return true;
  }

  private List<T> fresh(List<T> all) {
    boolean isBeyond = current.skip() >= seen.size() && current.skip() > 0;
    List<T> fresh = new ArrayList<>(all.size());
    for (T row : all) {
      if (seen.add(idOf.apply(row))) {
        fresh.add(row);
      }
    }
    repeats = fresh.isEmpty() && isBeyond ? repeats + 1 : 0;
    if (repeats > MOST_REPEATS) {
      throw new UnexpectedAnswer(
          "the service answers page after page with the same rows",
          "Is something in between that leaves out $skip?",
          null);
    }
    return fresh;
  }

  /** A service that names the next page divides what was asked for. */
  private List<T> whole(Page<T> page) {
    if (page.next() == null) {
      return page.rows();
    }
    List<T> all = new ArrayList<>(page.rows());
    Page<T> part = page;
    while (part.next() != null && all.size() < current.top()) {
      part = source.follow(part.next());
      all.addAll(part.rows());
    }
    return all;
  }

  private void fetchAhead() {
    Awaited<T> last = ahead.isEmpty() ? current : ahead.peekLast();
    while (ahead.size() < width) {
      long skip = last.skip() + last.top() - 1;
      boolean isNeeded = skip + 1 < limit;
      // rows that were added meanwhile came twice, and took the place of others
      boolean isTooFew = ahead.isEmpty() && seen.size() < limit;
      if (!isNeeded && !isTooFew) {
        break;
      }
      last = ask(skip, isNeeded ? limit - skip : limit - seen.size() + 1);
      ahead.add(last);
    }
    width = Math.min(width + 1, MOST_AHEAD);
  }

  private void stepBack() {
    long back = Math.min(current.skip(), 10L << Math.min(stepsBack, 20));
    stepsBack++;
    ahead.clear();
    width = 1;
    long skip = current.skip() - back;
    ahead.add(ask(skip, limit - skip));
    rows = List.<T>of().iterator();
  }

  /** Back at the beginning, where everything is new, too. */
  private void restart() {
    restarts++;
    if (restarts > MOST_RESTARTS) {
      throw new UnexpectedAnswer(
          "the list does not hold still: again and again, all rows that were there are gone",
          "Ask for less at a time, such as with since(1.hour), or try again later.",
          null);
    }
  }

  private Awaited<T> ask(long skip, long wanted) {
    int top = (int) Math.min(LARGEST, wanted);
    return new Awaited<>(skip, top, workers.start(() -> source.read(skip, top)));
  }
}
