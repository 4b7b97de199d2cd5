package dev.amsshell.service.v2;

import dev.amsshell.query.Plan;
import dev.amsshell.query.Rows;
import dev.amsshell.query.Selection;
import dev.amsshell.service.RequestRefused;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Reads selections: as far as possible at the service, the rest here. */
final class SelectionReader {
  private static final int BAD_REQUEST = 400;

  private final Wire wire;
  private final EntitySets sets;
  private final Workers workers;
  private final Consumer<String> notices;

  /** The orders that the service refused; nobody knows beforehand (wire sheet 5.2). */
  private final Set<String> refusedOrders = ConcurrentHashMap.newKeySet();

  private final AtomicInteger mostAtATime = new AtomicInteger();

  SelectionReader(Wire wire, EntitySets sets, Workers workers, Consumer<String> notices) {
    this.wire = wire;
    this.sets = sets;
    this.workers = workers;
    this.notices = notices;
  }

  <T> Iterator<T> rows(Selection<T> selection) {
    // nothing is sent before the first row is asked for
    return Rows.concatenated(List.of(selection), this::begun);
  }

  long count(Selection<?> selection) {
    Listing<?> listing = listing(selection);
    if (!listing.isCountable()) {
      return Rows.count(rows(selection));
    }
    long count = 0;
    for (String filter : listing.parts().filters()) {
      count += wire.number(Request.count(listing.set().path(), filter));
    }
    return Math.min(count, selection.limit());
  }

  Plan plan(Selection<?> selection) {
    return listing(selection).plan(wire.root());
  }

  private <T> Listing<T> listing(Selection<T> selection) {
    return Listing.of(selection, sets.of(selection.entity()), wire.root(), refusedOrders);
  }

  /** The rows, of which the first is at hand already. */
  private <T> Iterator<T> begun(Selection<T> selection) {
    Listing<T> listing = listing(selection);
    Iterator<T> rows = rows(listing);
    try {
      rows.hasNext();
      return rows;
    } catch (RequestRefused refusal) {
      if (listing.order().isEmpty() || refusal.status() != BAD_REQUEST) {
        throw refusal;
      }
      return withoutOrder(selection, listing, refusal);
    }
  }

  /** If the request is refused without its order, too, then it was not for that. */
  private <T> Iterator<T> withoutOrder(
      Selection<T> selection, Listing<T> refused, RequestRefused refusal) {
    String order = refused.sortedSet();
    Iterator<T> rows = rows(Listing.of(selection, refused.set(), wire.root(), Set.of(order)));
    rows.hasNext();
    if (refusedOrders.add(order)) {
      notices.accept(
          "the service refuses %s, so all rows are read and ordered here (it said: %s)"
              .formatted(order, refusal.getMessage()));
    }
    return rows;
  }

  private <T> Iterator<T> rows(Listing<T> listing) {
    EntitySet<T> set = listing.set();
    Iterator<T> rows =
        Rows.concatenated(listing.parts().filters(), filter -> pages(listing, filter));
    if (!listing.parts().areDisjoint()) {
      IdSet seen = new IdSet();
      rows = Rows.matching(rows, row -> seen.add(set.entity().id().apply(row)));
    }
    if (!listing.parts().here().isEmpty()) {
      rows = Rows.matching(rows, listing.parts().test()::test);
    }
    return listing.orderHere().isEmpty()
        ? Rows.first(rows, listing.limit())
        : Rows.ordered(rows, listing.orderHere(), listing.limit());
  }

  private <T> Iterator<T> pages(Listing<T> listing, String filter) {
    EntitySet<T> set = listing.set();
    Pages.Source<T> source =
        wire.source(
            set,
            (skip, top) ->
                wire.get(new Request(set.path(), filter, listing.order(), skip, top).path()),
            listing.trust());
    return new Pages<>(source, set.entity().id(), listing.limitSent(), workers, mostAtATime);
  }
}
