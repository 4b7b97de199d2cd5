package dev.amsshell.repl;

import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader.Option;

/**
 * Takes candidates as they are given, since whoever gave them knows what was typed; only while
 * somebody types on in the list are those left out that do not begin so.
 */
final class GivenCandidates implements CompletionMatcher {
  private List<Candidate> matching = List.of();
  private String typed = "";
  private boolean isTypedOn;

  @Override
  public void compile(
      Map<Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine line,
      boolean caseInsensitive,
      int errors,
      String originalGroupName) {
    typed = line.word();
    isTypedOn = !(line instanceof InputParser.Word);
  }

  @Override
  public List<Candidate> matches(List<Candidate> candidates) {
    matching =
        isTypedOn
            ? candidates.stream()
                .filter(each -> commonLength(each.value(), typed) == typed.length())
                .toList()
            : candidates;
    return matching;
  }

  @Override
  public Candidate exactMatch() {
    return matching.stream().filter(each -> each.value().equals(typed)).findFirst().orElse(null);
  }

  /** What all of them begin with; letters that differ in case only are those of the first. */
  @Override
  public String getCommonPrefix() {
    String common = matching.isEmpty() ? "" : matching.get(0).value();
    for (Candidate each : matching) {
      common = common.substring(0, commonLength(common, each.value()));
    }
    // what is typed is not replaced by something shorter
    return commonLength(common, typed) == typed.length()
        ? typed + common.substring(typed.length())
        : typed;
  }

  private static int commonLength(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && Character.toLowerCase(one.charAt(length))
            == Character.toLowerCase(other.charAt(length))) {
      length++;
    }
    return length;
  }
}
