package dev.amsshell.render;

import dev.amsshell.base.Failure;
import dev.amsshell.query.Rows;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/**
 * Prints the first of many rows, in any format, and says how many more there are. No row is fetched
 * but these and the next one.
 */
public final class FirstRows implements Printer {
  private final Printer printer;
  private final IntSupplier most;

  /**
   * @param most how many rows are printed, asked anew for each value
   */
  public FirstRows(Printer printer, IntSupplier most) {
    this.printer = printer;
    this.most = most;
  }

  @Override
  public void print(Object value, PrintStream out) {
    int shown = most.getAsInt();
    Object whole = Renderable.resolve(value);
    Result result =
        Result.of(whole instanceof Tabular<?> tabular ? tabular.first(shown + 1L) : whole);
    if (!(result instanceof Result.Many many)) {
      printer.print(result, out);
      return;
    }
    Iterator<Object> first = Rows.first(many.rows(), shown);
    printer.print(new Result.Many(first, many.rowType()), out);
    if (many.rows().hasNext()) {
      out.println("... and " + rest(whole, shown) + "more; 'show' prints all");
      out.flush();
    }
  }

  /** At least one was seen, even if it is gone by the time they are counted. */
  private static String rest(Object whole, int shown) {
    OptionalLong count = count(whole);
    return count.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%,d ", Math.max(1, count.getAsLong() - shown));
  }

  private static OptionalLong count(Object whole) {
    if (whole instanceof Collection<?> collection) {
      // which is also the answer when there are more
      boolean isKnown = collection.size() < Integer.MAX_VALUE;
      return isKnown ? OptionalLong.of(collection.size()) : OptionalLong.empty();
    }
    if (whole.getClass().isArray()) {
      return OptionalLong.of(Array.getLength(whole));
    }
    try {
      return whole instanceof Tabular<?> tabular ? tabular.countAtOnce() : OptionalLong.empty();
    } catch (Failure e) {
      // the rows are there, and that they are not all is said in any case
      return OptionalLong.empty();
    }
  }
}
