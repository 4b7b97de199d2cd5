package dev.amsshell.triage;

import dev.amsshell.job.Fault;

/** What to do about a fault, as far as its origin tells. */
final class Advice {
  private Advice() {}

  static String of(Fault fault) {
    return switch (fault.origin()) {
      case INPUT ->
          "The input cannot be used: mend or replace the file, then submit the job again. As it is,"
              + " it will fail again.";
      case CONFIGURATION ->
          "What the task was told to do is wrong: mend its preset, then submit the job again. As it"
              + " is, it will fail again.";
      case SERVICE ->
          "The service's own trouble, which mostly passes: submit one of the jobs again, and the"
              + " others when it is done. If it fails for an hour, take these ids to the provider.";
      case UNKNOWN ->
          "Nobody has documented this code: read the message, submit one of the jobs again, and look"
              + " at its inputs and its preset if it fails in the same way.";
    };
  }
}
