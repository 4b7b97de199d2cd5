package dev.amsshell.service.v2;

import dev.amsshell.job.Retry;

/** Whether a task that failed with a code is worth another try (wire sheet 7.4). */
final class RetryAdvice {
  private RetryAdvice() {}

  /**
   * Input and configuration stay wrong, the service's own troubles pass, of the rest nobody knows.
   */
  static Retry of(String code) {
    return switch (code) {
      case "ErrorDownloadingInputAssetMalformedContent",
          "ErrorParsingConfiguration",
          "ErrorExecutingTaskMalformedContent",
          "ErrorExecutingTaskUnsupportedFormat",
          "UserInput" ->
          Retry.NO;
      case "ErrorDownloadingInputAssetServiceFailure",
          "ErrorUploadingOutputAsset",
          "TransientError" ->
          Retry.YES;
      default -> Retry.MAYBE;
    };
  }
}
