package dev.amsshell.dsl;

import dev.amsshell.await.AwaitFailed;
import dev.amsshell.await.Verdict;
import dev.amsshell.check.Bookmark;
import dev.amsshell.job.Asset;
import dev.amsshell.job.Capacity;
import dev.amsshell.job.Encryption;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Processor;
import dev.amsshell.job.Subscription;
import dev.amsshell.job.Task;
import dev.amsshell.job.TaskEvent;
import dev.amsshell.query.Plan;
import dev.amsshell.triage.Event;
import dev.amsshell.triage.Explanation;
import dev.amsshell.triage.FailureGroup;
import dev.amsshell.triage.JobTimeline;
import dev.amsshell.triage.Quantiles;
import dev.amsshell.triage.Sample;
import dev.amsshell.triage.StuckJob;
import dev.amsshell.triage.Throughput;
import dev.amsshell.triage.Triage;
import dev.amsshell.triage.Why;
import groovy.lang.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The documentation of every word, from {@code words.properties}, which is read on first use. */
public final class Words {
  /** Types with words, by whose simple names the file knows them. */
  private static final List<Class<?>> TYPES =
      List.of(
          Ams.class,
          JobHandle.class,
          Query.class,
          Job.class,
          Task.class,
          TaskEvent.class,
          Fault.class,
          Asset.class,
          Processor.class,
          Subscription.class,
          Encryption.class,
          JobState.class,
          Plan.class,
          AwaitFailed.class,
          Verdict.class,
          Bookmark.class,
          JobId.class,
          Triage.class,
          FailureGroup.class,
          Sample.class,
          StuckJob.class,
          Quantiles.Compared.class,
          Quantiles.class,
          Throughput.class,
          Capacity.class,
          Why.class,
          Explanation.Neighbours.class,
          JobTimeline.class,
          Event.class,
          Number.class,
          Duration.class,
          Script.class);

  /** Words that take options, which are words by themselves. */
  private static final List<String> WITH_OPTIONS =
      List.of("await", "triage", "since", "between", "where", "check", "expect");

  private Properties texts;

  /** A word of a type; empty when the type is none of ours or has no such word. */
  public Optional<WordHelp> of(Class<?> owner, String word) {
    return of(owner).stream().filter(each -> each.word().equals(word)).findFirst();
  }

  /** All words of a type, what is wanted most first; none when the type is none of ours. */
  public List<WordHelp> of(Class<?> owner) {
    return TYPES.stream()
        .filter(type -> type.isAssignableFrom(owner))
        .flatMap(type -> section(type.getSimpleName()).stream())
        .toList();
  }

  /** All that a word means, as an option, too. */
  public List<WordHelp> named(String word) {
    return all().stream().filter(each -> each.word().equals(word)).toList();
  }

  /** Everything, type by type. */
  public List<WordHelp> all() {
    return Stream.concat(TYPES.stream().map(Class::getSimpleName), WITH_OPTIONS.stream())
        .flatMap(section -> section(section).stream())
        .toList();
  }

  /** The options that a word takes, if any. */
  public List<WordHelp> options(String word) {
    return WITH_OPTIONS.contains(word) ? section(word) : List.of();
  }

  /** How people call the type, or the word with options, that owns a word. */
  String label(WordHelp help) {
    return text(help.owner());
  }

  private List<WordHelp> section(String owner) {
    return Stream.of(text(owner + ".*").split(",\\s*")).map(word -> help(owner, word)).toList();
  }

  private WordHelp help(String owner, String word) {
    String key = owner + "." + word;
    return new WordHelp(
        owner,
        word,
        texts().getProperty(key + ".signature", word),
        text(key),
        text(key + ".example"),
        texts().getProperty(key + ".errors", texts().getProperty(owner + ".*.errors")));
  }

  private String text(String key) {
    return texts().getProperty(key);
  }

  private synchronized Properties texts() {
    if (texts == null) {
      Properties read = new Properties();
      try (InputStream file = Words.class.getResourceAsStream("words.properties")) {
        read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("words.properties cannot be read", e);
      }
      texts = read;
    }
    return texts;
  }
}
