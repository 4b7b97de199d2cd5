package dev.amsshell.config;

import dev.amsshell.base.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * The table of one profile as it was written. What is asked for must be of the right type; at the
 * {@link #end()}, what nobody asked for is refused. Each complaint names file, line and column.
 */
final class ProfileTable {
  private final String file;
  private final String name;
  private final TomlTable table;
  private final TomlPosition position;
  private final Set<String> known = new TreeSet<>();

  /**
   * @param file its path, for messages
   * @param name of the profile
   * @param position where the table begins
   */
  ProfileTable(String file, String name, TomlTable table, TomlPosition position) {
    this.file = file;
    this.name = name;
    this.table = table;
    this.position = position;
  }

  String name() {
    return name;
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  /** A text that is not empty, which is trimmed. */
  Optional<String> text(String key) {
    Optional<String> text = of(String.class, key, "a text in quotes").map(String::strip);
    if (text.filter(String::isEmpty).isPresent()) {
      throw problem(key, key + " is empty", "Leave it out, or give it a value.");
    }
    return text;
  }

  String required(String key, String why) {
    return text(key).orElseThrow(() -> missing(key, why));
  }

  boolean flag(String key) {
    return of(Boolean.class, key, "true or false").orElse(false);
  }

  List<String> texts(String key) {
    String expected = "a list of texts: [\"a\", \"b\"]";
    Optional<TomlArray> array = of(TomlArray.class, key, expected);
    List<String> texts = new ArrayList<>();
    for (Object each : array.map(TomlArray::toList).orElse(List.of())) {
      if (!(each instanceof String text) || text.isBlank()) {
        throw wrong(key, expected);
      }
      texts.add(text.strip());
    }
    return texts;
  }

  /** Refuses what looks like a profile whose name has dots, and is a table within this one. */
  void refuseTables() {
    for (String key : table.keySet()) {
      if (table.get(List.of(key)) instanceof TomlTable) {
        throw problem(
            key,
            "a profile holds no tables%s".formatted(context()),
            "For a profile of that name, write [\"%s.%s\"].".formatted(name, SafeText.line(key)));
      }
    }
  }

  /** Refuses keys that nobody asked for. */
  void end() {
    for (String key : table.keySet()) {
      if (!known.contains(key)) {
        throw problem(
            key,
            "there is no '%s' in a profile%s".formatted(SafeText.line(key), context()),
            Nearest.advice(key, known));
      }
    }
  }

  /** Of these keys those that are there. */
  List<String> present(List<String> keys) {
    return keys.stream().filter(this::has).toList();
  }

  ConfigurationProblem wrong(String key, String expected) {
    return problem(key, "%s cannot be that%s".formatted(key, context()), "It is " + expected + ".");
  }

  ConfigurationProblem missing(String key, String why) {
    return new ConfigurationProblem(
        "%s: %s is missing%s".formatted(at(position), key, context()), why);
  }

  /** A complaint about a key; the value is not quoted, since it may be a secret. */
  ConfigurationProblem problem(String key, String what, String advice) {
    TomlPosition place = table.inputPositionOf(List.of(key));
    return new ConfigurationProblem(at(place == null ? position : place) + ": " + what, advice);
  }

  private String context() {
    return " (profile '" + name + "')";
  }

  private String at(TomlPosition place) {
    return place == null ? file : "%s:%d:%d".formatted(file, place.line(), place.column());
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
}
