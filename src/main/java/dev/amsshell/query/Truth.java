package dev.amsshell.query;

import java.util.function.Function;

/** What is known of a condition when not all of it can be told. */
public enum Truth {
  NO,
  MAYBE,
  YES;

  /** What is certain. */
  public static Truth of(boolean value) {
    return value ? YES : NO;
  }

  /**
   * What follows for a condition.
   *
   * @param leaf tells of its parts that have no parts themselves
   */
  public static Truth of(Condition condition, Function<Condition, Truth> leaf) {
    if (condition instanceof Condition.All all) {
      return all.parts().stream().map(part -> of(part, leaf)).min(Enum::compareTo).orElse(YES);
    }
    if (condition instanceof Condition.Any any) {
      return any.parts().stream().map(part -> of(part, leaf)).max(Enum::compareTo).orElse(NO);
    }
    if (condition instanceof Condition.Not not) {
      return of(not.part(), leaf).negated();
    }
    return condition instanceof Condition.Constant constant
        ? of(constant.value())
        : leaf.apply(condition);
  }

  private Truth negated() {
    return values()[YES.ordinal() - ordinal()];
  }
}
