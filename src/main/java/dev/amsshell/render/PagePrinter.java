package dev.amsshell.render;

import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Page;
import java.util.ArrayList;
import java.util.List;

/** A page as text, its pictures drawn with characters. */
final class PagePrinter {
  private final Pen pen;

  PagePrinter(Pen pen) {
    this.pen = pen;
  }

  void print(Page page, Output out) {
    int width = pen.style().width();
    pen.wrapped(pen.line(page.title()), width).forEach(each -> out.line(pen.strong(each)));
    String source = "%s, as of %s".formatted(page.source(), pen.moments().alone(page.asOf()));
    pen.wrapped(pen.line(source), width).forEach(out::line);
    for (Page.Section section : page.sections()) {
      if (!section.heading().isEmpty()) {
        out.line("");
        heading(pen.line(section.heading()), out);
      }
      for (Block block : section.blocks()) {
        out.line("");
        lines(block, section.heading()).forEach(out::line);
      }
    }
  }

  private void heading(String heading, Output out) {
    List<String> lines = pen.wrapped(heading, pen.style().width());
    lines.forEach(each -> out.line(pen.strong(each)));
    // not the light line, which a pager would take from a character set that not every terminal has
    out.line(pen.either("\u2501", "-").repeat(Columns.widest(lines.stream())));
  }

  private List<String> lines(Block block, String heading) {
    if (block instanceof Block.Paragraph paragraph) {
      return pen.wrapped(pen.block(paragraph.text()), pen.style().width()).stream()
          .map(each -> pen.paint(paragraph.tone(), each))
          .toList();
    }
    if (block instanceof Block.Facts facts) {
      Labelled lines = new Labelled(pen, 0);
      facts.facts().forEach(fact -> lines.put(pen.line(fact.label()), pen.line(fact.value())));
      return lines.text();
    }
    if (block instanceof Block.Grid grid) {
      return captioned(grid.caption(), heading, GridText.of(grid, pen));
    }
    if (block instanceof Block.Bars bars) {
      return captioned(bars.caption(), heading, BarsText.of(bars, pen));
    }
    if (block instanceof Block.Steps steps) {
      return captioned(steps.caption(), heading, StepsText.of(steps, pen));
    }
    if (block instanceof Block.Spread spread) {
      return captioned(spread.caption(), heading, SpreadText.of(spread, pen));
    }
    Block.Gantt gantt = (Block.Gantt) block;
    return captioned(gantt.caption(), heading, GanttText.of(gantt, pen));
  }

  /** The heading of the section says the same at times. */
  private List<String> captioned(String caption, String heading, List<String> lines) {
    String text = pen.line(caption);
    if (text.isEmpty() || caption.equals(heading)) {
      return lines;
    }
    List<String> captioned = new ArrayList<>(pen.wrapped(text + ":", pen.style().width()));
    captioned.addAll(lines);
    return captioned;
  }
}
