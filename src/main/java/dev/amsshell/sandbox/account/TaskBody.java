package dev.amsshell.sandbox.account;

import java.util.List;

/** Which assets a task reads and which it writes (wire sheet 6.4). */
public record TaskBody(List<Input> inputs, List<Output> outputs) {

  /**
   * An asset to read.
   *
   * @param produced whether another task of the job writes it
   * @param index its number among the job's input assets or output assets
   */
  public record Input(boolean produced, int index) {
    private String text() {
      return (produced ? "JobOutputAsset(" : "JobInputAsset(") + index + ")";
    }
  }

  /**
   * An asset to write.
   *
   * @param index its number among the job's output assets
   * @param assetId the asset, which exists from the moment the job is created
   * @param options how it is encrypted, 0 for not at all
   */
  public record Output(
      int index, String assetId, String name, int options, int formatOption, String storage) {}

  /**
   * The XML as the service rewrites it on read. It says utf-16, though it travels as UTF-8: the
   * service did so too (wire sheet 4.2).
   */
  public String text() {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<taskBody>");
    for (Input input : inputs) {
      xml.append("\r\n  <inputAsset>").append(input.text()).append("</inputAsset>");
    }
    for (Output output : outputs) {
      xml.append("\r\n  <outputAsset assetCreationOptions=\"")
          .append(output.options())
          .append("\" assetFormatOption=\"")
          .append(output.formatOption())
          .append("\" assetName=\"")
          .append(escape(output.name()))
          .append("\" storageAccountName=\"")
          .append(escape(output.storage()))
          .append("\">JobOutputAsset(")
          .append(output.index())
          .append(")</outputAsset>");
    }
    return xml.append("\r\n</taskBody>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
