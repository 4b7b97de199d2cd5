package dev.amsshell.repl;

import java.util.List;

/** What {@code :set} shows and changes while the prompt runs. */
public interface PromptSettings {
  /**
   * One of them.
   *
   * @param name such as {@code output}
   * @param value as it is now; setting it again would change nothing
   * @param takes what it can be, for people
   * @param choices the values to choose from; where others are possible, too, the usual ones
   * @param help what it does, in a line
   */
  record Setting(String name, String value, String takes, List<String> choices, String help) {}

  /** All there are, as they are now. */
  List<Setting> all();

  /**
   * Changes one, from now on.
   *
   * @throws dev.amsshell.base.Failure when there is none of that name, or it cannot be that
   */
  void set(String name, String value);
}
