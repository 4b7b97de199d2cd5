package dev.amsshell.service.v2;

import dev.amsshell.query.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A predicate tree cut into filters that fit into a URL. What cannot be sent at all, or takes the
 * room that the rest needs, is evaluated here.
 *
 * @param filters what to ask for, one after another; an empty text asks for everything; none when
 *     nothing can match
 * @param sent what the service alone sees to; with what is tested here it is the whole tree
 * @param here what must be tested here, each with the reason
 * @param areDisjoint whether no row can come with two of the filters
 */
record Parts(
    List<String> filters, Condition sent, Map<Condition, String> here, boolean areDisjoint) {
  /** An account has no more pages of jobs than this (wire sheet 7.3). */
  private static final int MOST_PARTS = 50;

  Parts {
    filters = List.copyOf(filters);
  }

  /** Cuts a tree for a set, such that no filter is longer than so many characters in a URL. */
  static Parts of(Condition condition, EntitySet<?> set, int longest) {
    List<Condition> all = Conjuncts.of(condition);
    if (all.contains(Condition.FALSE)) {
      return new Parts(List.of(), Condition.FALSE, Map.of(), true);
    }
    Cutter cutter = new Cutter(all, new FilterPrinter(set), longest);
    List<Condition> sent = new ArrayList<>();
    for (Condition part : all) {
      String obstacle = Conjuncts.obstacle(part);
      if (obstacle == null) {
        sent.add(part);
      } else {
        cutter.here.put(part, obstacle);
      }
    }
    return cutter.cut(sent);
  }

  /** What must be tested here, as one condition. */
  Condition test() {
    return new Condition.All(List.copyOf(here.keySet()));
  }

  private static final class Cutter {
    private final List<Condition> all;
    private final FilterPrinter printer;
    private final int longest;
    private final Map<Condition, String> here = new LinkedHashMap<>();

    Cutter(List<Condition> all, FilterPrinter printer, int longest) {
      this.all = all;
      this.printer = printer;
      this.longest = longest;
    }

    /** The longest list of alternatives is cut; of the rest as much is sent with each as fits. */
    Parts cut(List<Condition> sent) {
      if (fits(sent)) {
        return parts(List.of(sent), true);
      }
      List<Condition> rest = new ArrayList<>(sent);
      Condition list =
          sent.stream()
              .filter(each -> alternatives(each).size() > 1)
              .filter(each -> alternatives(each).stream().allMatch(one -> fits(List.of(one))))
              .max(Comparator.comparingInt(this::length))
              .orElse(null);
      if (list == null) {
        leaveOut(rest, List.of());
        return parts(List.of(rest), true);
      }
      if (pieces(list, List.of()).size() > MOST_PARTS) {
        rest.remove(list);
        here.put(list, "so many values would take more requests than reading everything");
        return cut(rest);
      }
      rest.remove(list);
      leaveOut(
          rest,
          alternatives(list).stream().max(Comparator.comparingInt(this::length)).stream().toList());
      return parts(pieces(list, rest), list instanceof Condition.Among);
    }

    private Parts parts(List<List<Condition>> pieces, boolean areDisjoint) {
      List<Condition> sent = all.stream().filter(each -> !here.containsKey(each)).toList();
      return new Parts(
          pieces.stream().map(this::print).toList(), new Condition.All(sent), here, areDisjoint);
    }

    /** Leaves out the longest until the rest fits together with what stays for sure. */
    private void leaveOut(List<Condition> rest, List<Condition> staying) {
      while (!fits(joined(rest, staying))) {
        Condition tooLong =
            rest.stream()
                .filter(each -> !isRaw(each))
                .max(Comparator.comparingInt(this::length))
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "where(raw: ...) is too long to be sent: there is room for %d characters"
                                .formatted(longest)));
        rest.remove(tooLong);
        here.put(tooLong, "too long for a URL");
      }
    }

    /** As many of the alternatives at a time as fit. */
    private List<List<Condition>> pieces(Condition list, List<Condition> rest) {
      List<List<Condition>> pieces = new ArrayList<>();
      List<Condition> taken = new ArrayList<>();
      for (Condition alternative : alternatives(list)) {
        List<Condition> larger = joined(taken, List.of(alternative));
        if (!taken.isEmpty() && !fits(joined(rest, List.of(new Condition.Any(larger))))) {
          pieces.add(joined(rest, List.of(new Condition.Any(taken))));
          larger = List.of(alternative);
        }
        taken = larger;
      }
      pieces.add(joined(rest, List.of(new Condition.Any(taken))));
      return pieces;
    }

    private boolean fits(List<Condition> parts) {
      return parts.isEmpty() || length(new Condition.All(parts)) <= longest;
    }

    private int length(Condition condition) {
      return UrlText.encode(printer.print(condition)).length();
    }

    private String print(List<Condition> parts) {
      return parts.isEmpty() ? "" : printer.print(new Condition.All(parts));
    }

    private static List<Condition> alternatives(Condition condition) {
      if (condition instanceof Condition.Any any) {
        return any.parts();
      }
      if (condition instanceof Condition.Among among) {
        return among.values().stream()
            .<Condition>map(value -> new Condition.Among(among.property(), List.of(value)))
            .toList();
      }
      return List.of(condition);
    }

    private static boolean isRaw(Condition condition) {
      return Conjuncts.leaves(condition).anyMatch(Condition.Raw.class::isInstance);
    }

    private static List<Condition> joined(List<Condition> some, List<Condition> others) {
      List<Condition> all = new ArrayList<>(some);
      all.addAll(others);
      return all;
    }
  }
}
