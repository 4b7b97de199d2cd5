package dev.amsshell.sandbox.account;

import java.util.List;
import java.util.Optional;

/** The media processors the account may use. */
public final class MediaProcessors {

  /** As captured from the service (wire sheet 4.4). */
  static final MediaProcessor STANDARD =
      processor(
          "ff4df607-d419-42f0-bc17-a481b1331e56",
          "Media Encoder Standard",
          "Encodes media for streaming and playback",
          "1.1");

  static final MediaProcessor INDEXER =
      processor(
          "233e57fc-36bb-4f6f-8f18-3b662747a9f8",
          "Azure Media Indexer",
          "Makes speech in media searchable",
          "1.3.1.0");

  /** Tasks still name it but it is no longer listed, which did happen (wire sheet 4.4). */
  static final String RETIRED_ENCODER_ID = "nb:mpid:UUID:70bdc2c3-ebf4-42a9-8542-5afc1e55d217";

  public static final List<MediaProcessor> ALL =
      List.of(
          STANDARD,
          processor(
              "77fea72b-3ce4-4d22-8b4b-87b68b4ab7ac",
              "Media Encoder Premium Workflow",
              "Encodes media as a workflow file says",
              "1.0"),
          INDEXER,
          processor(
              "5b1de9a2-64d6-4b7f-9a80-2c6b6c2ff6a1",
              "Azure Media Packager",
              "Changes the container of media without encoding it",
              "2.8.5.0"),
          processor(
              "c5a1b6cf-0a3c-4a38-a0a4-3a8be3a4c1d7",
              "Azure Media Packager",
              "Changes the container of media without encoding it",
              "2.9.0.0"));

  private MediaProcessors() {}

  static Optional<MediaProcessor> find(String id) {
    return ALL.stream().filter(processor -> processor.id().equals(id)).findFirst();
  }

  static boolean hasName(String id, String name) {
    return find(id).filter(processor -> processor.name().equals(name)).isPresent();
  }

  private static MediaProcessor processor(
      String guid, String name, String description, String version) {
    return new MediaProcessor("nb:mpid:UUID:" + guid, description, name, "", "Microsoft", version);
  }
}
