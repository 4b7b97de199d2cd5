package dev.amsshell.sandbox.account;

import java.util.List;

/** What a task can be asked to do: a processor, a preset, and what people call such a task. */
record Recipe(String taskName, String mediaProcessorId, String configuration) {

  private static final String THUMBNAIL_PRESET =
      "{\"Version\":1.0,\"Codecs\":[{\"JpgLayers\":[{\"Quality\":90,\"Type\":\"JpgLayer\","
          + "\"Width\":\"100%\",\"Height\":\"100%\"}],\"Start\":\"{Best}\",\"Type\":\"JpgImage\"}],"
          + "\"Outputs\":[{\"FileName\":\"{Basename}_{Index}{Extension}\","
          + "\"Format\":{\"Type\":\"JpgFormat\"}}]}";

  private static final String INDEXER_CONFIGURATION =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<configuration version=\"2.0\">\r\n"
          + "  <input>\r\n    <metadata key=\"title\" value=\"\" />\r\n  </input>\r\n"
          + "  <settings />\r\n</configuration>";

  static final Recipe ADAPTIVE =
      encoding("Encode to an adaptive bitrate MP4 set", "Adaptive Streaming");
  static final Recipe THUMBNAILS = encoding("Thumbnails", THUMBNAIL_PRESET);

  /** Weighted by repetition: most of what people encode is video for streaming. */
  static final List<Recipe> ALL =
      List.of(
          ADAPTIVE,
          ADAPTIVE,
          encoding("Encode to H264 720p", "H264 Multiple Bitrate 720p"),
          encoding("Encode to H264 1080p", "H264 Multiple Bitrate 1080p"),
          encoding("Encode for iOS", "H264 Multiple Bitrate 4x3 for iOS"),
          encoding("Audio only", "AAC Good Quality Audio"),
          THUMBNAILS,
          new Recipe("Index the speech", MediaProcessors.INDEXER.id(), INDEXER_CONFIGURATION),
          new Recipe(
              "Smooth Streaming (old encoder)",
              MediaProcessors.RETIRED_ENCODER_ID,
              "H264 Smooth Streaming 720p"));

  /** The recipes for a processor, all of them when it is null. */
  static List<Recipe> of(String processor) {
    if (processor == null) {
      return ALL;
    }
    List<Recipe> known =
        ALL.stream()
            .filter(recipe -> MediaProcessors.hasName(recipe.mediaProcessorId(), processor))
            .toList();
    return known.isEmpty()
        ? MediaProcessors.ALL.stream()
            .filter(each -> each.name().equals(processor))
            .map(each -> new Recipe(each.name(), each.id(), "Default"))
            .toList()
        : known;
  }

  private static Recipe encoding(String taskName, String configuration) {
    return new Recipe(taskName, MediaProcessors.STANDARD.id(), configuration);
  }
}
