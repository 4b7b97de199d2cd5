package dev.amsshell.render;

import java.io.PrintStream;
import java.util.Iterator;

/** Prints the first of many rows, in any format, and says when there are more. */
public final class FirstRows implements Printer {
  private final Printer printer;
  private final int most;

  public FirstRows(Printer printer, int most) {
    this.printer = printer;
    this.most = most;
  }

  @Override
  public void print(Object value, PrintStream out) {
    Result result = Result.of(value);
    if (result instanceof Result.Many many) {
      First first = new First(many.rows(), most);
      printer.print(new Result.Many(first, many.rowType()), out);
      if (first.isCut()) {
        out.println("... the first " + most + "; 'show' prints all");
        out.flush();
      }
    } else {
      printer.print(result, out);
    }
  }

  private static final class First implements Iterator<Object> {
    private final Iterator<Object> rows;
    private int left;

    First(Iterator<Object> rows, int most) {
      this.rows = rows;
      this.left = most;
    }

    @Override
    public boolean hasNext() {
      return left > 0 && rows.hasNext();
    }

    @Override
    public Object next() {
      left--;
      return rows.next();
    }

    boolean isCut() {
      return left == 0 && rows.hasNext();
    }
  }
}
