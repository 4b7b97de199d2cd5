package dev.amsshell.job;

import java.util.Objects;

/**
 * How much an account processes at a time.
 *
 * @param kind what the service calls the size of a unit, such as S1
 * @param units how many tasks it processes at a time; more of them wait in Queued
 * @param most how many units the account may have
 */
public record Capacity(String kind, int units, int most) {
  public Capacity {
    Objects.requireNonNull(kind, "kind is null");
  }

  @Override
  public String toString() {
    return "%d %s".formatted(units, kind);
  }
}
