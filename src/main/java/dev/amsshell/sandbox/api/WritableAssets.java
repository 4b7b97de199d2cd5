package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.Asset;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Assets are created empty, renamed and deleted (wire sheet 4.4). */
final class WritableAssets implements Creatable, Updatable, Deletable {

  /** All ways to encrypt it at once (wire sheet 4.4). */
  private static final int MOST_OPTIONS = 7;

  private final Account account;

  WritableAssets(Account account) {
    this.account = account;
  }

  @Override
  public String create(Entry entry, Set<String> known, Instant now) {
    Members asset = Members.of(entry, known);
    Asset.requireStorage(asset.text("StorageAccountName", ""));
    return account
        .createAsset(
            asset.text("Name"),
            asset.text("AlternateId"),
            asset.number("Options", 0, 0, MOST_OPTIONS),
            asset.number("FormatOption", 0, 0, 1),
            now)
        .id();
  }

  @Override
  public void update(String key, Entry entry, Set<String> known, Instant now) {
    Members changed = Members.of(entry, known);
    account.renameAsset(
        key,
        name -> changed.text("Name", name),
        alternateId -> changed.text("AlternateId", alternateId),
        now);
  }

  @Override
  public void delete(String key, Instant now) {
    account.deleteAsset(key, now);
  }
}
