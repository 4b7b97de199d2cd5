package dev.amsshell.config;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command that prints a secret, such as that of a password manager. It cannot ask anything. */
final class SecretCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final int MOST_OUTPUT = 1 << 20;

  private SecretCommand() {}

  /**
   * What it prints on stdout.
   *
   * @throws ConfigurationProblem when it fails, or takes longer than a minute
   */
  static String output(String command, String label, Surroundings surroundings, Cancellation wish) {
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(shell(command));
      if (surroundings.folder().toFile().isDirectory()) {
        builder.directory(surroundings.folder().toFile());
      }
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw problem(label, command, "cannot be started: " + e.getMessage());
    }
    try (Cancellation.Registration end = wish.onCancel(() -> end(process))) {
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!hasEnded(process)) {
        wish.checkpoint();
        if (System.nanoTime() > deadline) {
          throw problem(label, command, "has not ended after " + PATIENCE.toSeconds() + " s");
        }
      }
      wish.checkpoint();
      if (process.exitValue() != 0) {
        String said = text(err).lines().findFirst().map(line -> ": " + line).orElse("");
        throw problem(label, command, "ended with exit code " + process.exitValue() + said);
      }
      return text(out);
    } finally {
      end(process);
    }
  }

  /** With what it has started, which is not known any more once it is gone. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** What it has left running may keep its output open. */
  private static String text(CompletableFuture<String> output) {
    return output.completeOnTimeout("", 1, TimeUnit.SECONDS).join();
  }

  private static boolean hasEnded(Process process) {
    try {
      return process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // whoever is cancelled finds out at a checkpoint
      return false;
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
          } catch (IOException e) {
            return "";
          }
        },
        SecretCommand::start);
  }

  /** A pool may have fewer threads than there are streams. */
  private static void start(Runnable reading) {
    Thread thread = new Thread(reading, "secret");
    thread.setDaemon(true);
    thread.start();
  }

  private static List<String> shell(String command) {
    return System.getProperty("os.name").startsWith("Windows")
        ? List.of("cmd.exe", "/c", command)
        : List.of("/bin/sh", "-c", command);
  }

  private static ConfigurationProblem problem(String label, String command, String what) {
    return new ConfigurationProblem(
        "the command for %s %s".formatted(label, SafeText.line(what)),
        "It must print the secret, and nothing else, on stdout: " + SafeText.line(command));
  }
}
