package dev.amsshell.dsl;

/** Stands between the words that change something and the service. */
@FunctionalInterface
public interface WriteGuard {
  /**
   * Lets a plan pass. Nothing was sent before, and nothing is sent otherwise.
   *
   * @throws WriteRefused when it does not
   */
  void permit(ChangePlan plan);

  /** Tells whoever watches over changes, in a line or some, what became of one. */
  default void tell(String notice) {}
}
