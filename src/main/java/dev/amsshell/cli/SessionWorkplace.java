package dev.amsshell.cli;

import dev.amsshell.base.Io;
import dev.amsshell.base.Redactor;
import dev.amsshell.check.Checked;
import dev.amsshell.config.Profile;
import dev.amsshell.dsl.WriteGuard;
import dev.amsshell.job.Job;
import dev.amsshell.render.FirstRows;
import dev.amsshell.render.Printer;
import dev.amsshell.repl.PromptSettings;
import dev.amsshell.repl.Workplace;
import dev.amsshell.script.PromptEngine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The prompt's view of a session. */
final class SessionWorkplace implements Workplace {
  /** How many rows of a value are shown without being asked for. */
  private static final int MOST_ROWS = 50;

  /** Lines of the screen that are needed for what is around the rows. */
  private static final int AROUND_ROWS = 5;

  private static final int LEAST_ROWS = 5;
  private static final int RECENT_JOBS = 100;

  private final Session session;
  private final Process process;
  private Supplier<Map<String, Object>> words;

  SessionWorkplace(Session session) {
    this.session = session;
    this.process = session.process();
  }

  private int rows() {
    int height = process.display().rows();
    return height == 0
        ? MOST_ROWS
        : Math.max(LEAST_ROWS, Math.min(MOST_ROWS, height - AROUND_ROWS));
  }

  @Override
  public String version() {
    return Version.number();
  }

  @Override
  public Map<String, String> environment() {
    return process.environment();
  }

  @Override
  public Path historyFile() {
    return process.folders().state().resolve("history");
  }

  @Override
  public Path initFile() {
    return process.folders().config().resolve("init.groovy");
  }

  @Override
  public PromptEngine engine(Consumer<Object> show, WriteGuard question, PrintStream out) {
    Io io = process.io();
    words = () -> session.promptWords(show, question);
    return new PromptEngine(
        words.get(),
        new Io(io.in(), out, io.err(), io.inTerminal(), io.outTerminal(), io.errTerminal()));
  }

  @Override
  public void print(Object value, boolean isWhole, PrintStream out) {
    Printer printer = session.console().printer(isWhole && isPaged(value), out::println);
    (isWhole || !isPaged(value) ? printer : new FirstRows(printer, this::rows)).print(value, out);
  }

  @Override
  public boolean isPaged(Object value) {
    return !(value instanceof Checked);
  }

  @Override
  public PrintStream results() {
    return process.display().out();
  }

  @Override
  public PrintStream out() {
    return process.io().out();
  }

  @Override
  public void tellBy(Consumer<String> lines) {
    session.console().tellBy(lines);
  }

  @Override
  public PromptSettings settings() {
    return session.console().settings();
  }

  @Override
  public boolean hasColor() {
    return process
        .display()
        .style(session.console().settings().now(), process.environment())
        .hasColor();
  }

  @Override
  public Object connection() {
    return session.connection();
  }

  @Override
  public Optional<String> profile() {
    return session.accounts().profile().map(Profile::name).filter(name -> !name.isEmpty());
  }

  @Override
  public List<String> profiles() {
    return session.accounts().names();
  }

  @Override
  public Map<String, Object> use(String profile) {
    session.accounts().use(profile);
    return words.get();
  }

  @Override
  public boolean isTracing() {
    return session.console().trace().isOn();
  }

  @Override
  public void trace(boolean isWanted) {
    session.console().trace().turn(isWanted);
  }

  @Override
  public List<Job> recentJobs() {
    List<Job> jobs = new ArrayList<>();
    session.quietAms().ifPresent(ams -> ams.getJobs().newest(RECENT_JOBS).forEach(jobs::add));
    return jobs;
  }

  @Override
  public Redactor redactor() {
    return process.redactor();
  }

  @Override
  public void measureBy(IntSupplier columns, IntSupplier rows) {
    process.display().measureBy(columns, rows);
  }
}
