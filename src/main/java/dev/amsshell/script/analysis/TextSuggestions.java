package dev.amsshell.script.analysis;

import dev.amsshell.dsl.Ams;
import dev.amsshell.dsl.Words;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Property;
import dev.amsshell.query.Type;
import dev.amsshell.script.analysis.types.StaticType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be written in quotes: ids of jobs, names of states and of properties. */
final class TextSuggestions {
  private static final Set<String> TAKE_JOBS = Set.of("job", "await", "settle", "awaitAny");

  /** What the service says must not end the string that it is put into. */
  private static final Pattern HARMLESS = Pattern.compile("[\\w:./-]+");

  private final Meaning meaning;
  private final Code code;
  private final Words words;
  private final ArgumentSuggestions arguments;

  TextSuggestions(Meaning meaning, Words words, ArgumentSuggestions arguments) {
    this.meaning = meaning;
    this.code = meaning.code();
    this.words = words;
    this.arguments = arguments;
  }

  /**
   * What can be in quotes.
   *
   * @param at the piece that is the string
   * @param typed what it holds up to the cursor
   * @param closing what ends the string, unless it is there already
   */
  Suggestions in(int at, int start, String typed, String closing) {
    int end = start + typed.length();
    NameMatch match = new NameMatch(typed);
    if (arguments.wantsState(at)) {
      return new Suggestions(
          start,
          end,
          JobState.known().stream()
              .map(JobState::name)
              .filter(name -> match.fits(name))
              .map(name -> new Suggestion(name + closing, NameSuggestions.STATES, "", true))
              .toList());
    }
    Optional<Call> call = arguments.call(at).or(() -> commandBefore(at));
    if (call.isEmpty() || code.is(at - 1, ":") && !code.is(at - 2, "on")) {
      return new Suggestions(start, end, List.of());
    }
    String method = code.text(call.get().name());
    StaticType receiver = meaning.ofReceiver(call.get());
    if (receiver.is(Ams.class) && TAKE_JOBS.contains(method)) {
      boolean isOnly = method.equals("job") && code.is(at - 1, "(");
      return new Suggestions(
          start, end, jobs(typed, closing.isEmpty() || !isOnly ? closing : closing + ")"));
    }
    Optional<Entity<?>> entity = Meaning.entity(receiver.argument(0));
    if (entity.isPresent() && method.equals("orderBy")) {
      return order(entity.get(), start, typed);
    }
    boolean isTime = code.is(at - 1, ":") && Set.of("since", "between").contains(method);
    return new Suggestions(
        start,
        end,
        entity.filter(each -> isTime).stream()
            .flatMap(
                each ->
                    each.properties().stream()
                        .filter(one -> one.type() == Type.TIME)
                        .map(one -> property(each, one, closing)))
            .filter(each -> match.fits(each.text()))
            .toList());
  }

  /** As in {@code ams.job 'x'}. */
  private Optional<Call> commandBefore(int at) {
    return code.isMemberDot(at - 2) ? Optional.of(new Call(at - 1, at, "")) : Optional.empty();
  }

  private List<Suggestion> jobs(String typed, String closing) {
    return meaning.scope().jobs().get().stream().flatMap(job -> job(job, typed, closing)).toList();
  }

  /** The last part of an id is enough, and easier to recognise. */
  private static Stream<Suggestion> job(Job job, String typed, String closing) {
    String part = job.id().substring(job.id().lastIndexOf(':') + 1);
    String name = job.name() == null ? "" : job.name();
    boolean fits = begins(part, typed) || begins(name, typed);
    boolean isHarmless = HARMLESS.matcher(job.id()).matches();
    if (!isHarmless || !fits && !begins(job.id(), typed)) {
      return Stream.empty();
    }
    String summary = (job.state() + "  " + name).strip();
    return Stream.of(new Suggestion((fits ? part : job.id()) + closing, "jobs", summary, true));
  }

  private static boolean begins(String text, String typed) {
    return text.regionMatches(true, 0, typed, 0, typed.length());
  }

  /** {@code created desc, na}: the last word is what is begun. */
  private Suggestions order(Entity<?> entity, int start, String typed) {
    int part = typed.lastIndexOf(',') + 1;
    int blank = Math.max(part, typed.lastIndexOf(' ') + 1);
    String begun = typed.substring(blank);
    boolean isProperty = typed.substring(part, blank).isBlank();
    NameMatch match = new NameMatch(begun);
    Stream<Suggestion> all =
        isProperty
            ? entity.properties().stream().map(each -> property(entity, each, ""))
            : Stream.of(
                new Suggestion("desc", "directions", "the greatest first", true),
                new Suggestion("asc", "directions", "the least first", true));
    return new Suggestions(
        start + blank,
        start + typed.length(),
        all.filter(each -> match.fits(each.text())).toList());
  }

  private Suggestion property(Entity<?> entity, Property property, String closing) {
    return MemberSuggestions.property(entity, property, closing, words);
  }
}
