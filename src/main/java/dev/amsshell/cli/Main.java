package dev.amsshell.cli;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Io;
import dev.amsshell.base.Redactor;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the program starts and ends. */
public final class Main {
  /** How long a script may take to unwind once it is told to stop. */
  private static final Duration GRACE = Duration.ofMillis(80);

  private Main() {}

  public static void main(String[] args) {
    Terminals terminals = Terminals.detect();
    Stdout stdout = new Stdout();
    PrintStream out = utf8(terminals.out() ? new SafeTerminalStream(stdout) : stdout);
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    // classes in scripts print there, past the output that the script itself is given
    System.setOut(out);
    System.setErr(err);
    Io io = new Io(System.in, out, err, terminals.in(), terminals.out(), terminals.err());
    Cancellation cancellation = new Cancellation();
    stdout.onFailure(cancellation::cancel);
    CountDownLatch done = endGracefully(cancellation);

    int code = run(args, io, cancellation);

    try {
      out.flush();
    } catch (Stdout.Closed e) {
      // told below
    }
    if (stdout.failure() != null) {
      code = outputFailed(stdout, err);
    }
    done.countDown();
    System.exit(code);
  }

  private static int run(String[] args, Io io, Cancellation cancellation) {
    Folders folders =
        Folders.of(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
    Process process =
        new Process(io, System.getenv(), folders, Clock.systemUTC(), new Redactor(), cancellation);
    try {
      return CommandParser.run(args, process);
    } catch (Stdout.Closed e) {
      return ExitCode.OUTPUT_CLOSED.code();
    }
  }

  /**
   * Ctrl-C and termination end the process by the JVM's own rules, which give the right exit codes;
   * all there is to do is to let a running script end its work, within limits.
   */
  private static CountDownLatch endGracefully(Cancellation cancellation) {
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  cancellation.cancel();
                  try {
                    done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "shutdown"));
    return done;
  }

  private static int outputFailed(Stdout stdout, PrintStream err) {
    if (stdout.isClosed()) {
      return ExitCode.OUTPUT_CLOSED.code();
    }
    err.println("ams-shell: cannot write the output: " + stdout.failure().getMessage());
    return ExitCode.SCRIPT.code();
  }

  private static PrintStream utf8(OutputStream sink) {
    return new PrintStream(sink, true, StandardCharsets.UTF_8);
  }
}
