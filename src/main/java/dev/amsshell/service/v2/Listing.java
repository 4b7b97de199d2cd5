package dev.amsshell.service.v2;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Order;
import dev.amsshell.query.Plan;
import dev.amsshell.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one selection is read: what is asked of the service, and what is left to be done here.
 *
 * @param set what is read
 * @param parts the filters
 * @param order what the service orders by, not encoded; empty when it does not
 * @param orderHere by what the rows are ordered here; empty when they are not
 * @param limit how many rows are wanted
 * @param trust checks that the service did its part
 */
record Listing<T>(
    EntitySet<T> set, Parts parts, String order, List<Order> orderHere, long limit, Trust trust) {
  /** So long may a URL be everywhere (wire sheet 5.3). */
  private static final int LONGEST_URL = 2048;

  /** The properties that never change once they are set. */
  private static final Set<String> LASTING =
      Set.of("id", "name", "created", "templateId", "vendor", "version", "alternateId");

  /** Room for the options beside the filter: numbers of rows and the host's own changes. */
  private static final int ROOM = 60;

  /**
   * @param root the API root, which is a part of each URL
   * @param refusedOrders those that the service does not do, as {@link #sortedSet} says them
   */
  static <T> Listing<T> of(
      Selection<T> selection, EntitySet<T> set, String root, Set<String> refusedOrders) {
    String order =
        selection.order().stream()
            .map(each -> set.name(each.property()) + (each.isDescending() ? " desc" : ""))
            .collect(Collectors.joining(","));
    int room =
        LONGEST_URL
            - root.length()
            - Request.count(set.path(), "").length()
            - UrlText.encode(order).length()
            - ROOM;
    Condition where = selection.limit() == 0 ? Condition.FALSE : selection.where();
    Parts parts = Parts.of(where, set, room);
    boolean isOrderSent =
        parts.filters().size() <= 1
            && !refusedOrders.contains(sortedSet(set, order))
            && (selection.limit() <= Pages.LARGEST || isLasting(selection.order()));
    return new Listing<>(
        set,
        parts,
        isOrderSent ? order : "",
        isOrderSent ? List.of() : selection.order(),
        selection.limit(),
        new Trust(parts.sent(), isOrderSent ? selection.order() : List.of()));
  }

  /** What moves to another place while page after page is read may be missed. */
  private static boolean isLasting(List<Order> order) {
    return order.stream().allMatch(each -> LASTING.contains(each.property().name()));
  }

  /** What is to be ordered by what, for people. */
  String sortedSet() {
    return sortedSet(set, order);
  }

  private static String sortedSet(EntitySet<?> set, String order) {
    return "$orderby=" + order + " on " + set.path();
  }

  /** How many rows the service is to give at most, of one filter. */
  long limitSent() {
    return parts.here().isEmpty() && orderHere.isEmpty() ? limit : Selection.ALL;
  }

  /** Whether the service alone can count. */
  boolean isCountable() {
    return parts.here().isEmpty() && (parts.filters().size() <= 1 || parts.areDisjoint());
  }

  /** How this would go, for people. */
  Plan plan(String root) {
    List<String> requests = new ArrayList<>();
    List<String> count = new ArrayList<>();
    int top = (int) Math.min(Pages.LARGEST, limitSent());
    for (String filter : parts.filters()) {
      requests.add("GET " + root + new Request(set.path(), filter, order, 0, top).path());
      if (isCountable()) {
        count.add("GET " + root + Request.count(set.path(), filter));
      }
    }
    return new Plan(requests, count, here(), notes());
  }

  private List<String> here() {
    List<String> here = new ArrayList<>();
    parts.here().forEach((condition, reason) -> here.add(condition + ": " + reason));
    if (!orderHere.isEmpty()) {
      here.add("order by %s: %s".formatted(Order.text(orderHere), whyHere()));
    }
    if (limit != Selection.ALL && limitSent() != limit) {
      here.add("the first %d: only known after the above".formatted(limit));
    }
    return here;
  }

  private String whyHere() {
    if (parts.filters().size() > 1) {
      return "the rows come from several requests";
    }
    return limit > Pages.LARGEST && !isLasting(orderHere)
        ? "it may change while page after page is read"
        : "the service refuses to";
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (parts.filters().isEmpty()) {
      notes.add("nothing can match, so nothing is asked");
    }
    if (parts.filters().size() > 1) {
      notes.add(
          "the filter is too long for one URL (%d characters) and goes in %d parts"
              .formatted(LONGEST_URL, parts.filters().size()));
    }
    if (limitSent() > Pages.LARGEST && !parts.filters().isEmpty()) {
      notes.add(
          "the service gives at most %d rows at a time; the next pages are asked for with $skip"
                  .formatted(Pages.LARGEST)
              + " until there are no more, each overlapping the one before by a row");
    }
    return notes;
  }
}
