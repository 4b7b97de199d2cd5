package dev.amsshell.await;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Progress;
import java.time.Instant;

/**
 * Where a person sees how a wait goes. One wait has one view, which is called by the thread that
 * waits and by no other.
 */
public interface ProgressView extends AutoCloseable {
  /** Whether percentages would be shown now, so that it is worth reading the tasks they are of. */
  boolean wantsTasks(Instant now);

  /**
   * A job changed its state.
   *
   * @param job as it is now; its tasks may be missing
   * @param before its state when it was last looked at; null when it never was
   */
  default void changed(Job job, JobState before) {}

  /** Something else that a person may want to know while it happens, in a line. */
  void tell(String line);

  /** How it goes now; called after each look and about every quarter of a second between. */
  void show(Progress progress);

  /** Takes what is redrawn off the screen, since somebody else is about to write there. */
  default void clear() {}

  /** The wait is over; nothing that was redrawn stays. */
  @Override
  void close();
}
