package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.http.Refusal;
import java.time.Instant;

/**
 * A set of files (wire sheet 4.4).
 *
 * @param name may be null
 * @param alternateId free for clients to use, may be null
 * @param state 0 Initialized, 1 Published, 2 Deleted
 * @param options how it is encrypted, 0 for not at all
 * @param formatOption 0 NoFormat, 1 AdaptiveStreaming
 * @param storage the name of the storage account, null for what was deleted
 * @param parent the asset it was made from, null for an original
 * @param content what files it holds besides those that clients have named
 */
public record Asset(
    String id,
    String name,
    String alternateId,
    int state,
    int options,
    int formatOption,
    String storage,
    String parent,
    Content content,
    Instant created,
    Instant lastModified) {

  /** What an asset holds. */
  public enum Content {
    NOTHING,
    SOURCE,
    ENCODED
  }

  /** The storage account of everything that is made here. */
  public static final String STORAGE = "amsshellmedia";

  /**
   * There is one storage account (wire sheet 7.2).
   *
   * @param name empty for whatever there is
   */
  public static void requireStorage(String name) {
    if (!name.isEmpty() && !name.equals(STORAGE)) {
      throw new Refusal(404, "There is no storage account '" + name + "' in the account.");
    }
  }

  /** What is shown in the place of an asset that was deleted (wire sheet 4.4). */
  static Asset deleted(String id, Instant now) {
    return new Asset(id, "Nonexistent Asset", null, 2, 0, 0, null, null, Content.NOTHING, now, now);
  }

  static Asset made(String id, String name, String parent, Content content, Instant at) {
    return new Asset(id, name, null, 0, 0, 0, STORAGE, parent, content, at, at);
  }

  /** The address of its blob container, null for what was deleted. */
  public String uri() {
    return storage == null
        ? null
        : "https://" + storage + ".blob.core.windows.net/asset-" + WireId.guidOf(id);
  }

  Asset holding(Content files, Instant at) {
    return new Asset(
        id, name, alternateId, state, options, formatOption, storage, parent, files, created, at);
  }

  Asset renamed(String newName, String newAlternateId, Instant at) {
    return new Asset(
        id,
        newName,
        newAlternateId,
        state,
        options,
        formatOption,
        storage,
        parent,
        content,
        created,
        at);
  }
}
