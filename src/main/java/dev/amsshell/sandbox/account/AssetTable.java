package dev.amsshell.sandbox.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assets of an account and the files in them, in the order in which they were added. */
final class AssetTable {

  private final Map<String, Asset> byId = new LinkedHashMap<>();
  private final Map<String, List<AssetFile>> named = new HashMap<>();
  private final Listing listing;
  private List<Asset> listed;

  AssetTable(Listing listing) {
    this.listing = listing;
  }

  void put(Asset asset) {
    byId.put(asset.id(), asset);
    listed = null;
  }

  void remove(String id) {
    byId.remove(id);
    named.remove(id);
    listed = null;
  }

  int size() {
    return byId.size();
  }

  Optional<Asset> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All assets as they are now; later changes do not show in it. */
  List<Asset> listed() {
    if (listed == null) {
      listed = listing.of(new ArrayList<>(byId.values()), Asset::id);
    }
    return listed;
  }

  void addFile(AssetFile file) {
    List<AssetFile> files = new ArrayList<>(named.getOrDefault(file.assetId(), List.of()));
    files.add(file);
    named.put(file.assetId(), List.copyOf(files));
  }

  List<AssetFile> files(Asset asset) {
    List<AssetFile> own = named.getOrDefault(asset.id(), List.of());
    List<AssetFile> contents = AssetContents.of(asset);
    if (own.isEmpty()) {
      return contents;
    }
    List<AssetFile> all = new ArrayList<>(contents);
    all.addAll(own);
    return all;
  }

  Optional<AssetFile> findFile(String id) {
    return AssetContents.candidates(id).stream()
        .flatMap(asset -> find(asset).stream())
        .flatMap(asset -> AssetContents.of(asset).stream())
        .filter(file -> file.id().equals(id))
        .findFirst()
        .or(
            () ->
                named.values().stream()
                    .flatMap(List::stream)
                    .filter(file -> file.id().equals(id))
                    .findFirst());
  }
}
