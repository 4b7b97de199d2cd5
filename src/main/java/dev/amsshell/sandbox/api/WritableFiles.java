package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Files are announced in an asset; what they contain is no business of this API. */
final class WritableFiles implements Creatable {

  private final Account account;

  WritableFiles(Account account) {
    this.account = account;
  }

  @Override
  public String create(Entry entry, Set<String> known, Instant now) {
    Members file = Members.of(entry, known);
    return account
        .createFile(
            file.id("ParentAssetId", "cid"),
            file.text("Name"),
            file.size("ContentFileSize"),
            file.truth("IsPrimary"),
            file.text("MimeType"),
            now)
        .id();
  }
}
