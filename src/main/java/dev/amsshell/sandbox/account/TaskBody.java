package dev.amsshell.sandbox.account;

/** The XML that wires a task's assets, as the service rewrites it on read (wire sheet 4.2). */
final class TaskBody {

  private TaskBody() {}

  /**
   * @param input such as {@code JobInputAsset(0)} or, chained, {@code JobOutputAsset(0)}
   * @param output the number of the output asset within the job
   */
  static String of(String input, int output, String outputName) {
    // It says utf-16, though it travels as UTF-8: the service did so too.
    return "<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<taskBody>\r\n  <inputAsset>"
        + input
        + "</inputAsset>\r\n  <outputAsset assetCreationOptions=\"0\" assetFormatOption=\"0\""
        + " assetName=\""
        + escape(outputName)
        + "\" storageAccountName=\"amsshellmedia\">JobOutputAsset("
        + output
        + ")</outputAsset>\r\n</taskBody>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
