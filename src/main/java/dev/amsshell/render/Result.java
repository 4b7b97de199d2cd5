package dev.amsshell.render;

import dev.amsshell.base.CancellableThread;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;

/** A value as all printers see it: one thing, or rows that come one after the other. */
sealed interface Result {
  /** One thing; may be null. */
  record One(Object value) implements Result {}

  /**
   * Many things, each read once.
   *
   * @param rows stops with the work of the thread that reads it
   * @param rowType the class of all rows, or null when it is not known
   */
  record Many(Iterator<Object> rows, Class<?> rowType) implements Result {
    /** The next rows, at most so many. */
    List<Object> take(int most) {
      List<Object> taken = new ArrayList<>();
      while (taken.size() < most && rows.hasNext()) {
        taken.add(rows.next());
      }
      return taken;
    }
  }

  static Result of(Object value) {
    Object shown = Renderable.resolve(value);
    if (shown instanceof Result result) {
      return result;
    }
    Class<?> rowType = shown instanceof Tabular<?> tabular ? tabular.rowType() : null;
    Iterator<?> rows = rows(shown);
    return rows == null ? new One(shown) : new Many(new Rows(rows), rowType);
  }

  /** The elements of what has any, else null. */
  static Iterator<?> rows(Object value) {
    // the elements of a path are paths again
    if (value instanceof Iterable<?> many && !(value instanceof Path)) {
      return many.iterator();
    }
    if (value instanceof Iterator<?> rows) {
      return rows;
    }
    if (value instanceof BaseStream<?, ?> stream) {
      return stream.iterator();
    }
    if (value != null && value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> Array.get(value, i))
          .iterator();
    }
    return null;
  }

  /** Rows as the values they stand for, until the work is cancelled. */
  record Rows(Iterator<?> source) implements Iterator<Object> {
    @Override
    public boolean hasNext() {
      CancellableThread.checkpoint();
      return source.hasNext();
    }

    @Override
    public Object next() {
      return Renderable.resolve(source.next());
    }
  }
}
