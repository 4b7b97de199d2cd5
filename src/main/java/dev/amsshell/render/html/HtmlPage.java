package dev.amsshell.render.html;

import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Page;
import dev.amsshell.render.page.Tone;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * A page as one HTML file: nothing in it comes from elsewhere, everything can be read, printed and
 * understood without its script, which lets tables be sorted and ids be copied.
 */
public final class HtmlPage {
  private final Writer writer;
  private final Html html;

  private HtmlPage(Writer writer) {
    this.writer = writer;
    this.html = writer.html();
  }

  /**
   * The file, to be written as UTF-8.
   *
   * @param clean applied to every text, such as to take out secrets
   * @param zone by whose clock times are shown
   */
  public static String of(Page page, UnaryOperator<String> clean, ZoneId zone) {
    Html html = new Html(clean);
    new HtmlPage(new Writer(html, zone)).write(page);
    return html.toString();
  }

  private void write(Page page) {
    Assets assets = Assets.read();
    html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", assets.policy());
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", page.title());
    html.open("style").raw(assets.style()).closeLine();
    html.closeLine().open("body");
    Patterns.write(html);
    header(page);
    html.open("main");
    page.sections().forEach(this::section);
    html.closeLine();
    html.open("p", "id", "said", "role", "status", "class", "unseen").close();
    html.open("script").raw(assets.script()).closeLine();
    html.close().closeLine();
  }

  private void header(Page page) {
    html.open("header").element("h1", page.title());
    html.open("p").element("span", page.source(), "class", "source").text(", as of ");
    writer.value(page.asOf());
    html.close().closeLine();
  }

  private void section(Page.Section section) {
    writer.within(section.heading());
    String name = section.heading().isEmpty() ? null : writer.name("section");
    html.open(name == null ? "div" : "section", "class", "part", "aria-labelledby", name);
    if (name != null) {
      html.element("h2", section.heading(), "id", name);
    }
    section.blocks().forEach(this::block);
    html.closeLine();
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      boolean isPlain = paragraph.tone() == Tone.PLAIN;
      html.open("p", "class", isPlain ? "text" : "text note " + Writer.tone(paragraph.tone()));
      html.lines(paragraph.text()).closeLine();
    } else if (block instanceof Block.Facts facts) {
      facts(facts);
    } else if (block instanceof Block.Grid grid) {
      grid(grid);
    } else if (block instanceof Block.Bars bars) {
      BarsChart.write(bars, writer);
    } else if (block instanceof Block.Steps steps) {
      StepsChart.write(steps, writer);
    } else if (block instanceof Block.Spread spread) {
      SpreadChart.write(spread, writer);
    } else if (block instanceof Block.Gantt gantt) {
      GanttChart.write(gantt, writer);
    }
  }

  private void facts(Block.Facts facts) {
    if (facts.facts().isEmpty()) {
      return;
    }
    html.open("dl", "class", "facts");
    for (Block.Fact fact : facts.facts()) {
      html.element("dt", fact.label()).open("dd");
      writer.value(fact.value());
      html.close();
    }
    html.closeLine();
  }

  private void grid(Block.Grid grid) {
    if (grid.form() == Block.Grid.Form.STANZAS) {
      StanzaTable.write(grid, writer);
    } else {
      DataTable.write(grid.caption(), grid.headings(), grid.rows(), writer);
    }
  }
}
