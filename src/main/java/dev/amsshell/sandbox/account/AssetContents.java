package dev.amsshell.sandbox.account;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The files an asset holds without anybody having named them, the same ones every time. */
final class AssetContents {

  private static final int[] HEIGHTS = {1080, 720, 540, 360, 180};

  private AssetContents() {}

  static List<AssetFile> of(Asset asset) {
    return switch (asset.content()) {
      case NOTHING -> List.of();
      case SOURCE -> List.of(file(asset, 0, asset.name(), megabytes(asset, 400), true));
      case ENCODED -> encoded(asset);
    };
  }

  private static List<AssetFile> encoded(Asset asset) {
    String base = stem(asset.name());
    List<AssetFile> files = new ArrayList<>();
    files.add(file(asset, 0, base + "_manifest.xml", 8_192, false));
    files.add(file(asset, 1, base + ".ism", 2_048, true));
    for (int height : HEIGHTS) {
      String name = base + "_" + height + "p.mp4";
      files.add(file(asset, files.size(), name, megabytes(asset, height / 4), false));
    }
    return files;
  }

  /** Ids are told from those of assets by their last digits, so that a file leads to its asset. */
  private static AssetFile file(Asset asset, int index, String name, long size, boolean primary) {
    UUID guid = UUID.fromString(WireId.guidOf(asset.id()));
    UUID own = new UUID(guid.getMostSignificantBits(), guid.getLeastSignificantBits() + 1 + index);
    return new AssetFile(
        WireId.of("cid", own.toString()),
        asset.id(),
        name,
        size,
        primary,
        name.endsWith(".xml") || name.endsWith(".ism") ? "text/xml" : "video/mp4",
        asset.created(),
        asset.lastModified());
  }

  /** The asset that may hold the file of that id; the asset's own id is one of a few below it. */
  static List<String> candidates(String fileId) {
    UUID guid = UUID.fromString(WireId.guidOf(fileId));
    List<String> assets = new ArrayList<>();
    for (int below = 1; below <= HEIGHTS.length + 2; below++) {
      UUID asset = new UUID(guid.getMostSignificantBits(), guid.getLeastSignificantBits() - below);
      assets.add(WireId.of("cid", asset.toString()));
    }
    return assets;
  }

  private static long megabytes(Asset asset, int about) {
    return about * 1_000_000L + Math.floorMod(asset.id().hashCode(), 1_000_000);
  }

  private static String stem(String name) {
    String plain = name == null ? "video" : name;
    int dot = plain.indexOf('.');
    return dot > 0 ? plain.substring(0, dot) : plain;
  }
}
