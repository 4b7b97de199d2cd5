package dev.amsshell.cli;

import dev.amsshell.dsl.ChangePlan;
import dev.amsshell.dsl.WriteGuard;
import dev.amsshell.dsl.WriteRefused;
import java.util.function.Consumer;

/** Lets scripts change what whoever started them allows them to; there is nobody to ask. */
final class HeadlessGuard implements WriteGuard {
  private final boolean isAllowed;
  private final Consumer<String> notices;

  /**
   * @param isAllowed whether changes are
   * @param notices told of each change before it is sent, a line at a time
   */
  HeadlessGuard(boolean isAllowed, Consumer<String> notices) {
    this.isAllowed = isAllowed;
    this.notices = notices;
  }

  @Override
  public void permit(ChangePlan plan) {
    if (!isAllowed) {
      throw new WriteRefused(
          "nothing was sent; without --allow-writes no script may " + plan.summary(),
          "If that is what it should do, add --allow-writes to the command.");
    }
    tell(plan.summary());
  }

  @Override
  public void tell(String notice) {
    notice.lines().forEach(notices);
  }
}
