package dev.amsshell.render.html;

import dev.amsshell.render.Plain;
import dev.amsshell.render.TextWidth;
import dev.amsshell.render.page.Block.Bar;
import dev.amsshell.render.page.Block.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Amounts as bars that begin at one line, each with its amount and what more there is to say. */
final class BarsChart {
  private static final int ROW = 26;
  private static final int BAR = 16;
  private static final int LONGEST_LABEL = 30;
  private static final int LONGEST_NOTE = 40;

  /** About the width of a letter. */
  private static final double LETTER = 7;

  private BarsChart() {}

  static void write(Bars bars, Writer writer) {
    List<Bar> all = bars.bars();
    Figure figure = Figure.open(bars.caption(), writer);
    String says =
        all.stream()
            .map(bar -> bar.label() + " " + Plain.amount(bar.amount()))
            .collect(Collectors.joining(", "));
    figure.picture(all.size() * ROW + 4, says);
    double left =
        12 + LETTER * Math.min(LONGEST_LABEL, widest(all.stream().map(Bar::label).toList()));
    double notes = Math.min(LONGEST_NOTE, widest(all.stream().map(BarsChart::words).toList()));
    double room = Figure.WIDTH - left - 12 - LETTER * notes;
    long top = Math.max(1, all.stream().mapToLong(Bar::amount).max().orElse(1));
    for (int i = 0; i < all.size(); i++) {
      Bar bar = all.get(i);
      double y = i * ROW + 4;
      double length = bar.amount() <= 0 ? 0 : Math.max(2, room * bar.amount() / top);
      figure.words("label", left - 8, y + 12, "end", cut(bar.label(), LONGEST_LABEL));
      figure.box(left, y, length, BAR, bar.tone(), bar.label() + ": " + Plain.amount(bar.amount()));
      figure.words("label", left + length + 8, y + 12, "start", cut(words(bar), LONGEST_NOTE));
    }
    figure.line("axis", left, 0, left, all.size() * ROW + 2);
    figure.endPicture();
    List<List<Object>> rows = new ArrayList<>();
    all.forEach(bar -> rows.add(List.of(bar.label(), bar.amount(), bar.note())));
    figure.table(List.of("what", "amount", "note"), rows);
  }

  private static String words(Bar bar) {
    String amount = Plain.amount(bar.amount());
    return bar.note().isBlank() ? amount : amount + "\u2002" + bar.note();
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  /** Text in an SVG has no end of its own; the whole is in the table. */
  static String cut(String text, int columns) {
    return TextWidth.shortened(text, columns, "\u2026");
  }
}
