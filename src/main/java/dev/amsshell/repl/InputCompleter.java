package dev.amsshell.repl;

import dev.amsshell.base.SafeText;
import dev.amsshell.script.analysis.Suggestion;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.terminal.Terminal;

/** Hands what may be meant to the line editor, in groups, described where there is room for it. */
final class InputCompleter implements Completer {
  /** Lines that the prompt and the headings of groups take. */
  private static final int AROUND = 8;

  private final Terminal terminal;
  private final UnaryOperator<String> clean;

  /**
   * @param clean takes secrets out of text from the service
   */
  InputCompleter(Terminal terminal, UnaryOperator<String> clean) {
    this.terminal = terminal;
    this.clean = clean;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line instanceof InputParser.Word word) {
      List<Suggestion> all = word.suggestions().all();
      int room = Math.max(1, terminal.getHeight() - AROUND);
      boolean isDescribed = all.size() <= room || isOfJobs(all);
      // jobs make no sense without their names, and nobody reads a hundred of them
      int shown = isOfJobs(all) ? Math.min(room, all.size()) : all.size();
      for (int i = 0; i < shown; i++) {
        candidates.add(candidate(all.get(i), isDescribed, i));
      }
    }
  }

  private static boolean isOfJobs(List<Suggestion> all) {
    return all.stream().allMatch(each -> each.group().equals("jobs"));
  }

  private Candidate candidate(Suggestion each, boolean isDescribed, int place) {
    return new Candidate(
        each.text(),
        SafeText.line(each.text()),
        each.group(),
        isDescribed && !each.summary().isEmpty()
            ? SafeText.line(clean.apply(each.summary()))
            : null,
        null,
        null,
        false,
        place);
  }
}
