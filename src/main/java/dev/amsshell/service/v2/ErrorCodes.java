package dev.amsshell.service.v2;

import dev.amsshell.job.Origin;
import dev.amsshell.job.Retry;

/** What the codes of failed tasks mean, as far as that is documented (wire sheet 7.4). */
final class ErrorCodes {
  private ErrorCodes() {}

  /**
   * Input and configuration stay wrong, the service's own troubles pass, of the rest nobody knows.
   */
  static Retry retry(String code) {
    return switch (origin(code)) {
      case INPUT, CONFIGURATION -> Retry.NO;
      case SERVICE -> Retry.YES;
      case UNKNOWN -> Retry.MAYBE;
    };
  }

  /** Whose fault it is. */
  static Origin origin(String code) {
    return switch (code) {
      case "ErrorDownloadingInputAssetMalformedContent",
          "ErrorExecutingTaskMalformedContent",
          "ErrorExecutingTaskUnsupportedFormat",
          "UserInput" ->
          Origin.INPUT;
      case "ErrorParsingConfiguration" -> Origin.CONFIGURATION;
      case "ErrorDownloadingInputAssetServiceFailure",
          "ErrorUploadingOutputAsset",
          "TransientError" ->
          Origin.SERVICE;
      default -> Origin.UNKNOWN;
    };
  }
}
