package dev.amsshell.dsl;

import dev.amsshell.query.Entity;
import dev.amsshell.query.Order;
import java.util.ArrayList;
import java.util.List;

/** Orders as people write them: {@code created desc, name}. */
final class Orders {
  private Orders() {}

  static List<Order> parse(Entity<?> entity, String text) {
    List<Order> orders = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] words = part.strip().split("\\s+");
      boolean isDescending = words.length == 2 && words[1].equalsIgnoreCase("desc");
      boolean isUnderstood =
          words.length == 1
              || isDescending
              || words.length == 2 && words[1].equalsIgnoreCase("asc");
      if (!isUnderstood || words[0].isEmpty()) {
        throw new IllegalArgumentException(
            "orderBy('%s'): write a property, then 'desc' if the greatest comes first; several with"
                    .formatted(text)
                + " commas between");
      }
      orders.add(new Order(entity.property(words[0]), isDescending));
    }
    return orders;
  }

  /** By the time at which rows came to be. */
  static List<Order> byAge(Entity<?> entity, boolean isNewestFirst) {
    return List.of(new Order(TimeRange.beginning(entity), isNewestFirst));
  }
}
