package dev.amsshell.service.v2;

import dev.amsshell.query.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A predicate tree cut into filters that fit into a URL. What cannot be sent at all, or is too long
 * and cannot be cut, is evaluated here.
 *
 * @param filters what to ask for, one after another; an empty text asks for everything; none when
 *     nothing can match
 * @param here what must be tested here, each with the reason
 * @param areDisjoint whether no row can come with two of the filters
 */
record Parts(List<String> filters, Map<Condition, String> here, boolean areDisjoint) {
  Parts {
    filters = List.copyOf(filters);
  }

  /** Cuts a tree for a set, such that no filter is longer than so many characters in a URL. */
  static Parts of(Condition condition, EntitySet<?> set, int longest) {
    List<Condition> all = Conjuncts.of(condition);
    if (all.contains(Condition.FALSE)) {
      return new Parts(List.of(), Map.of(), true);
    }
    Map<Condition, String> here = new LinkedHashMap<>();
    List<Condition> sent = new ArrayList<>();
    for (Condition part : all) {
      String obstacle = Conjuncts.obstacle(part);
      if (obstacle == null) {
        sent.add(part);
      } else {
        here.put(part, obstacle);
      }
    }
    return new Cutter(new FilterPrinter(set), longest, here).cut(sent);
  }

  /** What must be tested here, as one condition. */
  Condition test() {
    return new Condition.All(List.copyOf(here.keySet()));
  }

  private static final class Cutter {
    private final FilterPrinter printer;
    private final int longest;
    private final Map<Condition, String> here;
    private final List<String> filters = new ArrayList<>();
    private boolean areDisjoint = true;

    Cutter(FilterPrinter printer, int longest, Map<Condition, String> here) {
      this.printer = printer;
      this.longest = longest;
      this.here = here;
    }

    Parts cut(List<Condition> sent) {
      List<Part> parts = sent.stream().map(each -> new Part(each, each)).toList();
      add(parts);
      return new Parts(filters, here, areDisjoint);
    }

    /**
     * A part of the tree that is sent.
     *
     * @param sent what is sent, which may be a piece of
     * @param whole what stood there
     */
    private record Part(Condition sent, Condition whole) {
      Part with(Condition piece) {
        return new Part(piece, whole);
      }
    }

    private void add(List<Part> parts) {
      if (fits(parts)) {
        filters.add(parts.isEmpty() ? "" : print(parts));
        return;
      }
      int longestCut = longest(parts, i -> alternatives(parts.get(i).sent()).size() > 1);
      if (longestCut >= 0) {
        cutAt(longestCut, parts);
        return;
      }
      int tooLong = longest(parts, i -> true);
      leaveOut(parts.get(tooLong));
      add(without(tooLong, parts));
    }

    /** As many of the alternatives at a time as fit. */
    private void cutAt(int index, List<Part> parts) {
      Part cut = parts.get(index);
      areDisjoint &= cut.sent() instanceof Condition.Among;
      List<Part> piece = null;
      List<Condition> taken = new ArrayList<>();
      for (Condition alternative : alternatives(cut.sent())) {
        taken.add(alternative);
        List<Part> larger = with(index, cut.with(any(taken)), parts);
        if (piece != null && !fits(larger)) {
          add(piece);
          taken = new ArrayList<>(List.of(alternative));
          larger = with(index, cut.with(alternative), parts);
        }
        piece = larger;
      }
      add(piece);
    }

    private void leaveOut(Part part) {
      if (isRaw(part.whole())) {
        throw new IllegalArgumentException(
            "where(raw: ...) is too long to be sent: a URL holds about %d characters"
                .formatted(longest));
      }
      here.put(part.whole(), "too long for a URL");
    }

    private boolean fits(List<Part> parts) {
      return parts.isEmpty() || UrlText.encode(print(parts)).length() <= longest;
    }

    private String print(List<Part> parts) {
      return printer.print(new Condition.All(parts.stream().map(Part::sent).toList()));
    }

    private int longest(List<Part> parts, IntPredicate eligible) {
      IntUnaryOperator length = i -> printer.print(parts.get(i).sent()).length();
      int found = -1;
      for (int i = 0; i < parts.size(); i++) {
        if (eligible.test(i) && (found < 0 || length.applyAsInt(i) > length.applyAsInt(found))) {
          found = i;
        }
      }
      return found;
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

    /** Of values of one property, the list of them again, so that it can be told from others. */
    private static Condition any(List<Condition> alternatives) {
      if (alternatives.get(0) instanceof Condition.Among first
          && alternatives.stream()
              .allMatch(
                  each ->
                      each instanceof Condition.Among among
                          && among.property().equals(first.property()))) {
        return new Condition.Among(
            first.property(),
            alternatives.stream()
                .flatMap(each -> ((Condition.Among) each).values().stream())
                .toList());
      }
      return alternatives.size() == 1 ? alternatives.get(0) : new Condition.Any(alternatives);
    }

    private static boolean isRaw(Condition condition) {
      return condition instanceof Condition.Raw
          || condition instanceof Condition.Not not && isRaw(not.part())
          || condition instanceof Condition.All all && all.parts().stream().anyMatch(Cutter::isRaw)
          || condition instanceof Condition.Any any && any.parts().stream().anyMatch(Cutter::isRaw);
    }

    private static List<Part> with(int index, Part part, List<Part> parts) {
      List<Part> copy = new ArrayList<>(parts);
      copy.set(index, part);
      return copy;
    }

    private static List<Part> without(int index, List<Part> parts) {
      List<Part> copy = new ArrayList<>(parts);
      copy.remove(index);
      return copy;
    }
  }
}
