package dev.amsshell.await;

import dev.amsshell.base.Failure;
import dev.amsshell.render.Plain;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.service.UnexpectedAnswer;
import dev.amsshell.transport.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A time in which not all can be learnt of the jobs: told when it begins and when it ends. */
final class Outage {
  private static final int BAD_REQUEST = 400;

  private final Consumer<String> tell;
  private Instant since;
  private boolean isBlind;

  Outage(Consumer<String> tell) {
    this.tell = tell;
  }

  /**
   * Whether a failure says nothing of the jobs, so that a wait outlasts it. What will not mend by
   * itself ends a wait: a request that is refused as wrong, credentials, TLS, a foreign redirect.
   */
  static boolean passes(Throwable trouble) {
    return trouble instanceof UnexpectedAnswer
        || trouble instanceof Unreachable unreachable && unreachable.isTransient()
        || trouble instanceof RequestRefused refused && refused.status() != BAD_REQUEST;
  }

  /** A look broke off. */
  void missed(Failure trouble, Instant at) {
    if (!isBlind) {
      // that is worse than what was told of before
      since = null;
    }
    isBlind = true;
    begin("cannot look", trouble, at);
  }

  /** A look showed all jobs, but tasks could not be read. */
  void missedTasks(Failure trouble, Instant at) {
    if (isBlind) {
      over(at);
    }
    isBlind = false;
    begin("cannot read tasks", trouble, at);
  }

  /** Nobody asks for those tasks any more. */
  void giveUpTasks() {
    since = isBlind ? since : null;
  }

  private void begin(String what, Failure trouble, Instant at) {
    if (since == null) {
      since = at;
      tell.accept(what + " at present, and goes on waiting: " + trouble.getMessage());
    }
  }

  /** A look brought all that was wanted. */
  void over(Instant at) {
    if (since != null) {
      String what = isBlind ? "look" : "read tasks";
      tell.accept(
          "can %s again, after %s".formatted(what, Plain.duration(Duration.between(since, at))));
      since = null;
    }
  }

  /** Since when nothing is known of how the jobs are; null when it is. */
  Instant since() {
    return isBlind ? since : null;
  }
}
