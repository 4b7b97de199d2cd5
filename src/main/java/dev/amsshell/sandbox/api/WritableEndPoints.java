package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.EndPointTable;
import dev.amsshell.sandbox.account.NotificationEndPoint;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Notification end points are created, changed and deleted (wire sheet 4.4). */
final class WritableEndPoints implements Creatable, Updatable, Deletable {

  private static final int WEB_HOOK = 3;

  private static final NotificationEndPoint NOTHING_YET =
      new NotificationEndPoint(null, null, null, 0, null, 0, null, null, 0);

  private final EndPointTable endPoints;

  WritableEndPoints(EndPointTable endPoints) {
    this.endPoints = endPoints;
  }

  @Override
  public String create(Entry entry, Set<String> known, Instant now) {
    return endPoints.add(changed(NOTHING_YET, Members.of(entry, known)), now).id();
  }

  @Override
  public void update(String key, Entry entry, Set<String> known, Instant now) {
    Members changes = Members.of(entry, known);
    endPoints.change(key, before -> changed(before, changes));
  }

  @Override
  public void delete(String key, Instant now) {
    endPoints.remove(key);
  }

  private static NotificationEndPoint changed(NotificationEndPoint before, Members point) {
    // One client sends type 0 with every change of a name.
    int given = point.number("EndPointType", 0);
    int type = given == 0 ? before.type() : given;
    String address = point.text("EndPointAddress", before.address());
    if (type < 1 || type > WEB_HOOK) {
      throw Refusal.badRequest("The property 'EndPointType' is a number from 1 to 3.");
    }
    if (address == null || address.isBlank()) {
      throw Refusal.badRequest("The property 'EndPointAddress' is required.");
    }
    return new NotificationEndPoint(
        before.id(),
        point.text("Name", before.name()),
        before.created(),
        type,
        address,
        point.number("CredentialType", before.credentialType(), 0, 1),
        point.text("EncryptedEndPointCredential", before.encryptedCredential()),
        point.text("ProtectionKeyId", before.protectionKeyId()),
        point.number("ProtectionKeyType", before.protectionKeyType()));
  }
}
