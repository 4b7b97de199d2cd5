package dev.amsshell.render;

import dev.amsshell.query.Rows;
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
      Iterator<Object> first = Rows.first(many.rows(), most);
      printer.print(new Result.Many(first, many.rowType()), out);
      if (many.rows().hasNext()) {
        out.println("... the first " + most + "; 'show' prints all");
        out.flush();
      }
    } else {
      printer.print(result, out);
    }
  }
}
