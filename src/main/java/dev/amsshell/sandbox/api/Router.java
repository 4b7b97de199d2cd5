package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.MediaProcessors;
import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.EntitySet;
import dev.amsshell.sandbox.odata.EntityType;
import dev.amsshell.sandbox.odata.Property;
import dev.amsshell.sandbox.odata.QueryOptions;
import dev.amsshell.sandbox.odata.Resource;
import dev.amsshell.sandbox.odata.ResourcePath.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Walks a path through the account to what it names. */
public final class Router {

  private final Account account;

  public Router(Account account) {
    this.account = account;
  }

  public Resource find(List<Segment> path, QueryString query, Instant now) {
    if (path.isEmpty() || !path.get(0).name().equalsIgnoreCase("api")) {
      throw Refusal.noSuchResource(path.isEmpty() ? "/" : path.get(0).name());
    }
    Map<String, EntitySet<?>> sets = sets(now);
    if (path.size() == 1) {
      QueryOptions.none(query);
      return new Resource.ServiceDocument(sets.keySet().stream().sorted().toList());
    }
    Segment first = path.get(1);
    if (first.name().equals("CancelJob")) {
      throw new Refusal(501, "This sandbox does not cancel jobs.");
    }
    EntitySet<?> set = sets.get(first.name());
    if (set == null) {
      throw Refusal.noSuchResource(first.name());
    }
    return inSet(set, first, path.subList(2, path.size()), query);
  }

  private Map<String, EntitySet<?>> sets(Instant now) {
    return Map.of(
        "Jobs",
        new EntitySet<>(Model.JOB, () -> account.newestFirst(now), id -> account.find(id, now)),
        "Tasks",
        EntitySet.of(
            Model.TASK,
            () -> account.newestFirst(now).stream().flatMap(job -> job.tasks().stream()).toList()),
        "MediaProcessors",
        EntitySet.of(Model.MEDIA_PROCESSOR, () -> MediaProcessors.ALL));
  }

  private static <T> Resource inSet(
      EntitySet<T> set, Segment segment, List<Segment> rest, QueryString query) {
    if (segment.key() != null) {
      return inEntity(set.type(), entity(set, segment), rest, query);
    }
    if (rest.isEmpty()) {
      QueryOptions<T> options = QueryOptions.ofRows(query, set.type());
      return new Resource.Rows<>(set.type(), options.page(set.rows().get()), options.selection());
    }
    if (rest.size() == 1 && rest.get(0).equals(new Segment("$count", null))) {
      return new Resource.Count(QueryOptions.ofCount(query, set.type()).count(set.rows().get()));
    }
    throw Refusal.noSuchResource(rest.get(0).name());
  }

  private static <T> Resource inEntity(
      EntityType<T> type, T row, List<Segment> rest, QueryString query) {
    if (rest.isEmpty()) {
      return new Resource.Single<>(type, row, QueryOptions.selectionOnly(query, type));
    }
    Segment next = rest.get(0);
    List<Segment> behind = rest.subList(1, rest.size());
    EntitySet<?> others =
        type.navigation(next.name()).flatMap(link -> link.follow().apply(row)).orElse(null);
    if (others != null) {
      return inSet(others, next, behind, query);
    }
    Property<T> property =
        type.property(next.name()).orElseThrow(() -> Refusal.noSuchResource(next.name()));
    if (next.key() != null || !behind.isEmpty()) {
      throw Refusal.noSuchResource(behind.isEmpty() ? next.name() : behind.get(0).name());
    }
    QueryOptions.none(query);
    return new Resource.Value<>(property, property.read().apply(row));
  }

  /** A malformed id is 400 and an unknown one 404 (wire sheet 6.2). */
  private static <T> T entity(EntitySet<T> set, Segment segment) {
    String id =
        set.type()
            .key()
            .canonical(segment.key())
            .orElseThrow(() -> set.type().malformedKey(segment.key()));
    return set.find().apply(id).orElseThrow(() -> Refusal.noSuchResource(segment.name()));
  }
}
