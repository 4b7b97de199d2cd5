package dev.amsshell.service.v2;

import dev.amsshell.base.SideWork;
import dev.amsshell.service.UnexpectedAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The rows of a list that comes in pages, each row once. While one page is consumed, the next ones
 * are on their way.
 *
 * <p>The service knows pages by numbers of rows alone (wire sheet 5.3), and rows come and go
 * meanwhile. So each page begins with the last row of the one before: where it begins with a row
 * that was not seen, rows were removed, and others may have slipped by; then the page is asked for
 * again from further before, until it begins with a row that was.
 *
 * <p>A page with fewer rows than asked for is the last one, if this service was seen to give more
 * at a time. Otherwise it may be all that it gives, and one more page is asked for to know.
 */
final class Pages<T> implements Iterator<T> {
  /** The service's own limit (wire sheet 5.3). */
  static final int LARGEST = 1000;

  /** No service gives fewer rows at a time. */
  private static final int SMALLEST = 100;

  /** A next link that only counts rows; the pages it leads to do not overlap. */
  private static final Pattern COUNTING = Pattern.compile("(?i)[?&](?:\\$|%24)skip=");

  private static final int MOST_AHEAD = 4;

  /** After so many rows of a page its consumer is believed to want the next. */
  private static final int ENOUGH = 100;

  /** A list that began anew with rows that nobody saw so often is none that can be read. */
  private static final int MOST_RESTARTS = 3;

  /** New rows may fill a small page with old ones, but not again and again. */
  private static final int MOST_REPEATS = 3;

  private final Source<T> source;
  private final Function<T, String> idOf;
  private final Workers workers;
  private final AtomicInteger mostAtATime;
  private final long limit;
  private final IdSet seen = new IdSet();
  private final Set<String> followed = new HashSet<>();
  private final Deque<Awaited<T>> ahead = new ArrayDeque<>();

  private Iterator<T> rows;
  private int given;
  private Place place;
  private boolean isLast;
  private int largest = LARGEST;
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

  /** Which rows are asked for. */
  private record Place(long skip, int top) {}

  /** A page that was asked for. */
  private record Awaited<T>(Place place, SideWork<Page<T>> page) {}

  /**
   * @param source where pages come from
   * @param idOf tells rows apart
   * @param limit how many rows are wanted at most
   * @param mostAtATime how many rows the service was seen to give at a time, for all its lists
   */
  Pages(
      Source<T> source,
      Function<T, String> idOf,
      long limit,
      Workers workers,
      AtomicInteger mostAtATime) {
    this.mostAtATime = mostAtATime;
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
    given++;
    if (given == ENOUGH) {
      fetchAhead();
    }
    return rows.next();
  }

  /** Takes the next page; false at the end. */
  private boolean advance() {
    Page<T> page;
    if (rows == null) {
      // nobody else has anything to do, so that the first page needs no thread
      place = new Place(0, (int) Math.min(largest, limit));
      page = source.read(place.skip(), place.top());
    } else {
      if (ahead.isEmpty()) {
        fetchAhead();
      }
      if (ahead.isEmpty()) {
        return false;
      }
      Awaited<T> next = ahead.remove();
      place = next.place();
      page = next.page().join();
    }
    given = 0;
    // pages of a single row cannot overlap, so that those are followed, too
    boolean isCounted =
        page.next() != null && page.rows().size() > 1 && COUNTING.matcher(page.next()).find();
    List<T> all = isCounted ? page.rows() : whole(page, source, place.top(), followed);
    boolean isSeen = !all.isEmpty() && seen.contains(idOf.apply(all.get(0)));
    if (!isSeen && place.skip() > 0) {
      stepBack();
      return true;
    }
    if (!isSeen && stepsBack > 0) {
      restart();
    }
    stepsBack = 0;
    rows = fresh(all).iterator();
    if (all.size() >= place.top()) {
      mostAtATime.accumulateAndGet(all.size(), Math::max);
    } else {
      endOrSmallerPages(all.size(), isCounted);
    }
    return true;
  }

  private void endOrSmallerPages(int size, boolean goesOn) {
    forgetAhead();
    int most = mostAtATime.getAndAccumulate(size, Math::max);
    isLast = size == 0 || !goesOn && (size < SMALLEST || size < most);
    if (!isLast) {
      largest = size;
      place = new Place(place.skip(), size);
    }
  }

  private List<T> fresh(List<T> all) {
    boolean isBeyond = place.skip() >= seen.size() && place.skip() > 0;
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

  /**
   * All rows of a page: a service that names the next one divides what was asked for.
   *
   * @param top how many rows were asked for
   * @param followed the addresses that were followed so far
   */
  static <T> List<T> whole(Page<T> page, Source<T> source, int top, Set<String> followed) {
    List<T> all = new ArrayList<>(page.rows());
    Page<T> part = page;
    int idle = 0;
    while (part.next() != null && all.size() < top) {
      if (!followed.add(part.next()) || idle > MOST_REPEATS) {
        throw new UnexpectedAnswer(
            "the service leads from page to page in a circle",
            "Ask for less at a time, such as with since(1.hour), or try again later.",
            null);
      }
      part = source.follow(part.next());
      all.addAll(part.rows());
      idle = part.rows().isEmpty() ? idle + 1 : 0;
    }
    return all;
  }

  private void fetchAhead() {
    Place last = ahead.isEmpty() ? place : ahead.peekLast().place();
    boolean isFirst = true;
    while (!isLast && ahead.size() < width) {
      long skip = last.skip() + last.top() - 1;
      boolean isNeeded = skip + 1 < limit;
      // rows that were added meanwhile came twice, and took the place of others
      boolean isTooFew = ahead.isEmpty() && seen.size() < limit;
      if (!isNeeded && !isTooFew) {
        break;
      }
      last = ask(skip, isNeeded ? limit - skip : largest);
      isFirst = false;
    }
    width = isFirst ? width : Math.min(width + 1, MOST_AHEAD);
  }

  private void stepBack() {
    long back = Math.min(place.skip(), 10L << Math.min(stepsBack, 20));
    stepsBack++;
    forgetAhead();
    width = 1;
    long skip = place.skip() - back;
    ask(skip, limit - skip);
    rows = List.<T>of().iterator();
  }

  /** Back at the beginning, where everything is new, too. */
  private void restart() {
    restarts++;
    if (restarts > MOST_RESTARTS) {
      throw new UnexpectedAnswer(
          "the list does not hold still: again and again it begins with other rows",
          "Ask for less at a time, such as with since(1.hour), or try again later.",
          null);
    }
  }

  private Place ask(long skip, long wanted) {
    Place asked = new Place(skip, (int) Math.min(largest, wanted));
    ahead.add(new Awaited<>(asked, workers.start(() -> source.read(asked.skip(), asked.top()))));
    return asked;
  }

  private void forgetAhead() {
    ahead.forEach(awaited -> awaited.page().cancel());
    ahead.clear();
  }
}
