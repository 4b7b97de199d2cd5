package dev.amsshell.sandbox.account;

import java.util.List;

/**
 * A job as somebody submits it (wire sheet 6.4).
 *
 * @param name may be null
 * @param templateId null unless its tasks come from a template
 * @param inputAssets ids
 * @param tasks empty when they come from a template
 */
public record NewJob(
    String name,
    int priority,
    String templateId,
    List<String> inputAssets,
    List<Subscription> subscriptions,
    List<NewTask> tasks) {

  /**
   * A task of it.
   *
   * @param name may be null
   * @param body the XML that says what it reads and writes
   */
  public record NewTask(
      String name,
      String configuration,
      String mediaProcessorId,
      String body,
      int options,
      Encryption encryption,
      List<Subscription> subscriptions) {}
}
