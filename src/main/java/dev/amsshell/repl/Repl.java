package dev.amsshell.repl;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.dsl.Ams;
import dev.amsshell.dsl.Words;
import dev.amsshell.dsl.WriteGuard;
import dev.amsshell.script.analysis.Scope;
import dev.amsshell.script.analysis.SecretLiterals;
import dev.amsshell.script.analysis.types.StaticType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/** Reads an input, evaluates it, shows its value, and again, until the user leaves. */
public final class Repl {
  private final Workplace workplace;

  public Repl(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Runs until the user leaves; the exit code. */
  public int run() {
    try (Terminal terminal = Terminals.open(workplace.environment())) {
      return run(terminal);
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be opened", e);
    }
  }

  /** The same on a terminal that nobody sees, with keys that are pressed already. */
  public int rehearse(InputStream keys) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    try (Terminal terminal =
        new ExternalTerminal("rehearsal", "xterm", keys, nowhere, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(100, 40));
      return run(terminal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(Terminal terminal) {
    Interrupts.ignore(terminal);
    workplace.measureBy(terminal::getWidth, terminal::getHeight);
    AboveStream above = new AboveStream(workplace.out());
    PrintStream out = new PrintStream(above, true, StandardCharsets.UTF_8);
    workplace.tellBy(out::println);
    Screen screen = new Screen(workplace, terminal, new Pager(terminal, above));
    screen.tell("ams-shell " + workplace.version() + "; :help for help, :quit or Ctrl-D to leave");

    UnaryOperator<String> mask = new SecretLiterals(workplace.redactor())::masked;
    HistoryFile file = new HistoryFile(workplace.historyFile(), screen::tell);
    SharedHistory history = new SharedHistory(file, mask);
    InitFile init = new InitFile(workplace.initFile(), text -> out.println(screen.clean(text)));
    Confirmation question = new Confirmation(terminal, screen);
    EngineStart engine = engine(screen, question, out, init);
    Evaluator evaluator = new Evaluator(terminal, screen, question, engine);
    ExternalEditor editor = new ExternalEditor(workplace.environment(), terminal);
    FileNames names = new FileNames(workplace.environment());
    FileCommands files = new FileCommands(evaluator, screen, history, editor, names, mask);
    Words words = new Words();
    List<Command> all = new ArrayList<>();
    all.addAll(new HelpCommands(screen, words, all).all());
    all.addAll(new SessionCommands(evaluator, screen, init).all());
    RecentJobs jobs = new RecentJobs(workplace::recentJobs);
    all.addAll(new SettingCommands(workplace, screen, evaluator, jobs).all());
    all.addAll(files.all());
    Commands commands = new Commands(all);

    Inputs inputs = new Inputs(commands, words, () -> scope(engine, jobs));
    LineReaderImpl reader = LineReaders.create(terminal, inputs, history, workplace);
    Responses responses = new Responses(terminal, screen, commands, inputs, evaluator);
    // the prompt comes first: on few processors each would wait for the other
    Keys keys = new Keys(reader, inputs);
    keys.bind(engine::begin);
    engine.whenReady(jobs::refresh);
    // the first one takes long, as Groovy has many methods
    engine.whenReady(() -> inputs.suggest("ams.", 4));
    Optional<Integer> exit = Optional.empty();
    while (exit.isEmpty()) {
      history.takeIn();
      LineReaders.paint(reader, workplace.hasColor());
      Optional<String> input = read(reader, prompt(), above, files.takeDraft());
      exit = input.isEmpty() ? Optional.of(0) : responses.to(input.get());
      jobs.refresh();
    }
    return exit.get();
  }

  private EngineStart engine(Screen screen, WriteGuard question, PrintStream out, InitFile init) {
    AtomicReference<EngineStart> self = new AtomicReference<>();
    Consumer<Object> show =
        value -> {
          // what was left behind shows nothing any more
          CancellableThread.checkpoint();
          if (self.get().ready().isEmpty()) {
            // somebody types already
            workplace.print(value, false, out);
          } else if (workplace.isPaged(value)) {
            screen.showWhole(value);
          } else {
            workplace.print(value, true, workplace.results());
          }
        };
    self.set(new EngineStart(() -> workplace.engine(show, question, out), init::evaluate));
    return self.get();
  }

  /** What can be named, as far as that is known without waiting. */
  private static Scope scope(EngineStart engine, RecentJobs jobs) {
    return engine
        .ready()
        .map(ready -> ready.scope(jobs::known))
        .orElseGet(
            () ->
                new Scope(
                    Map.of("ams", StaticType.of(Ams.class)),
                    Set.of(),
                    List.of(),
                    Map.of(),
                    jobs::known));
  }

  /** Says whose jobs they are, where that has a name. */
  private String prompt() {
    return workplace.profile().map("ams(%s)> "::formatted).orElse("ams> ");
  }

  /** The next input, which may be blank; none when the user leaves. */
  private static Optional<String> read(
      LineReader reader, String prompt, AboveStream above, String draft) {
    above.typing(reader);
    try {
      return Optional.of(reader.readLine(prompt, null, (MaskingCallback) null, draft));
    } catch (UserInterruptException e) {
      return Optional.of("");
    } catch (EndOfFileException e) {
      return Optional.empty();
    } catch (IllegalStateException e) {
      // a signal that ends the program closes the terminal under whoever reads it
      if (Terminals.isClosed(reader.getTerminal())) {
        return Optional.empty();
      }
      throw e;
    } finally {
      above.typing(null);
    }
  }
}
