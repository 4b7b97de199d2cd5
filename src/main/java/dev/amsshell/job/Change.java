package dev.amsshell.job;

/** Something that a service can be asked to do to a job. */
public sealed interface Change {
  /**
   * What it is, in words for people.
   *
   * @param jobs what it is done to, such as {@code 3 jobs}
   */
  String of(String jobs);

  /** Stops a job that is not over. */
  record Cancel() implements Change {
    @Override
    public String of(String jobs) {
      return "cancel " + jobs;
    }
  }

  /** Removes the record of a job that is over, and of its tasks. What it made stays. */
  record Delete() implements Change {
    @Override
    public String of(String jobs) {
      return "delete " + jobs;
    }
  }

  /**
   * Moves a job in the queue.
   *
   * @param value higher goes first; not less than 0
   */
  record Priority(int value) implements Change {
    public Priority {
      if (value < 0) {
        throw new IllegalArgumentException(
            "a priority is not less than 0, as %d is".formatted(value));
      }
    }

    @Override
    public String of(String jobs) {
      return "set the priority of %s to %d".formatted(jobs, value);
    }
  }
}
