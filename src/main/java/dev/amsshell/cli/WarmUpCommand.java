package dev.amsshell.cli;

import dev.amsshell.base.Io;
import dev.amsshell.repl.Repl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/**
 * Does once what runs usually do, against the built-in service, so that the launcher can record for
 * its start-up archive what they load. Leaves nothing behind.
 */
final class WarmUpCommand implements Command {
  private static final String SCRIPT =
      """
      def job = ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1')
      println "${job.name}: ${job.state}, ${job.progress} %"
      job.tasks.each { task -> println "$task.name $task.state" }
      if (job.state in ['Error', 'Canceled'] || job.errors) exit(1)
      assert job.state != 'canceled'
      check('the job is there') { job.name }
      """;

  private static final String JOB = "ams.job('f3c43f94-327f-2347-90bb-3bf79f8559f1')";

  private static final String PROMPT_KEYS =
      "1 + 1\r"
          + "def j = %s\r".formatted(JOB)
          + "j.st\t == PROCESSING\r"
          + "ams.jobs.failed.newest(3)\r"
          + "{ ->\r}\r1 +* 2\r"
          + ":quit\r";

  @Override
  public String name() {
    return "warm-up";
  }

  @Override
  public String summary() {
    return "";
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    try {
      Path folder = Files.createTempDirectory("ams-shell");
      try {
        run(folder, process);
      } finally {
        delete(folder);
      }
      return ExitCode.SUCCESS.code();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Path folder, Process process) throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Io io = new Io(InputStream.nullInputStream(), nowhere, nowhere, false, false, false);
    Process rehearsal =
        new Process(
            io,
            new Display(nowhere, Terminals.NONE),
            process.environment(),
            new Folders(folder.resolve("cache"), folder.resolve("state"), folder.resolve("config")),
            process.clock(),
            process.redactor(),
            process.cancellation(),
            new Ending());
    Path script = Files.writeString(folder.resolve("script.groovy"), SCRIPT);
    // the second run finds the script compiled, which is how most runs find it
    for (int i = 0; i < 2; i++) {
      CommandParser.run(new String[] {"--sandbox", "run", script.toString()}, rehearsal);
    }
    List<List<String>> evaluations =
        List.of(
            List.of("table", JOB),
            List.of("table", JOB + ".tasks"),
            List.of("json", JOB),
            List.of("csv", JOB),
            List.of("table", "1 +"),
            List.of("json", "1 +"));
    for (List<String> each : evaluations) {
      CommandParser.run(
          new String[] {"eval", "--sandbox", "--output", each.get(0), each.get(1)}, rehearsal);
    }
    try (Session session = new Session(Settings.ofSandbox(), rehearsal)) {
      byte[] keys = PROMPT_KEYS.getBytes(StandardCharsets.UTF_8);
      new Repl(new SessionWorkplace(session)).rehearse(new ByteArrayInputStream(keys));
      // the input of the process itself is at an end at once
      new Repl(new SessionWorkplace(session)).run();
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (var children = Files.list(path)) {
        for (Path child : children.toList()) {
          delete(child);
        }
      }
    }
    Files.delete(path);
  }
}
