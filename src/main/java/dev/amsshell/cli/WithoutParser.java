package dev.amsshell.cli;

import java.io.PrintStream;

/**
 * Stderr as the libraries of the process see it. Groovy's parser writes there by itself of what it
 * does not recognise, besides the error that it reports, which is shown in its own way.
 */
final class WithoutParser extends PrintStream {
  private static final String COMPLAINT = "unknown recognition error type";

  WithoutParser(PrintStream err) {
    super(err, true);
  }

  @Override
  public void println(String line) {
    if (line == null || !line.startsWith(COMPLAINT)) {
      super.println(line);
    }
  }
}
