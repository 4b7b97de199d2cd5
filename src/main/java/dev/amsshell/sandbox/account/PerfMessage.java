package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.util.Locale;

/** The free multi-line text an encoder leaves behind (wire sheet 4.2, line ends mixed as there). */
final class PerfMessage {

  private PerfMessage() {}

  static String of(Task task) {
    long wall = Duration.between(task.timeline().started(), task.timeline().ended()).toMillis();
    return String.format(
        Locale.ROOT,
        "Mediatask %s: Download: %s\nEncode: %s\r\nCPU Usage : %.2f %%\nUpload(optimized): %s\n",
        task.mediaTaskId(),
        clock(wall / 5),
        clock(Math.round(wall * task.work().processorShare())),
        100 * task.work().processorShare() / 4,
        clock(wall / 50));
  }

  private static String clock(long millis) {
    long seconds = millis / 1000;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%02d",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        millis % 1000 / 10);
  }
}
