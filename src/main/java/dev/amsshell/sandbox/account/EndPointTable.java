package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.http.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The notification end points of an account, in the order of their creation. */
public final class EndPointTable {

  private final Map<String, NotificationEndPoint> byId = new LinkedHashMap<>();
  private final Random random;

  EndPointTable(Instant start, Random random) {
    this.random = random;
    NotificationEndPoints.at(start).forEach(point -> byId.put(point.id(), point));
  }

  /** All of them. */
  public synchronized List<NotificationEndPoint> all() {
    return List.copyOf(byId.values());
  }

  synchronized boolean has(String id) {
    return byId.containsKey(id);
  }

  /** Adds one; it is given an id. */
  public synchronized NotificationEndPoint add(NotificationEndPoint wanted, Instant now) {
    NotificationEndPoint added =
        new NotificationEndPoint(
            WireId.random("nepid", random),
            wanted.name(),
            now,
            wanted.type(),
            wanted.address(),
            wanted.credentialType(),
            wanted.encryptedCredential(),
            wanted.protectionKeyId(),
            wanted.protectionKeyType());
    byId.put(added.id(), added);
    return added;
  }

  /**
   * Gives one another name, address and so on.
   *
   * @throws Refusal when there is none of that id
   */
  public synchronized void change(String id, UnaryOperator<NotificationEndPoint> change) {
    require(id);
    byId.put(id, change.apply(byId.get(id)));
  }

  /**
   * Deletes one.
   *
   * @throws Refusal when there is none of that id
   */
  public synchronized void remove(String id) {
    require(id);
    byId.remove(id);
  }

  private void require(String id) {
    if (!has(id)) {
      throw Refusal.noSuchResource("NotificationEndPoints");
    }
  }
}
