package dev.amsshell.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Which columns of a table there is room for, and how wide they are.
 *
 * @param widths the columns side by side, in order, with their widths
 * @param below the id, when it is on a line of its own
 * @param dropped those there is no room for
 */
record Layout(Map<Column, Integer> widths, Optional<Column> below, List<Column> dropped) {
  static final int GAP = 2;

  private static final int TINY = 4;

  /**
   * @param natural all columns in order, each with the width of its widest cell
   * @param room the width of a line
   */
  static Layout of(Map<Column, Integer> natural, int room) {
    Map<Column, Integer> widths = new LinkedHashMap<>(natural);
    Optional<Column> below = Optional.empty();
    List<Column> dropped = new ArrayList<>();
    if (leastOfAlways(widths) > room) {
      below = widths.keySet().stream().filter(c -> c.kind() == Column.Kind.ID).findFirst();
      below.ifPresent(widths::remove);
    }
    while (least(widths) > room) {
      Optional<Column> next =
          widths.keySet().stream()
              .filter(column -> column.keep() != Column.ALWAYS)
              .min(Comparator.comparingInt(Column::keep));
      if (next.isEmpty()) {
        break;
      }
      widths.remove(next.get());
      dropped.add(next.get());
    }
    shrink(widths, room);
    return new Layout(widths, below, dropped);
  }

  /** Takes from the widest text first, down to what is useful, then below it. */
  private static void shrink(Map<Column, Integer> widths, int room) {
    widths.replaceAll(
        (column, width) -> column.kind() == Column.Kind.TEXT ? Math.min(width, room) : width);
    Map<Column, Integer> natural = Map.copyOf(widths);
    while (total(widths) > room) {
      Optional<Column> widest = widestAbove(widths, column -> column.least(natural.get(column)));
      if (widest.isEmpty()) {
        widest = widestAbove(widths, column -> TINY);
      }
      if (widest.isEmpty()) {
        return;
      }
      widths.merge(widest.get(), -1, Integer::sum);
    }
  }

  private static Optional<Column> widestAbove(
      Map<Column, Integer> widths, ToIntFunction<Column> least) {
    return widths.keySet().stream()
        .filter(column -> column.kind() == Column.Kind.TEXT)
        .filter(column -> widths.get(column) > least.applyAsInt(column))
        .max(Comparator.comparingInt(widths::get));
  }

  private static long total(Map<Column, Integer> widths) {
    long sum = widths.values().stream().mapToLong(Integer::longValue).sum();
    return sum + (long) GAP * Math.max(0, widths.size() - 1);
  }

  private static long least(Map<Column, Integer> widths) {
    Map<Column, Integer> least = new LinkedHashMap<>(widths);
    least.replaceAll(Column::least);
    return total(least);
  }

  private static long leastOfAlways(Map<Column, Integer> widths) {
    Map<Column, Integer> always = new LinkedHashMap<>(widths);
    always.keySet().removeIf(column -> column.keep() != Column.ALWAYS);
    return least(always);
  }
}
