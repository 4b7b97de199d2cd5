package dev.amsshell.repl;

import dev.amsshell.base.Cancellation;
import dev.amsshell.script.ErrorText;
import dev.amsshell.script.Outcome;
import dev.amsshell.script.PromptEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a person wants evaluated before the first input. Scripts never see it. */
final class InitFile {
  private final Path file;
  private final Consumer<String> errors;

  InitFile(Path file, Consumer<String> errors) {
    this.file = file;
    this.errors = errors;
  }

  /** Evaluates it if it exists; whatever goes wrong is told and keeps nobody from working. */
  void evaluate(PromptEngine engine, Cancellation cancellation) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Outcome outcome = engine.load(file.toString(), Files.readString(file), cancellation);
      if (outcome instanceof Outcome.CompileFailure failure) {
        errors.accept(ErrorText.of(failure));
      } else if (outcome instanceof Outcome.Thrown thrown) {
        errors.accept(ErrorText.of(thrown));
      } else if (outcome instanceof Outcome.Interrupted) {
        errors.accept(file + " was interrupted");
      } else if (outcome instanceof Outcome.Exit) {
        errors.accept(file + " cannot end the shell");
      }
    } catch (IOException e) {
      errors.accept("cannot read " + file + ": " + e.getMessage());
    }
  }
}
