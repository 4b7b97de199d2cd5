package dev.amsshell.sandbox.scenario;

import dev.amsshell.base.SafeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of a scenario file. What is asked for must be of the right type and in its range; at the
 * {@link #end()}, what nobody asked for is refused.
 */
final class Section {

  private static final String A_DURATION = "a duration such as \"90s\", \"30m\" or \"1d\"";

  private static final Pattern GUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final String file;
  private final TomlTable table;
  private final Set<String> known = new TreeSet<>();

  /**
   * @param file its name, for messages
   */
  Section(String file, TomlTable table) {
    this.file = file;
    this.table = table;
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  int integer(String key, int otherwise, int least, int most) {
    String expected = "a whole number from %d to %d".formatted(least, most);
    long number = of(Long.class, key, expected).orElse((long) otherwise);
    if (has(key) && (number < least || number > most)) {
      throw wrong(key, expected);
    }
    return (int) number;
  }

  /** A whole number is a number too. */
  Optional<Double> number(String key, double least, double most) {
    String expected = "a number from %s to %s".formatted(plain(least), plain(most));
    Optional<Double> number = of(Number.class, key, expected).map(Number::doubleValue);
    if (number.filter(given -> !(given >= least && given <= most)).isPresent()) {
      throw wrong(key, expected);
    }
    return number;
  }

  boolean flag(String key, boolean otherwise) {
    return of(Boolean.class, key, "true or false").orElse(otherwise);
  }

  Optional<String> text(String key) {
    return of(String.class, key, "a text in quotes");
  }

  String requiredText(String key) {
    return text(key).orElseThrow(() -> missing(key));
  }

  Optional<Duration> duration(String key) {
    Optional<String> text = of(String.class, key, A_DURATION);
    return text.map(given -> Durations.parse(given).orElseThrow(() -> wrong(key, A_DURATION)));
  }

  /** A duration that may begin with a minus. */
  Optional<Duration> signedDuration(String key) {
    String expected = "a duration such as \"10m\" or \"-10m\"";
    return of(String.class, key, expected)
        .map(given -> Durations.parseSigned(given).orElseThrow(() -> wrong(key, expected)));
  }

  /** A GUID in its usual form, in small letters. */
  Optional<String> guid(String key) {
    String expected = "a GUID such as \"f3c43f94-327f-2347-90bb-3bf79f8559f2\"";
    Optional<String> given = of(String.class, key, expected);
    if (given.filter(text -> !GUID.matcher(text).matches()).isPresent()) {
      throw wrong(key, expected);
    }
    return given.map(text -> text.toLowerCase(Locale.ROOT));
  }

  /** One of the names of an enum, written small and with hyphens. */
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Section::small).toList();
    String expected = "one of " + String.join(", ", names);
    return of(String.class, key, expected)
        .map(
            given -> {
              int index = names.indexOf(given);
              if (index < 0) {
                throw wrong(key, expected);
              }
              return type.getEnumConstants()[index];
            });
  }

  /** Two durations, the shorter one first. */
  List<Duration> durations(String key) {
    String expected = "two durations such as [\"2m\", \"5m\"], the shorter one first";
    TomlArray array = of(TomlArray.class, key, expected).orElseThrow(() -> missing(key));
    List<Duration> durations = new ArrayList<>();
    for (Object each : array.toList()) {
      durations.add(
          Optional.of(each)
              .filter(String.class::isInstance)
              .flatMap(text -> Durations.parse((String) text))
              .orElseThrow(() -> wrong(key, expected)));
    }
    if (durations.size() != 2 || durations.get(0).compareTo(durations.get(1)) > 0) {
      throw wrong(key, expected);
    }
    return durations;
  }

  /** Whether the key has exactly this text. */
  boolean is(String key, String text) {
    return value(key).filter(text::equals).isPresent();
  }

  /** The table of that name; an empty one when there is none. */
  Section table(String key) {
    return new Section(
        file,
        of(TomlTable.class, key, "a table: [" + key + "]")
            .orElseGet(() -> org.tomlj.Toml.parse("")));
  }

  /** The tables of that name. */
  List<Section> tables(String key) {
    String expected = "a list of tables: [[" + key + "]]";
    Optional<TomlArray> array = of(TomlArray.class, key, expected);
    List<Section> sections = new ArrayList<>();
    for (int i = 0; array.isPresent() && i < array.get().size(); i++) {
      if (!(array.get().get(i) instanceof TomlTable each)) {
        throw wrong(key, expected);
      }
      sections.add(new Section(file, each));
    }
    return sections;
  }

  /** Refuses keys that nobody asked for. */
  void end() {
    for (String key : table.keySet()) {
      if (!known.contains(key)) {
        throw new ScenarioProblem(
            at(key) + "there is no '" + SafeText.line(key) + "' here",
            "There are " + String.join(", ", known) + ".");
      }
    }
  }

  ScenarioProblem wrong(String key, String expected) {
    Object value = table.get(List.of(key));
    String shown =
        value instanceof TomlTable || value instanceof TomlArray ? "this" : "'" + value + "'";
    return new ScenarioProblem(at(key) + key + " cannot be " + shown, "It is " + expected + ".");
  }

  /** Two keys that make no sense together. */
  ScenarioProblem clash(String key, String reason) {
    return new ScenarioProblem(at(key) + key + " " + reason, "");
  }

  private ScenarioProblem missing(String key) {
    String first = table.keySet().stream().findFirst().orElse(null);
    return new ScenarioProblem((first == null ? file + ": " : at(first)) + key + " is missing", "");
  }

  private <T> Optional<T> of(Class<T> type, String key, String expected) {
    Optional<Object> value = value(key);
    if (value.isPresent() && !type.isInstance(value.get())) {
      throw wrong(key, expected);
    }
    return value.map(type::cast);
  }

  private Optional<Object> value(String key) {
    known.add(key);
    return Optional.ofNullable(table.get(List.of(key)));
  }

  private String at(String key) {
    TomlPosition position = table.inputPositionOf(List.of(key));
    return position == null
        ? file + ": "
        : "%s:%d:%d: ".formatted(file, position.line(), position.column());
  }

  private static String small(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
