package dev.amsshell.cli;

import dev.amsshell.base.Cancelled;
import dev.amsshell.sandbox.Sandbox;
import dev.amsshell.sandbox.SandboxOptions;
import dev.amsshell.sandbox.scenario.Scenario;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
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
    return List.of(
        Settings.value("port", "N", "the port to serve on (default: any that is free)"),
        Settings.value("bind", "ADDRESS", "the address to serve at (default: loopback)"),
        Settings.value(
            "tls",
            "FILE",
            "serve https with the key in a PKCS#12 file (password: " + TlsKey.PASSWORD + ")"));
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    SandboxOptions options = options(arguments, settings, process);
    boolean tells = !settings.preferences().output().isJson();
    if (tells && !options.address().isLoopbackAddress()) {
      // even when quiet: whoever opens a door must be told
      process
          .io()
          .err()
          .println(
              "ams-shell: WARNING: the sandbox can be reached from other machines, and nothing"
                  + " protects it but its token; ams-shell itself goes to other machines by https"
                  + " alone, see --tls");
    }
    try (Sandbox sandbox = Sandbox.start(options, process.clock())) {
      PrintStream out = process.io().out();
      // the one place where a token is shown on purpose: it opens nothing but this process
      process.redactor().learn(sandbox.token());
      // in one piece, so that whoever reads one line finds the other
      out.print(
          "export AMS_ENDPOINT=%s%nexport AMS_TOKEN=%s%n"
              .formatted(sandbox.endpoint(), sandbox.token()));
      out.flush();
      if (tells && !settings.quiet()) {
        process.io().err().println("ams-shell: the sandbox serves until you press Ctrl-C");
      }
      process.cancellation().sleep(ChronoUnit.FOREVER.getDuration());
      return ExitCode.SUCCESS.code();
    } catch (IOException e) {
      throw new UsageError(
          "cannot serve at %s, port %d: %s"
              .formatted(options.address().getHostAddress(), options.port(), e.getMessage()),
          "Choose another --port, or leave it out for any that is free; an address given by --bind"
              + " must be one of this machine.");
    } catch (Cancelled e) {
      return ExitCode.INTERRUPTED.code();
    }
  }

  private static SandboxOptions options(CommandLine arguments, Settings settings, Process process) {
    int port = port(arguments.getOptionValue("port", "0"));
    SandboxOptions options = new SandboxOptions(port, settings.seed(), settings.speed(), null);
    if (settings.scenario().isPresent()) {
      options = options.with(Scenario.read(Path.of(settings.scenario().get())));
    }
    if (arguments.hasOption("bind")) {
      options = options.at(address(arguments.getOptionValue("bind")));
    }
    if (arguments.hasOption("tls")) {
      String password = process.environment().get(TlsKey.PASSWORD);
      options = options.secured(TlsKey.read(arguments.getOptionValue("tls"), password));
    }
    if (settings.verbose()) {
      PrintStream err = process.io().err();
      options = options.logging(line -> err.println(process.redactor().redact(line)));
    }
    return options;
  }

  private static InetAddress address(String text) {
    try {
      if (!text.isBlank()) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      // told below
    }
    throw Settings.wrong("bind", text, "an address of this machine, such as 0.0.0.0 for all");
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
    throw Settings.wrong("port", text, "a number from 0 to 65535, where 0 is any that is free");
  }
}
