package dev.amsshell.sandbox.account;

import java.util.List;
import java.util.Random;

/** Believable names of videos and of the jobs that encode them. */
final class Titles {

  private static final List<String> VIDEOS =
      List.of(
          "BigBuckBunny.mp4",
          "TearsOfSteel_1080p.mov",
          "Sintel.4k.mkv",
          "ElephantsDream.mp4",
          "Director's Cut - Reel 2.mxf",
          "Mother's Day 2015.wmv",
          "Rock 'n' Roll Night.mp4",
          "Müller & Söhne Imagefilm.mov",
          "Straßenfest_Köln.mp4",
          "Übertragung Größe XL.mp4",
          "Café Crème (épisode 3).mp4",
          "El Niño - análisis.mp4",
          "東京タワー_夜景.mp4",
          "产品发布会-2015.mp4",
          "서울 브이로그 12.mp4",
          "Новости 19-00.ts",
          "keynote-day1-main-stage.mp4",
          "webinar_0417_final_FINAL.mp4",
          "cam04-20150211-0130.ts",
          "cam07-20150211-0145.ts",
          "Lecture 11: Fourier transforms.mp4",
          "Quarterly results Q3.mp4",
          "trailer_50%_longer.mov",
          "S02E07.ProRes422HQ.mov",
          "goal_compilation.mp4",
          "onboarding-module-5.mp4",
          "drone footage #12.mp4",
          "interview+broll.mp4",
          "ad_30s_v7.mov",
          "concert/backstage.mp4");

  private static final List<String> JOBS =
      List.of(
          "Encoding %s into H264 Adaptive bitrate MP4 set",
          "Encoding %s into H264 Adaptive bitrate MP4 set",
          "Encoding %s",
          "Encoding %s for iOS",
          "Thumbnails of %s",
          "Indexing %s",
          "%s",
          "[ingest] %s",
          "%s-retry1",
          "%s-retry2");

  private Titles() {}

  static String video(Random random) {
    return VIDEOS.get(random.nextInt(VIDEOS.size()));
  }

  /** The video at the beginning of the name of what was made from it. */
  static String videoIn(String outputName) {
    String withTask = outputName.substring(0, outputName.lastIndexOf(" - "));
    return withTask.substring(0, withTask.lastIndexOf(" - "));
  }

  static String job(Random random, String video) {
    return JOBS.get(random.nextInt(JOBS.size())).replace("%s", video);
  }
}
