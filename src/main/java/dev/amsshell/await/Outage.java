package dev.amsshell.await;

import dev.amsshell.base.Failure;
import dev.amsshell.render.Plain;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.service.UnexpectedAnswer;
import dev.amsshell.transport.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A time in which nothing can be learnt of the jobs: told when it begins and when it ends. */
final class Outage {
  private static final int BAD_REQUEST = 400;

  private final Consumer<String> tell;
  private Instant since;

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

  /** A look brought nothing. */
  void missed(Failure trouble, Instant at) {
    if (since == null) {
      since = at;
      tell.accept("cannot look at present, and goes on waiting: " + trouble.getMessage());
    }
  }

  /** A look brought something. */
  void over(Instant at) {
    if (since != null) {
      tell.accept("can look again, after " + Plain.duration(Duration.between(since, at)));
      since = null;
    }
  }

  /** When it began; null when there is none. */
  Instant since() {
    return since;
  }
}
