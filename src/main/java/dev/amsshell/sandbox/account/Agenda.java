package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is going to happen and when. What is due at the same time happens in the order of entry. */
final class Agenda {

  private record Due(Instant at, long number, Consumer<Instant> what) {}

  private final PriorityQueue<Due> entries =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));

  private long entered;

  /**
   * @param what is given the time it was due
   */
  void add(Instant at, Consumer<Instant> what) {
    entries.add(new Due(at, entered++, what));
  }

  /** Lets everything happen that is due, and what becomes due by that. */
  void runUntil(Instant now) {
    while (!entries.isEmpty() && !entries.peek().at().isAfter(now)) {
      Due next = entries.poll();
      next.what().accept(next.at());
    }
  }
}
