package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.time.Instant;
import java.util.Set;

/** Files are announced in an asset; what they contain is no business of this API. */
final class WritableFiles implements WritableSet {

  private final Account account;

  WritableFiles(Account account) {
    this.account = account;
  }

  @Override
  public Set<Verb> verbs() {
    return Set.of(Verb.CREATE);
  }

  @Override
  public String create(Entry entry, Set<String> known, Instant now) {
    Members file = Members.of(entry, known);
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
            file.size("ContentFileSize"),
            file.truth("IsPrimary"),
            file.text("MimeType"),
            now)
        .id();
  }
}
