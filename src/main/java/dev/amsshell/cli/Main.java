package dev.amsshell.cli;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Cancelled;
import dev.amsshell.base.Io;
import dev.amsshell.base.Redactor;
import dev.amsshell.base.SafeText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Where the program starts and ends. */
public final class Main {
  /** How long a script may take to unwind once it is told to stop. */
  private static final Duration GRACE = Duration.ofMillis(80);

  /** How long reports and the like may take to be written after that. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private Main() {}

  public static void main(String[] args) {
    Terminals terminals = Terminals.detect();
    Stdout stdout = new Stdout();
    PrintStream out = utf8(terminals.out() ? new SafeTerminalStream(stdout) : stdout);
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    // classes in scripts print there, past the output that the script itself is given
    System.setOut(out);
    System.setErr(new WithoutParser(err));
    Cancellation cancellation = new Cancellation();
    AtomicReference<Ending> self = new AtomicReference<>();
    Ending ending = new Ending(() -> EndSignals.tell(self.get()));
    self.set(ending);
    Process process =
        new Process(
            new Io(System.in, out, err, terminals.in(), terminals.out(), terminals.err()),
            new Display(terminals.out() ? utf8(stdout) : out, terminals),
            System.getenv(),
            Folders.of(
                System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")),
            Clock.systemUTC(),
            new Redactor(),
            cancellation,
            ending);
    stdout.onFailure(
        () -> {
          because(stdout, ending);
          cancellation.cancel();
        });
    CountDownLatch done = endGracefully(cancellation, ending);
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> tell(thread, error, process));

    int code = run(args, process);
    if (stdout.failure() != null) {
      code =
          stdout.isClosed()
              ? ExitCode.OUTPUT_CLOSED.code()
              : CommandParser.errors(args, process).outputFailed(stdout.failure()).code();
    }
    done.countDown();
    System.exit(code);
  }

  private static void because(Stdout stdout, Ending ending) {
    if (stdout.isClosed()) {
      ending.because(ExitCode.OUTPUT_CLOSED.code(), ExitCode.OUTPUT_CLOSED.meaning());
    } else {
      ending.because(ExitCode.SCRIPT.code(), ErrorReport.outputFailure(stdout.failure()));
    }
  }

  private static int run(String[] args, Process process) {
    try {
      int code = CommandParser.run(args, process);
      process.io().out().flush();
      return code;
    } catch (Stdout.Closed e) {
      return ExitCode.OUTPUT_CLOSED.code();
    }
  }

  /** A thread that a script started has failed; the script itself goes on. */
  private static void tell(Thread thread, Throwable error, Process process) {
    if (!(error instanceof Stdout.Closed || error instanceof Cancelled)) {
      String text = "the thread '" + thread.getName() + "' ended with " + error;
      process.io().err().println("ams-shell: " + SafeText.line(process.redactor().redact(text)));
    }
  }

  /**
   * Ctrl-C and termination end the process by the JVM's own rules, which give the right exit codes;
   * all there is to do is to let a running script end its work, within limits.
   */
  private static CountDownLatch endGracefully(Cancellation cancellation, Ending ending) {
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  ending.because(ExitCode.TERMINATED.code(), "interrupted");
                  cancellation.cancel();
                  try {
                    boolean isDone = done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
                    if (!isDone && ending.isAwaited()) {
                      cancellation.abandon();
                      done.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "shutdown"));
    return done;
  }

  private static PrintStream utf8(OutputStream sink) {
    return new PrintStream(sink, true, StandardCharsets.UTF_8);
  }
}
