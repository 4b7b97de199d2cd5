package dev.amsshell.render.page;

import dev.amsshell.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of a section.
 *
 * <p>Values in it are of the kinds that printers know: texts, numbers, {@link Instant}, {@link
 * Duration}, {@link dev.amsshell.job.JobState}, {@link JobId}, {@link Trend}, lists of these, and
 * null where there is none.
 */
public sealed interface Block {
  /** A sentence or a few. */
  record Paragraph(String text, Tone tone) implements Block {
    public Paragraph(String text) {
      this(text, Tone.PLAIN);
    }
  }

  /** Labelled values. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * @param value a value; see {@link Block}
   */
  record Fact(String label, Object value) {}

  /**
   * A table.
   *
   * @param caption what its rows are, for those who cannot see where it stands
   * @param form how it is laid out where there is little room
   * @param headings of its columns
   * @param rows as many values each as there are headings; see {@link Block}
   */
  record Grid(String caption, Form form, List<String> headings, List<List<Object>> rows)
      implements Block {
    /** How a table is laid out on a terminal. */
    public enum Form {
      /** A line for each row. */
      LINES,
      /** A paragraph for each row, headed by its first two values: much is to be said of each. */
      STANZAS
    }

    public Grid {
      headings = List.copyOf(headings);
      // a cell may be null
      rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
      for (List<Object> row : rows) {
        if (row.size() != headings.size()) {
          throw new IllegalArgumentException(
              "%d values below %d headings".formatted(row.size(), headings.size()));
        }
      }
    }
  }

  /** Amounts side by side, to be compared. */
  record Bars(String caption, List<Bar> bars) implements Block {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * @param label what it is the amount of
   * @param note more about it; may be empty
   */
  record Bar(String label, long amount, String note, Tone tone) {}

  /**
   * Amounts step by step through time, those of all series on top of each other.
   *
   * @param from when the first step begins
   * @param step how long each takes
   * @param series as many amounts each as there are steps
   * @param areLevels whether an amount says how many there were at the end of a step, so that
   *     adding them up makes no sense
   */
  record Steps(String caption, Instant from, Duration step, List<Series> series, boolean areLevels)
      implements Block {
    public Steps {
      series = List.copyOf(series);
    }

    /** Amounts that were counted in each step. */
    public Steps(String caption, Instant from, Duration step, List<Series> series) {
      this(caption, from, step, series, false);
    }
  }

  /** Amounts of one kind, in order of time. */
  record Series(String name, Tone tone, List<Long> amounts) {
    public Series {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * How long things took, each kind for itself: how they are spread, and their median and 95th
   * percentile.
   */
  record Spread(String caption, List<Sample> samples) implements Block {
    public Spread {
      samples = List.copyOf(samples);
    }
  }

  /**
   * @param durations none negative; may be empty, and are kept in order of length
   */
  record Sample(String name, Tone tone, List<Duration> durations) {
    public Sample {
      durations = durations.stream().sorted().toList();
    }

    /**
     * The shortest of them that so many are not longer than; nothing when there are none.
     *
     * @param percent from 1 to 100
     */
    public Optional<Duration> percentile(int percent) {
      int rank = (int) (((long) durations.size() * percent + 99) / 100);
      return rank == 0 ? Optional.empty() : Optional.of(durations.get(rank - 1));
    }
  }

  /** What happened when, a lane for each thing. */
  record Gantt(String caption, Instant from, Instant to, List<Lane> lanes) implements Block {
    public Gantt {
      Objects.requireNonNull(from, "from is null");
      Objects.requireNonNull(to, "to is null");
      lanes = List.copyOf(lanes);
    }
  }

  /**
   * @param id of the job, to be asked for again; null when it is none
   * @param spans in order of time
   */
  record Lane(String label, JobId id, List<Span> spans) {
    public Lane {
      spans = List.copyOf(spans);
    }
  }

  /** One phase of it. */
  record Span(String name, Instant from, Instant to, Tone tone) {}

  /** Amounts over time, small enough for a cell. */
  record Trend(List<Long> amounts) {
    public Trend {
      amounts = List.copyOf(amounts);
    }
  }
}
