package dev.amsshell.script.analysis;

import dev.amsshell.dsl.Ams;
import dev.amsshell.dsl.Query;
import dev.amsshell.dsl.WordHelp;
import dev.amsshell.dsl.Words;
import dev.amsshell.job.JobState;
import dev.amsshell.script.analysis.types.StaticType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a place in the arguments of a call, or beside an operator, wants. */
final class ArgumentSuggestions {
  private final Meaning meaning;
  private final Code code;
  private final Words words;

  ArgumentSuggestions(Meaning meaning, Words words) {
    this.meaning = meaning;
    this.code = meaning.code();
    this.words = words;
  }

  /** The call in whose parentheses a piece is, be it in a list there. */
  Optional<Call> call(int at) {
    int open = code.enclosing(at);
    if (code.is(open, "[")) {
      open = code.enclosing(open);
    }
    return code.is(open, "(") ? Call.withParentheses(code, open) : Optional.empty();
  }

  /** The named arguments that can be added at a piece. */
  Stream<Suggestion> options(int at) {
    int open = code.enclosing(at);
    boolean isBeginning = code.is(at - 1, ",") || at - 1 == open;
    Optional<Call> call =
        code.is(open, "(") && isBeginning ? Call.withParentheses(code, open) : Optional.empty();
    return call.stream().flatMap(each -> options(each, at));
  }

  private Stream<Suggestion> options(Call call, int at) {
    String method = code.text(call.name());
    StaticType receiver = meaning.ofReceiver(call);
    boolean mayAppear = receiver.is(Query.class) || receiver.is(Ams.class) && isOfQuery(call);
    Set<String> given = given(call.argument(), at);
    return known(call).stream()
        .filter(option -> !given.contains(option.word()))
        .filter(option -> mayAppear || !option.word().equals("appear"))
        .map(
            option ->
                new Suggestion(
                    option.word() + ":", "options of " + method, option.summary(), true));
  }

  /** The options that a call takes. */
  List<WordHelp> known(Call call) {
    if (meaning.isWait(call)) {
      return words.options("await");
    }
    return meaning.ofReceiver(call).is(Query.class)
        ? words.options(code.text(call.name()))
        : List.of();
  }

  /** Whether the first argument is a query. */
  private boolean isOfQuery(Call call) {
    int first = call.argument() + 1;
    for (int i = first; i < code.size(); i++) {
      if (code.is(i, ",")) {
        return meaning.of(first, i - 1).is(Query.class);
      }
      i = code.isOpening(i) && code.partner(i) > i ? code.partner(i) : i;
    }
    return false;
  }

  private Set<String> given(int open, int at) {
    Set<String> given = new HashSet<>();
    for (int i = at - 1; i > open; i = code.before(i)) {
      if (code.is(i, ":")) {
        given.add(code.text(i - 1));
      }
    }
    return given;
  }

  /** Whether a piece is where a state is expected. */
  boolean wantsState(int at) {
    boolean isCompared =
        code.is(at - 1, "=")
            && code.isGlued(at - 1)
            && (code.is(at - 2, "=") || code.is(at - 2, "!"))
            && !code.is(at - 3, "=");
    if (isCompared) {
      return meaning.ofChain(at - 3).is(JobState.class);
    }
    if (code.is(at - 1, ":") && code.is(at - 2, "until")) {
      return call(at).filter(meaning::isWait).isPresent();
    }
    boolean isElement = code.is(at - 1, "[") || code.is(at - 1, ",");
    int open = code.enclosing(at);
    if (isElement && code.is(open, "[") && code.is(open - 1, "in")) {
      return meaning.ofChain(open - 2).is(JobState.class);
    }
    return (isElement || code.is(at - 1, "("))
        && call(at)
            .filter(each -> code.is(each.name(), "states"))
            .filter(each -> meaning.ofReceiver(each).is(Query.class))
            .isPresent();
  }
}
