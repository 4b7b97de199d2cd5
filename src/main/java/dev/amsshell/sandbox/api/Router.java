package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Snapshot;
import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.EntitySet;
import dev.amsshell.sandbox.odata.EntityType;
import dev.amsshell.sandbox.odata.Property;
import dev.amsshell.sandbox.odata.QueryOptions;
import dev.amsshell.sandbox.odata.Resource;
import dev.amsshell.sandbox.odata.ResourcePath.Segment;
import dev.amsshell.sandbox.odata.WireValues;
import java.util.List;

/** Walks a path below the root through the account to what it names. */
final class Router {

  private static final String LINKS = "$links";

  private final Catalogue catalogue;
  private final boolean nextLink;

  Router(Catalogue catalogue, boolean nextLink) {
    this.catalogue = catalogue;
    this.nextLink = nextLink;
  }

  /** What can be read at that path, with no options. */
  Resource find(List<Segment> path, Snapshot snapshot) {
    return find(path, new Asked("", QueryString.parse(null)), snapshot);
  }

  Resource find(List<Segment> path, Asked asked, Snapshot snapshot) {
    if (path.isEmpty()) {
      QueryOptions.none(asked.query());
      return new Resource.ServiceDocument(catalogue.names());
    }
    Segment first = path.get(0);
    EntitySet<?> set =
        catalogue
            .set(first.name(), snapshot)
            .orElseThrow(() -> Refusal.noSuchResource(first.name()));
    return inSet(set, first, path.subList(1, path.size()), asked);
  }

  /** A malformed id is 400 and an unknown one 404 (wire sheet 6.2). */
  static <T> T entity(EntitySet<T> set, Segment segment) {
    return set.find()
        .apply(key(set.type(), segment))
        .orElseThrow(() -> Refusal.noSuchResource(segment.name()));
  }

  static String key(EntityType<?> type, Segment segment) {
    return type.key().canonical(segment.key()).orElseThrow(() -> type.malformedKey(segment.key()));
  }

  private <T> Resource inSet(EntitySet<T> set, Segment segment, List<Segment> rest, Asked asked) {
    if (segment.key() != null) {
      return inEntity(set.type(), entity(set, segment), rest, asked);
    }
    if (rest.isEmpty()) {
      return page(set, asked);
    }
    if (rest.size() == 1 && rest.get(0).equals(new Segment("$count", null))) {
      return new Resource.Count(
          QueryOptions.ofCount(asked.query(), set.type()).count(set.rows().get()));
    }
    throw Refusal.noSuchResource(rest.get(0).name());
  }

  private <T> Resource page(EntitySet<T> set, Asked asked) {
    QueryOptions<T> options = QueryOptions.ofRows(asked.query(), set.type());
    List<T> rows = set.rows().get();
    boolean toldNext = nextLink && options.hasMore(rows);
    String next = toldNext ? NextPage.after(asked, options) : null;
    return new Resource.Rows<>(
        set.type(), options.page(rows), options.selection(), asked.resource(), next);
  }

  private <T> Resource inEntity(EntityType<T> type, T row, List<Segment> rest, Asked asked) {
    if (rest.isEmpty()) {
      return new Resource.Single<>(type, row, QueryOptions.selectionOnly(asked.query(), type));
    }
    Segment next = rest.get(0);
    List<Segment> behind = rest.subList(1, rest.size());
    if (next.name().equals(LINKS) && next.key() == null && behind.size() == 1) {
      QueryOptions.none(asked.query());
      return links(type, row, behind.get(0));
    }
    EntitySet<?> others =
        type.navigation(next.name()).flatMap(link -> link.follow().apply(row)).orElse(null);
    if (others != null) {
      return inSet(others, next, behind, asked);
    }
    Property<T> property =
        type.property(next.name()).orElseThrow(() -> Refusal.noSuchResource(next.name()));
    if (next.key() != null || !behind.isEmpty()) {
      throw Refusal.noSuchResource(behind.isEmpty() ? next.name() : behind.get(0).name());
    }
    QueryOptions.none(asked.query());
    return new Resource.Value<>(property, property.read().apply(row));
  }

  private static <T> Resource links(EntityType<T> type, T row, Segment navigation) {
    EntitySet<?> others =
        type.navigation(navigation.name())
            .filter(link -> navigation.key() == null)
            .flatMap(link -> link.follow().apply(row))
            .orElseThrow(() -> Refusal.noSuchResource(navigation.name()));
    return new Resource.Links(navigation.name(), addresses(others));
  }

  private static <T> List<String> addresses(EntitySet<T> set) {
    return set.rows().get().stream().map(row -> WireValues.address(set.type(), row)).toList();
  }
}
