package dev.amsshell.dsl;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Operator;
import dev.amsshell.query.Property;
import dev.amsshell.query.States;
import dev.amsshell.query.Times;
import dev.amsshell.query.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code since}, {@code between} and {@code longerThan} mean when a query runs. */
final class TimeRange {
  private TimeRange() {}

  /** From one moment on, the other excluded; both are a moment or so long ago; 'to' may be null. */
  static Restriction between(Entity<?> entity, Object from, Object to, Map<String, ?> options) {
    Optional<Property> chosen = chosen(entity, options);
    check(from, to);
    return (now, states) -> {
      Property property = chosen.orElseGet(() -> property(entity, States.areFinal(states)));
      List<Condition> bounds = new ArrayList<>();
      bounds.add(bound(property, Operator.AT_LEAST, moment(from, now)));
      if (to != null) {
        bounds.add(bound(property, Operator.LESS, moment(to, now)));
      }
      String word = to == null ? "since" : "between";
      String why =
          chosen.isPresent()
              ? "as asked"
              : property.name().equals("ended")
                  ? "because every state asked for is final"
                  : "because not every state asked for is final";
      String note =
          entity.find("ended").isEmpty()
              ? ""
              : "%s goes by '%s', %s".formatted(word, property, why);
      return new Restriction.Settled(new Condition.All(bounds), note);
    };
  }

  /** Wall time from the start to the end, or to now for what goes on. */
  static Restriction longerThan(Entity<?> entity, Duration least) {
    Property started = entity.property("started");
    Property ended = entity.property("ended");
    return (now, states) -> {
      // what has an end started even longer ago, so that this bound holds for both
      Condition sent = bound(started, Operator.LESS, moment(least, now));
      boolean isActive = states.stream().noneMatch(state -> state.isFinal());
      if (isActive) {
        return new Restriction.Settled(sent, "");
      }
      Condition here =
          new Condition.Here(
              "longerThan(" + least + ")",
              "the service cannot subtract times",
              row -> isLonger((Instant) started.of(row), (Instant) ended.of(row), least));
      return new Restriction.Settled(new Condition.All(List.of(sent, here)), "");
    };
  }

  private static boolean isLonger(Instant started, Instant ended, Duration least) {
    return ended == null || Duration.between(started, ended).compareTo(least) > 0;
  }

  private static Condition bound(Property property, Operator operator, Instant moment) {
    return new Condition.Comparison(
        new Operand.Of(property), operator, new Operand.Value(property.accept(moment)));
  }

  private static Property property(Entity<?> entity, boolean areFinal) {
    if (areFinal && entity.find("ended").isPresent()) {
      return entity.property("ended");
    }
    return beginning(entity);
  }

  /** When a row came to be, as far as it tells. */
  static Property beginning(Entity<?> entity) {
    return entity
        .find("created")
        .or(() -> entity.find("started"))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s do not tell when they were made".formatted(entity)));
  }

  private static Optional<Property> chosen(Entity<?> entity, Map<String, ?> options) {
    for (String option : options.keySet()) {
      if (!option.equals("on")) {
        throw new IllegalArgumentException(
            "no option '%s'; there is on: 'created'".formatted(option));
      }
    }
    if (!options.containsKey("on")) {
      return Optional.empty();
    }
    Property property = entity.property(String.valueOf(options.get("on")));
    if (property.type() != Type.TIME) {
      throw new IllegalArgumentException(
          "'%s' is %s and no time".formatted(property, property.type().label()));
    }
    return Optional.of(property);
  }

  /** What cannot be a moment is refused when the query is built. */
  private static void check(Object from, Object to) {
    Instant sample = Instant.EPOCH;
    Instant first = moment(from, sample);
    boolean areComparable = to instanceof Duration == from instanceof Duration;
    if (to != null && areComparable && !first.isBefore(moment(to, sample))) {
      throw new IllegalArgumentException(
          "between(%s, %s): the first must be before the second".formatted(from, to));
    }
  }

  private static Instant moment(Object time, Instant now) {
    return time instanceof Duration ago ? now.minus(ago) : Times.of(time);
  }
}
