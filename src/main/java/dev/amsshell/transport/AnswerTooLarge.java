package dev.amsshell.transport;

import java.io.IOException;

/** An answer that would fill the memory; no page of 1000 rows comes near it. */
final class AnswerTooLarge extends IOException {
  AnswerTooLarge(int limit) {
    super("its answer is larger than " + (limit >> 20) + " MiB");
  }
}
