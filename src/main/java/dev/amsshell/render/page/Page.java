package dev.amsshell.render.page;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A page to read from top to bottom.
 *
 * @param title what it is about
 * @param source where its facts are from, such as the address of a service
 * @param asOf when they were read
 * @param sections its parts; what is most urgent comes first
 */
public record Page(String title, String source, Instant asOf, List<Section> sections) {
  public Page {
    Objects.requireNonNull(title, "title is null");
    Objects.requireNonNull(source, "source is null");
    Objects.requireNonNull(asOf, "asOf is null");
    sections = List.copyOf(sections);
  }

  /**
   * A part of a page.
   *
   * @param heading empty for what needs none, at the top
   * @param blocks what it shows
   */
  public record Section(String heading, List<Block> blocks) {
    public Section {
      Objects.requireNonNull(heading, "heading is null");
      blocks = List.copyOf(blocks);
    }

    public Section(String heading, Block... blocks) {
      this(heading, List.of(blocks));
    }
  }
}
