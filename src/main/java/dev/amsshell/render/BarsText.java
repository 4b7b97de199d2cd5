package dev.amsshell.render;

import dev.amsshell.render.page.Block.Bar;
import dev.amsshell.render.page.Block.Bars;
import java.util.List;

/** Amounts as bars that begin at one line. */
final class BarsText {
  private static final String EIGHTHS = "\u258f\u258e\u258d\u258c\u258b\u258a\u2589\u2588";
  private static final int LEAST_BAR = 8;

  private BarsText() {}

  static List<String> of(Bars bars, Pen pen) {
    List<Bar> all = bars.bars();
    int room = pen.room();
    int labels = all.stream().mapToInt(bar -> TextWidth.of(pen.line(bar.label()))).max().orElse(0);
    int amounts = all.stream().mapToInt(bar -> amount(bar).length()).max().orElse(0);
    int notes = all.stream().mapToInt(bar -> TextWidth.of(pen.line(bar.note()))).max().orElse(0);
    // in a pipe nothing is cut
    int label =
        pen.style().width() == Style.UNLIMITED
            ? labels
            : Math.min(labels, Math.max(LEAST_BAR, room / 3));
    int rest = room - label - amounts - 2 * Layout.GAP;
    int bar = Math.max(LEAST_BAR, notes == 0 ? rest : Math.max(rest / 2, rest - notes - 2));
    long top = all.stream().mapToLong(Bar::amount).max().orElse(0);
    return all.stream().map(each -> line(each, label, bar, amounts, top, pen)).toList();
  }

  private static String line(Bar bar, int label, int columns, int amounts, long top, Pen pen) {
    String drawn = pen.style().isUnicode() ? eighths(bar, columns, top) : whole(bar, columns, top);
    String amount = amount(bar);
    String begin =
        pen.padded(pen.line(bar.label()), label)
            + "  "
            + pen.paint(bar.tone(), drawn)
            + " ".repeat(columns - drawn.length() + Layout.GAP + amounts - amount.length())
            + amount;
    int left = pen.room() - label - columns - amounts - 3 * Layout.GAP;
    String note = pen.line(bar.note());
    String shown = pen.style().width() == Style.UNLIMITED ? note : pen.fitted(note, left);
    boolean isLeftOut = note.isEmpty() || left < 2 && pen.style().width() != Style.UNLIMITED;
    return (isLeftOut ? begin : begin + "  " + shown).stripTrailing();
  }

  /** What is not 0 is to be seen. */
  private static String eighths(Bar bar, int columns, long top) {
    int eighths = length(bar.amount(), top, columns * 8);
    String full = "\u2588".repeat(eighths / 8);
    return eighths % 8 == 0 ? full : full + EIGHTHS.charAt(eighths % 8 - 1);
  }

  private static String whole(Bar bar, int columns, long top) {
    return "#".repeat(length(bar.amount(), top, columns));
  }

  private static int length(long amount, long top, int full) {
    return amount <= 0 ? 0 : Math.max(1, (int) Math.round((double) amount / top * full));
  }

  private static String amount(Bar bar) {
    return Plain.amount(bar.amount());
  }
}
