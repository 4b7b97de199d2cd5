package dev.amsshell.query;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is done here with rows that come one after another. */
public final class Rows {
  private Rows() {}

  /** How many there are. */
  public static long count(Iterator<?> rows) {
    long count = 0;
    for (; rows.hasNext(); rows.next()) {
      count++;
    }
    return count;
  }

  /** Those of which something holds. */
  public static <T> Iterator<T> matching(Iterator<T> rows, Predicate<? super T> test) {
    return new Iterator<>() {
      private T next;

      @Override
      public boolean hasNext() {
        while (next == null && rows.hasNext()) {
          T row = rows.next();
          next = test.test(row) ? row : null;
        }
        return next != null;
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        T row = next;
        next = null;
        return row;
      }
    };
  }

  /** The first of them; what comes after is not asked for. */
  public static <T> Iterator<T> first(Iterator<T> rows, long limit) {
    if (limit == Selection.ALL) {
      return rows;
    }
    return new Iterator<>() {
      private long left = limit;

      @Override
      public boolean hasNext() {
        return left > 0 && rows.hasNext();
      }

      @Override
      public T next() {
        if (left == 0) {
          throw new NoSuchElementException();
        }
        left--;
        return rows.next();
      }
    };
  }

  /** The first of them in an order, equals as they came; of all others nothing is kept. */
  public static <T> Iterator<T> ordered(Iterator<T> rows, List<Order> orders, long limit) {
    Comparator<Object> order = Order.comparator(orders);
    Comparator<Placed<T>> placedOrder =
        Comparator.comparing((Placed<T> placed) -> placed.row(), order)
            .thenComparing(Placed::place);
    PriorityQueue<Placed<T>> best = new PriorityQueue<>(placedOrder.reversed());
    for (long place = 0; rows.hasNext(); place++) {
      best.add(new Placed<>(rows.next(), place));
      if (best.size() > limit) {
        best.remove();
      }
    }
    return best.stream().sorted(placedOrder).map(Placed::row).iterator();
  }

  /** A row that stays where it was among its equals. */
  private record Placed<T>(T row, long place) {}

  /** One after another; each begins only when the one before is at its end. */
  public static <K, T> Iterator<T> concatenated(List<K> keys, Function<K, Iterator<T>> rowsOf) {
    Iterator<K> rest = keys.iterator();
    return new Iterator<>() {
      private Iterator<T> rows = List.<T>of().iterator();

      @Override
      public boolean hasNext() {
        while (!rows.hasNext() && rest.hasNext()) {
          rows = rowsOf.apply(rest.next());
        }
        return rows.hasNext();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return rows.next();
      }
    };
  }
}
