package dev.amsshell.cli;

import dev.amsshell.dsl.ChangePlan;
import dev.amsshell.dsl.WriteGuard;
import java.util.function.Consumer;

/** Asks whoever sits at the prompt; what is drawn there waits meanwhile. */
final class PromptGuard implements WriteGuard {
  private final WriteGuard question;
  private final Consumer<Runnable> above;
  private final Consumer<String> notices;

  /**
   * @param question asks
   * @param above does something while nothing is drawn
   * @param notices told what became of a change, a line at a time
   */
  PromptGuard(WriteGuard question, Consumer<Runnable> above, Consumer<String> notices) {
    this.question = question;
    this.above = above;
    this.notices = notices;
  }

  @Override
  public void permit(ChangePlan plan) {
    above.accept(() -> question.permit(plan));
  }

  @Override
  public void tell(String notice) {
    notice.lines().forEach(notices);
  }
}
