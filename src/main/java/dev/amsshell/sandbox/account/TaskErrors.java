package dev.amsshell.sandbox.account;

import java.util.List;
import java.util.Random;

/** Ways for a task to fail: every documented code and one undocumented (wire sheet 7.4). */
final class TaskErrors {

  private static final List<ErrorDetail> ALL =
      List.of(
          new ErrorDetail("Unknown", "An unknown error has occurred."),
          new ErrorDetail(
              "ErrorDownloadingInputAssetMalformedContent",
              "The asset contains no media file that can be read. Stage: DownloadFile."),
          new ErrorDetail(
              "ErrorDownloadingInputAssetServiceFailure",
              "An error has occurred. Stage: DownloadFile. Code: System.IO.IOException."),
          new ErrorDetail(
              "ErrorParsingConfiguration",
              "Failed to parse the configuration: 'H264 Mutliple Bitrate 720p' is no known preset."
                  + " Line 1, position 1."),
          new ErrorDetail(
              "ErrorExecutingTaskMalformedContent",
              "The source file ends in the middle of a frame. Stage: Encode. Code: 0xC00D36BE."),
          new ErrorDetail(
              "ErrorExecutingTaskUnsupportedFormat",
              "Codec 'apch' in stream 0 of the source file is not supported by this processor."),
          new ErrorDetail(
              "ErrorProcessingTask",
              "An error has occurred. Stage: ProcessTask. Code: 0x80131500."
                  + "\r\nThe encoder stopped without a result."),
          new ErrorDetail(
              "ErrorUploadingOutputAsset",
              "An error has occurred. Stage: UploadFile. Code: System.Net.WebException."
                  + " The remote server returned an error: (503) Server Unavailable."),
          new ErrorDetail(
              "ErrorCancelingTask", "The task did not stop within the time allowed to cancel it."),
          new ErrorDetail(
              "TransientError", "The node that ran the task was restarted. Please try again."),
          new ErrorDetail("UserInput", "File type or codec not supported."));

  private TaskErrors() {}

  static ErrorDetail any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }
}
