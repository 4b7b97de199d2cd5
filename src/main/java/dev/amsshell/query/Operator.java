package dev.amsshell.query;

/** How two values are compared. */
public enum Operator {
  EQUAL("=="),
  UNEQUAL("!="),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** As Groovy writes it. */
  public String symbol() {
    return symbol;
  }

  /**
   * The operator that Groovy writes so.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Operator of(String symbol) {
    for (Operator operator : values()) {
      if (operator.symbol.equals(symbol)) {
        return operator;
      }
    }
    throw new IllegalArgumentException("no operator " + symbol);
  }

  /** What holds of two values, none of them missing, exactly when this does not. */
  public Operator negated() {
    return switch (this) {
      case EQUAL -> UNEQUAL;
      case UNEQUAL -> EQUAL;
      case LESS -> AT_LEAST;
      case AT_MOST -> GREATER;
      case GREATER -> AT_MOST;
      case AT_LEAST -> LESS;
    };
  }

  /** The same with the sides exchanged. */
  public Operator flipped() {
    return switch (this) {
      case EQUAL, UNEQUAL -> this;
      case LESS -> GREATER;
      case AT_MOST -> AT_LEAST;
      case GREATER -> LESS;
      case AT_LEAST -> AT_MOST;
    };
  }

  /** Whether the order of the values decides, and not only whether they are the same. */
  public boolean isOrder() {
    return this != EQUAL && this != UNEQUAL;
  }

  /**
   * Whether it holds. Nothing equals nothing; nothing stands before or after anything.
   *
   * @param left may be null
   * @param right may be null
   */
  public boolean holds(Object left, Object right) {
    if (left == null || right == null) {
      return isOrder() ? false : (left == right) == (this == EQUAL);
    }
    int comparison = Values.compare(left, right);
    return switch (this) {
      case EQUAL -> comparison == 0;
      case UNEQUAL -> comparison != 0;
      case LESS -> comparison < 0;
      case AT_MOST -> comparison <= 0;
      case GREATER -> comparison > 0;
      case AT_LEAST -> comparison >= 0;
    };
  }
}
