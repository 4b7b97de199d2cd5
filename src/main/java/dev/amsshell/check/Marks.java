package dev.amsshell.check;

import dev.amsshell.base.SafeText;
import dev.amsshell.job.Job;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is kept of a bookmark, and its text: a line for each job, between lines that show whether
 * the text is whole.
 *
 * @param last when the last run that ended well began; null when none did
 * @param seen the day on which each job was last seen in a state
 */
record Marks(Instant last, Map<String, LocalDate> seen) {
  static final Marks NONE = new Marks(null, Map.of());

  /** The service purges records after 90 days (wire sheet 4.1), and clocks differ. */
  private static final int KEPT_DAYS = 100;

  private static final String FIRST_LINE = "ams-shell bookmark 1";
  private static final String LAST = "last ";
  private static final String END = "end ";

  /** A job in its state, as one text without line breaks. */
  static String mark(Job job) {
    return SafeText.line(job.state().name()) + " " + SafeText.line(job.id());
  }

  /**
   * The same after one more run, without what was not seen for long. What other runs have seen
   * stays.
   *
   * @param began when the run began
   * @param given what it was given
   */
  Marks after(Instant began, Iterable<String> given) {
    LocalDate today = began.atZone(ZoneOffset.UTC).toLocalDate();
    Map<String, LocalDate> all = new TreeMap<>(seen);
    for (String each : given) {
      all.merge(each, today, (one, other) -> one.isAfter(other) ? one : other);
    }
    all.values().removeIf(day -> day.isBefore(today.minusDays(KEPT_DAYS)));
    return new Marks(last == null || began.isAfter(last) ? began : last, all);
  }

  String text() {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    text.append(LAST).append(last).append('\n');
    seen.forEach((mark, day) -> text.append(day).append(' ').append(mark).append('\n'));
    return text.append(END).append(seen.size()).append('\n').toString();
  }

  /** What a text says; nothing when it is not whole. */
  static Optional<Marks> parse(String text) {
    List<String> lines = text.lines().toList();
    int jobs = lines.size() - 3;
    if (jobs < 0
        || !text.endsWith("\n")
        || !lines.get(0).equals(FIRST_LINE)
        || !lines.get(1).startsWith(LAST)
        || !lines.get(lines.size() - 1).equals(END + jobs)) {
      return Optional.empty();
    }
    try {
      Map<String, LocalDate> seen = new TreeMap<>();
      for (String line : lines.subList(2, lines.size() - 1)) {
        int gap = line.indexOf(' ');
        seen.put(line.substring(gap + 1), LocalDate.parse(line.substring(0, Math.max(gap, 0))));
      }
      return Optional.of(new Marks(Instant.parse(lines.get(1).substring(LAST.length())), seen));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
