package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.NotificationEndPoint;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Notification end points are created, changed and deleted (wire sheet 4.4). */
final class WritableEndPoints implements WritableSet {

  private static final int WEB_HOOK = 3;

  private static final Set<String> END_POINT =
      Set.of(
          "Id",
          "Name",
          "Created",
          "EndPointType",
          "EndPointAddress",
          "CredentialType",
          "EncryptedEndPointCredential",
          "ProtectionKeyId",
          "ProtectionKeyType");

  private static final NotificationEndPoint NOTHING_YET =
      new NotificationEndPoint(null, null, null, 0, null, 0, null, null, 0);

  private final Account account;

  WritableEndPoints(Account account) {
    this.account = account;
  }

  @Override
  public String create(Entry entry, Instant now) {
    NotificationEndPoint wanted = changed(NOTHING_YET, entry);
    if (wanted.type() < 1 || wanted.type() > WEB_HOOK) {
      throw Refusal.badRequest("The property 'EndPointType' is a number from 1 to 3.");
    }
    if (wanted.address() == null || wanted.address().isBlank()) {
      throw Refusal.badRequest("The property 'EndPointAddress' is required.");
    }
    return account.createEndPoint(wanted, now).id();
  }

  @Override
  public void update(String key, Entry entry, Instant now) {
    NotificationEndPoint before =
        account.endPoints().stream()
            .filter(point -> point.id().equals(key))
            .findFirst()
            .orElseThrow(() -> Refusal.noSuchResource("NotificationEndPoints"));
    account.updateEndPoint(changed(before, entry));
  }

  @Override
  public void delete(String key, Instant now) {
    account.deleteEndPoint(key);
  }

  private static NotificationEndPoint changed(NotificationEndPoint before, Entry entry) {
    Members point = Members.of(entry, END_POINT);
    // One client sends type 0 with every change of a name.
    int type = point.number("EndPointType", 0);
    return new NotificationEndPoint(
        before.id(),
        point.text("Name", before.name()),
        before.created(),
        type == 0 ? before.type() : type,
        point.text("EndPointAddress", before.address()),
        point.number("CredentialType", before.credentialType()),
        point.text("EncryptedEndPointCredential", before.encryptedCredential()),
        point.text("ProtectionKeyId", before.protectionKeyId()),
        point.number("ProtectionKeyType", before.protectionKeyType()));
  }
}
