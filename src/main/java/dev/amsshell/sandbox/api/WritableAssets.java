package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.Asset;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Assets are created empty, renamed and deleted (wire sheet 4.4). */
final class WritableAssets implements WritableSet {

  private static final Set<String> ASSET =
      Set.of(
          "Id",
          "State",
          "Created",
          "LastModified",
          "AlternateId",
          "Name",
          "Options",
          "FormatOption",
          "Uri",
          "StorageAccountName");

  private final Account account;

  WritableAssets(Account account) {
    this.account = account;
  }

  @Override
  public String create(Entry entry, Instant now) {
    Members asset = Members.of(entry, ASSET);
    String storage = asset.text("StorageAccountName", "");
    if (!storage.isEmpty() && !storage.equals(Asset.STORAGE)) {
      throw new Refusal(404, "There is no storage account '" + storage + "' in the account.");
    }
    return account
        .createAsset(
            asset.text("Name"),
            asset.text("AlternateId"),
            asset.number("Options", 0),
            asset.number("FormatOption", 0),
            now)
        .id();
  }

  @Override
  public void update(String key, Entry entry, Instant now) {
    Members changed = Members.of(entry, ASSET);
    Asset asset = account.asset(key).orElseThrow(() -> Refusal.noSuchResource("Assets"));
    account.renameAsset(
        key,
        changed.text("Name", asset.name()),
        changed.text("AlternateId", asset.alternateId()),
        now);
  }

  @Override
  public void delete(String key, Instant now) {
    account.deleteAsset(key, now);
  }
}
