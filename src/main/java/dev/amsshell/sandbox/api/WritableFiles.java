package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Files are announced in an asset; what they contain is no business of this API. */
final class WritableFiles implements WritableSet {

  private static final Set<String> FILE =
      Set.of(
          "Id",
          "Name",
          "ContentFileSize",
          "ParentAssetId",
          "EncryptionVersion",
          "EncryptionScheme",
          "IsEncrypted",
          "EncryptionKeyId",
          "InitializationVector",
          "IsPrimary",
          "LastModified",
          "Created",
          "MimeType",
          "ContentChecksum",
          "Options");

  private final Account account;

  WritableFiles(Account account) {
    this.account = account;
  }

  @Override
  public String create(Entry entry, Instant now) {
    Members file = Members.of(entry, FILE);
    WireKey key = new WireKey("cid");
    String asset =
        key.canonical(file.text("ParentAssetId", ""))
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        "The property 'ParentAssetId' is an id of the form "
                            + key.description()
                            + "."));
    return account
        .createFile(
            asset,
            file.text("Name"),
            file.wide("ContentFileSize", 0),
            file.truth("IsPrimary"),
            file.text("MimeType"),
            now)
        .id();
  }
}
