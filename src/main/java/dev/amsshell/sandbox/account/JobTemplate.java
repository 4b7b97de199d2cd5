package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.List;

/** A job to be made again and again (wire sheet 4.4). */
public record JobTemplate(
    String id, String name, Instant created, String body, List<TaskTemplate> tasks) {

  /** How many assets a job of it reads. */
  public static final int INPUT_ASSETS = 1;

  /** What its task reads and writes. */
  static final String TASK_BODY =
      "<taskBody><inputAsset>JobInputAsset(0)</inputAsset>"
          + "<outputAsset>JobOutputAsset(0)</outputAsset></taskBody>";
}
