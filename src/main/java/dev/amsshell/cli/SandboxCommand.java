package dev.amsshell.cli;

import dev.amsshell.base.Cancelled;
import dev.amsshell.sandbox.Sandbox;
import dev.amsshell.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** Serves the built-in service until stopped. */
final class SandboxCommand implements Command {
  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public String summary() {
    return "serve the built-in AMS v2 service on loopback until stopped";
  }

  @Override
  public List<Option> options() {
    return List.of(Settings.value("port", "N", "the port to serve on (default: any that is free)"));
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    int port = port(arguments.getOptionValue("port", "0"));
    SandboxOptions account = new SandboxOptions(port, settings.seed(), settings.speed(), null);
    try (Sandbox sandbox = Sandbox.start(account, process.clock())) {
      PrintStream out = process.io().out();
      // the one place where a token is shown on purpose: it opens nothing but this process
      out.println("export AMS_ENDPOINT=" + sandbox.endpoint());
      out.println("export AMS_TOKEN=" + sandbox.token());
      if (!settings.quiet() && !settings.json()) {
        process.io().err().println("ams-shell: the sandbox serves until you press Ctrl-C");
      }
      process.cancellation().sleep(ChronoUnit.FOREVER.getDuration());
      return ExitCode.SUCCESS.code();
    } catch (IOException e) {
      throw new UsageError(
          "cannot serve on port %d: %s".formatted(port, e.getMessage()),
          "Choose another --port, or leave it out for any that is free.");
    } catch (Cancelled e) {
      return ExitCode.INTERRUPTED.code();
    }
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw Settings.wrong("port", text, "a number from 1 to 65535");
  }
}
