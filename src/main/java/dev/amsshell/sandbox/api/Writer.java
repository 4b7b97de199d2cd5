package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.odata.EntitySet;
import dev.amsshell.sandbox.odata.Entry;
import dev.amsshell.sandbox.odata.EntryReader;
import dev.amsshell.sandbox.odata.ResourcePath.Segment;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out what changes the account. */
final class Writer {

  private final Account account;
  private final Catalogue catalogue;
  private final Clock clock;
  private final Map<String, Creatable> creatable;
  private final Map<String, Updatable> updatable;
  private final Map<String, Deletable> deletable;

  Writer(Account account, Catalogue catalogue, Clock clock) {
    this.account = account;
    this.catalogue = catalogue;
    this.clock = clock;
    WritableJobs jobs = new WritableJobs(account, () -> set("Tasks").type().memberNames());
    WritableAssets assets = new WritableAssets(account);
    WritableEndPoints endPoints = new WritableEndPoints(account.endPoints());
    this.creatable =
        Map.of(
            "Jobs", jobs,
            "Assets", assets,
            "Files", new WritableFiles(account),
            "NotificationEndPoints", endPoints);
    this.updatable =
        Map.of(
            "Jobs", jobs,
            "Assets", assets,
            "NotificationEndPoints", endPoints,
            "EncodingReservedUnitTypes", new WritableReservedUnits(account));
    this.deletable = Map.of("Jobs", jobs, "Assets", assets, "NotificationEndPoints", endPoints);
  }

  /** What is to be added to the set of that path. */
  Entry newEntry(List<Segment> path, Request request) {
    requireAllowed(path, Verb.CREATE, request);
    return entry(path.get(0).name(), request);
  }

  /**
   * What is to become a part of a new entity; the set is named as the navigation that leads to it.
   */
  Entry newPart(String navigation, Request request) {
    return entry(navigation, request);
  }

  /** The path of what was created. */
  List<Segment> create(String set, Entry entry) {
    Set<String> known = set(set).type().memberNames();
    return List.of(new Segment(set, creatable.get(set).create(entry, known, clock.instant())));
  }

  void update(List<Segment> path, Request request) {
    requireAllowed(path, Verb.UPDATE, request);
    EntitySet<?> set = set(path.get(0).name());
    Entry entry = entry(path.get(0).name(), request);
    updatable
        .get(path.get(0).name())
        .update(
            Router.key(set.type(), path.get(0)), entry, set.type().memberNames(), clock.instant());
  }

  void delete(List<Segment> path, Request request) {
    requireAllowed(path, Verb.DELETE, request);
    EntitySet<?> set = set(path.get(0).name());
    deletable.get(path.get(0).name()).delete(Router.key(set.type(), path.get(0)), clock.instant());
  }

  private void requireAllowed(List<Segment> path, Verb verb, Request request) {
    Set<Verb> allowed = allowed(path);
    if (!allowed.contains(verb)) {
      throw Refusal.notAllowed(
          request.method() + " is not allowed on this resource.",
          Stream.concat(Stream.of(Verb.READ), allowed.stream())
              .map(Verb::methods)
              .collect(Collectors.joining(", ")));
    }
  }

  /** Entities are added to a set, and changed and deleted by their keys. */
  private Set<Verb> allowed(List<Segment> path) {
    if (path.isEmpty()) {
      return Set.of();
    }
    String name = path.get(0).name();
    set(name);
    Set<Verb> allowed = EnumSet.noneOf(Verb.class);
    if (path.size() == 1 && path.get(0).key() == null) {
      addIf(creatable.containsKey(name), Verb.CREATE, allowed);
    } else if (path.size() == 1) {
      addIf(updatable.containsKey(name), Verb.UPDATE, allowed);
      addIf(deletable.containsKey(name), Verb.DELETE, allowed);
    }
    return allowed;
  }

  private static void addIf(boolean condition, Verb verb, Set<Verb> verbs) {
    if (condition) {
      verbs.add(verb);
    }
  }

  private Entry entry(String set, Request request) {
    return EntryReader.read(
        request.headers().get("Content-Type").orElse(null), request.body(), set(set).type());
  }

  private EntitySet<?> set(String name) {
    return catalogue
        .set(name, account.at(clock.instant()))
        .orElseThrow(() -> Refusal.noSuchResource(name));
  }
}
