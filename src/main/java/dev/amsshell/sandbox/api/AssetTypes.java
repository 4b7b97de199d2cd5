package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.account.Asset;
import dev.amsshell.sandbox.account.AssetFile;
import dev.amsshell.sandbox.account.Snapshot;
import dev.amsshell.sandbox.odata.Edm;
import dev.amsshell.sandbox.odata.EntitySet;
import dev.amsshell.sandbox.odata.EntityType;
import dev.amsshell.sandbox.odata.Navigation;
import dev.amsshell.sandbox.odata.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assets and their files as the wire shows them (wire sheet 4.4). */
final class AssetTypes {

  private final Account account;

  AssetTypes(Account account) {
    this.account = account;
  }

  EntityType<AssetFile> file() {
    return new EntityType<>(
        "Files",
        "AssetFile",
        new WireKey("cid"),
        List.of(),
        List.of(
            new Property<>("Id", Edm.STRING, AssetFile::id),
            new Property<>("Name", Edm.STRING, AssetFile::name),
            new Property<>("ContentFileSize", Edm.INT64, AssetFile::size),
            new Property<>("ParentAssetId", Edm.STRING, AssetFile::assetId),
            new Property<>("EncryptionVersion", Edm.STRING, file -> null),
            new Property<>("EncryptionScheme", Edm.STRING, file -> null),
            new Property<>("IsEncrypted", Edm.BOOLEAN, file -> false),
            new Property<>("EncryptionKeyId", Edm.STRING, file -> null),
            new Property<>("InitializationVector", Edm.STRING, file -> null),
            new Property<>("IsPrimary", Edm.BOOLEAN, AssetFile::primary),
            new Property<>("LastModified", Edm.DATE_TIME, AssetFile::lastModified),
            new Property<>("Created", Edm.DATE_TIME, AssetFile::created),
            new Property<>("MimeType", Edm.STRING, AssetFile::mimeType),
            new Property<>("ContentChecksum", Edm.STRING, file -> null),
            new Property<>("Options", Edm.INT32, file -> 0)));
  }

  EntityType<Asset> asset(Snapshot snapshot) {
    return new EntityType<>(
        "Assets",
        "Asset",
        new WireKey("cid"),
        List.of(
            new Navigation<>(
                "Locators", asset -> Optional.of(nothing("Locators", "Locator", "lid"))),
            new Navigation<>(
                "ContentKeys", asset -> Optional.of(nothing("ContentKeys", "ContentKey", "kid"))),
            new Navigation<>("Files", asset -> Optional.of(files(asset))),
            new Navigation<>("ParentAssets", asset -> Optional.of(parents(asset, snapshot))),
            new Navigation<>(
                "DeliveryPolicies",
                asset ->
                    Optional.of(nothing("AssetDeliveryPolicies", "AssetDeliveryPolicy", "adpid"))),
            new Navigation<>(
                "AssetFilters",
                asset -> Optional.of(nothing("AssetFilters", "AssetFilter", "afid"))),
            notServed("StorageAccount")),
        List.of(
            new Property<>("Id", Edm.STRING, Asset::id),
            new Property<>("State", Edm.INT32, Asset::state),
            new Property<>("Created", Edm.DATE_TIME, Asset::created),
            new Property<>("LastModified", Edm.DATE_TIME, Asset::lastModified),
            new Property<>("AlternateId", Edm.STRING, Asset::alternateId),
            new Property<>("Name", Edm.STRING, Asset::name),
            new Property<>("Options", Edm.INT32, Asset::options),
            new Property<>("FormatOption", Edm.INT32, Asset::formatOption),
            new Property<>("Uri", Edm.STRING, Asset::uri),
            new Property<>("StorageAccountName", Edm.STRING, Asset::storage)));
  }

  EntitySet<Asset> assets(Snapshot snapshot) {
    return new EntitySet<>(asset(snapshot), snapshot::assets, account::asset);
  }

  EntitySet<AssetFile> files(Snapshot snapshot) {
    return new EntitySet<>(
        file(),
        () -> snapshot.assets().stream().flatMap(asset -> account.files(asset).stream()).toList(),
        account::file);
  }

  /** The assets of those ids; in the place of a deleted one stands a stub. */
  EntitySet<Asset> named(List<String> ids, Snapshot snapshot) {
    return EntitySet.of(
        asset(snapshot),
        () ->
            ids.stream()
                .map(id -> account.asset(id).orElseGet(() -> snapshot.deleted(id)))
                .toList());
  }

  private EntitySet<AssetFile> files(Asset asset) {
    return EntitySet.of(file(), () -> account.files(asset));
  }

  private EntitySet<Asset> parents(Asset asset, Snapshot snapshot) {
    return named(asset.parent() == null ? List.of() : List.of(asset.parent()), snapshot);
  }

  /** What has to do with streaming: nothing here is encrypted with a key or published. */
  private static EntitySet<String> nothing(String set, String name, String idKind) {
    EntityType<String> type =
        new EntityType<>(
            set,
            name,
            new WireKey(idKind),
            List.of(),
            List.of(new Property<>("Id", Edm.STRING, key -> key)));
    return EntitySet.of(type, ArrayList::new);
  }

  private static Navigation<Asset> notServed(String name) {
    return new Navigation<>(name, asset -> Optional.empty());
  }
}
