package dev.amsshell.service.v2;

import dev.amsshell.query.Plan;
import dev.amsshell.query.Rows;
import dev.amsshell.query.Selection;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.transport.Answer;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Reads selections: as far as possible at the service, the rest here. */
final class Listings {
  private static final int BAD_REQUEST = 400;

  private final Wire wire;
  private final EntitySets sets;
  private final Workers workers;
  private final Consumer<String> notices;

  /** The sets that the service would not order; nobody knows beforehand (wire sheet 5.2). */
  private final Set<String> unordered = ConcurrentHashMap.newKeySet();

  Listings(Wire wire, EntitySets sets, Workers workers, Consumer<String> notices) {
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
      long count = 0;
      for (Iterator<?> rows = rows(selection); rows.hasNext(); rows.next()) {
        count++;
      }
      return count;
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
    EntitySet<T> set = sets.of(selection.entity());
    return Listing.of(selection, set, wire.root(), !unordered.contains(set.path()));
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
    EntitySet<T> set = refused.set();
    Iterator<T> rows =
        rows(
            Listing.of(selection, set, wire.root(), false),
            () -> orderRefused(set, refused, refusal));
    rows.hasNext();
    return rows;
  }

  private void orderRefused(EntitySet<?> set, Listing<?> refused, RequestRefused refusal) {
    if (unordered.add(set.path())) {
      notices.accept(
          "the service refuses $orderby=%s on %s, so all rows are read and ordered here (it said: %s)"
              .formatted(refused.order(), set.path(), refusal.getMessage()));
    }
  }

  private <T> Iterator<T> rows(Listing<T> listing) {
    return rows(listing, () -> {});
  }

  /**
   * @param onFirst run when the service has answered for the first time
   */
  private <T> Iterator<T> rows(Listing<T> listing, Runnable onFirst) {
    EntitySet<T> set = listing.set();
    Iterator<T> rows =
        Rows.concatenated(listing.parts().filters(), filter -> pages(listing, filter, onFirst));
    if (!listing.parts().areDisjoint()) {
      IdSet seen = new IdSet();
      rows = Rows.matching(rows, row -> seen.add(set.entity().id().apply(row)));
    }
    if (!listing.parts().here().isEmpty()) {
      rows = Rows.matching(rows, listing.test()::test);
    }
    return listing.orderHere().isEmpty()
        ? Rows.first(rows, listing.limit())
        : Rows.ordered(rows, listing.orderHere(), listing.limit());
  }

  private <T> Iterator<T> pages(Listing<T> listing, String filter, Runnable onFirst) {
    EntitySet<T> set = listing.set();
    Pages.Source<T> source =
        new Pages.Source<>() {
          @Override
          public Pages.Page<T> read(long skip, int top) {
            String path = new Request(set.path(), filter, listing.order(), skip, top).path();
            Pages.Page<T> page = page(wire.get(path), set);
            onFirst.run();
            return page;
          }

          @Override
          public Pages.Page<T> follow(String next) {
            return page(wire.get(NextLink.below(next, wire.root())), set);
          }
        };
    return new Pages<>(source, set.entity().id(), listing.limitSent(), workers);
  }

  private static <T> Pages.Page<T> page(Answer answer, EntitySet<T> set) {
    Payload.Page page = Payload.page(answer);
    return new Pages.Page<>(page.rows().stream().map(set.decoder()).toList(), page.next());
  }
}
