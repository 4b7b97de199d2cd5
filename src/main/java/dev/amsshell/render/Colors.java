package dev.amsshell.render;

import dev.amsshell.job.JobState;
import dev.amsshell.render.page.Tone;

/** States and tones in the colours of traffic lights; only those that ask for a look have one. */
public final class Colors {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";

  private Colors() {}

  /**
   * @param state the name of a state
   * @param text what is shown of it
   */
  static String paint(String state, String text) {
    return JobState.known().stream()
        .filter(known -> known.name().equals(state))
        .findFirst()
        .map(known -> paint(Tone.of(known), text))
        .orElse(text);
  }

  /** Text as a tone has it, for a terminal that shows colours. */
  public static String paint(Tone tone, String text) {
    String code = code(tone);
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
  }

  static String bold(String text) {
    return BOLD + text + RESET;
  }

  private static String code(Tone tone) {
    return switch (tone) {
      case BAD -> "31";
      case GOOD -> "32";
      case WARN -> "33";
      case BUSY -> "36";
      case WAITING, PLAIN -> "";
    };
  }
}
