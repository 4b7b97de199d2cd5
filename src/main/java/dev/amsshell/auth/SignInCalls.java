package dev.amsshell.auth;

import dev.amsshell.base.Cancellation;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.Backoff;
import dev.amsshell.transport.Call;
import dev.amsshell.transport.Exchange;
import dev.amsshell.transport.Network;
import dev.amsshell.transport.Unreachable;
import java.util.function.Consumer;

/**
 * Requests for tokens. One that a directory answers with its own trouble is sent again, and so is
 * one that never reached it.
 */
final class SignInCalls {
  private final Network network;
  private final Backoff backoff;
  private final Consumer<Exchange> listener;
  private final Consumer<String> notices;

  SignInCalls(
      Network network, Backoff backoff, Consumer<Exchange> listener, Consumer<String> notices) {
    this.network = network;
    this.backoff = backoff;
    this.listener = listener;
    this.notices = notices;
  }

  /**
   * The last answer, whatever its status.
   *
   * @throws Unreachable when none came
   */
  Answer send(Call call, Cancellation wish) {
    for (int attempt = 1; ; attempt++) {
      wish.checkpoint();
      boolean isLast = attempt >= backoff.attempts();
      String trouble;
      try {
        Answer answer = network.call(call, attempt, wish, listener);
        if (isLast || !answer.isTransient()) {
          return answer;
        }
        trouble = "%s: answered %d".formatted(call.uri().getAuthority(), answer.status());
      } catch (Unreachable e) {
        if (isLast || !e.isTransient()) {
          throw e;
        }
        trouble = e.getMessage();
      }
      notices.accept(
          "%s; trying again (%d of %d)".formatted(trouble, attempt + 1, backoff.attempts()));
      wish.sleep(backoff.after(attempt));
    }
  }
}
