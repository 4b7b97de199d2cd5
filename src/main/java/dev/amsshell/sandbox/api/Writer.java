package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.odata.EntitySet;
import dev.amsshell.sandbox.odata.Entry;
import dev.amsshell.sandbox.odata.EntryReader;
import dev.amsshell.sandbox.odata.ResourcePath.Segment;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Carries out what changes the account. */
final class Writer {

  private final Account account;
  private final Catalogue catalogue;
  private final Clock clock;
  private final Map<String, WritableSet> sets;

  Writer(Account account, Catalogue catalogue, Clock clock) {
    this.account = account;
    this.catalogue = catalogue;
    this.clock = clock;
    this.sets =
        Map.of(
            "Jobs", new WritableJobs(account),
            "Assets", new WritableAssets(account),
            "Files", new WritableFiles(account),
            "NotificationEndPoints", new WritableEndPoints(account),
            "EncodingReservedUnitTypes", new WritableReservedUnits(account));
  }

  /** What is to be added to the set of that path. */
  Entry newEntry(List<Segment> path, Request request) {
    EntitySet<?> set = set(path);
    if (path.size() != 1 || path.get(0).key() != null || !sets.containsKey(path.get(0).name())) {
      throw new Refusal(405, "POST is not allowed on this resource.");
    }
    return entry(set, request);
  }

  /**
   * What is to become a part of a new entity; the set is named as the navigation that leads to it.
   */
  Entry newPart(String navigation, Request request) {
    return entry(set(List.of(new Segment(navigation, null))), request);
  }

  /** The path of what was created. */
  List<Segment> create(String set, Entry entry) {
    return List.of(new Segment(set, writable(set).create(entry, clock.instant())));
  }

  void update(List<Segment> path, Request request) {
    EntitySet<?> set = set(path);
    String key = key(path, set, "MERGE");
    writable(path.get(0).name()).update(key, entry(set, request), clock.instant());
  }

  void delete(List<Segment> path) {
    String key = key(path, set(path), "DELETE");
    writable(path.get(0).name()).delete(key, clock.instant());
  }

  /** What the body of a request holds. */
  private static Entry entry(EntitySet<?> set, Request request) {
    return EntryReader.read(
        request.headers().get("Content-Type").orElse(null), request.body(), set.type());
  }

  private EntitySet<?> set(List<Segment> path) {
    if (path.isEmpty()) {
      throw new Refusal(405, "This resource can only be read.");
    }
    String name = path.get(0).name();
    return catalogue
        .set(name, account.at(clock.instant()))
        .orElseThrow(() -> Refusal.noSuchResource(name));
  }

  private static String key(List<Segment> path, EntitySet<?> set, String method) {
    if (path.size() != 1 || path.get(0).key() == null) {
      throw new Refusal(405, method + " is not allowed on this resource.");
    }
    return Router.key(set.type(), path.get(0));
  }

  private WritableSet writable(String set) {
    return sets.getOrDefault(set, new WritableSet() {});
  }
}
