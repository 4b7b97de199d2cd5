package dev.amsshell.config;

import dev.amsshell.base.PrivateFiles;
import dev.amsshell.base.SafeText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * The profiles of a user: the tables of {@code profiles.toml}. Each is looked at when it is asked
 * for, so that a mistake in one is no obstacle to another.
 */
public final class Profiles {
  /** The one that is meant when none is named. */
  public static final String DEFAULT = "default";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Path file;
  private final TomlParseResult content;
  private final Surroundings surroundings;

  private Profiles(Path file, TomlParseResult content, Surroundings surroundings) {
    this.file = file;
    this.content = content;
    this.surroundings = surroundings;
  }

  /**
   * Reads the file; where there is none, there are no profiles.
   *
   * @param environment what profiles may refer to
   * @throws ConfigurationProblem when it is not TOML, with line and column
   */
  public static Profiles read(Path file, Map<String, String> environment) {
    TomlParseResult content = Toml.parse(text(file));
    if (content.hasErrors()) {
      TomlParseError error = content.errors().get(0);
      throw new ConfigurationProblem(
          "%s:%d:%d: %s"
              .formatted(
                  file,
                  error.position().line(),
                  error.position().column(),
                  SafeText.line(withoutValues(error.getMessage()))),
          "Each profile is a table such as [prod] of the TOML file; see the README.");
    }
    return new Profiles(
        file, content, new Surroundings(environment, file.toAbsolutePath().getParent()));
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      // as some editors begin a file
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      return "";
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not UTF-8 text");
    } catch (IOException e) {
      throw unreadable(file, "it cannot be read: " + e.getMessage());
    }
  }

  private static ConfigurationProblem unreadable(Path file, String reason) {
    return new ConfigurationProblem(
        "%s: %s".formatted(file, SafeText.line(reason)), "It is where profiles are configured.");
  }

  /** What the parser quotes may be a secret that lacks its end. */
  private static String withoutValues(String message) {
    return message.replaceAll("(?s)^Unexpected '.{3,}?'(?=, expected|$)", "Unexpected text");
  }

  /** The names of all, in the order of the file. */
  public List<String> names() {
    return content.keySet().stream()
        .sorted(Comparator.comparingInt(name -> content.inputPositionOf(List.of(name)).line()))
        .toList();
  }

  /**
   * A profile by its name.
   *
   * @throws ConfigurationProblem when there is none, or it cannot be used
   */
  public Profile named(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  /** The profile called {@value #DEFAULT}, if there is one. */
  public Optional<Profile> byDefault() {
    return find(DEFAULT);
  }

  private Optional<Profile> find(String name) {
    Object value = content.get(List.of(name));
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof TomlTable table)) {
      throw new ConfigurationProblem(
          "%s:%d:%d: '%s' belongs to no profile"
              .formatted(
                  file,
                  content.inputPositionOf(List.of(name)).line(),
                  content.inputPositionOf(List.of(name)).column(),
                  SafeText.line(name)),
          "Each profile is a table: [NAME], and its keys below that.");
    }
    if (!NAME.matcher(name).matches()) {
      throw new ConfigurationProblem(
          "%s: a profile cannot be called '%s'".formatted(file, SafeText.line(name)),
          "Names are made of letters, digits, '.', '_' and '-'.");
    }
    ProfileTable entries =
        new ProfileTable(file.toString(), name, table, content.inputPositionOf(List.of(name)));
    return Optional.of(
        new ProfileReader(entries, surroundings, PrivateFiles.isPrivate(file))
            .read(file.toString()));
  }

  private ConfigurationProblem unknown(String name) {
    String shown = SafeText.line(name);
    if (name.contains(".") && content.get(List.of(name.split("\\."))) instanceof TomlTable) {
      return new ConfigurationProblem(
          "%s: [%s] is a table within another profile".formatted(file, shown),
          "For a profile of that name, write [\"%s\"].".formatted(shown));
    }
    if (names().isEmpty()) {
      return new ConfigurationProblem(
          "there is no profile '%s': there are none in %s".formatted(shown, file),
          "Write one there: [%s], with endpoint and auth below it; see the README."
              .formatted(shown));
    }
    return new ConfigurationProblem(
        "there is no profile '%s' in %s".formatted(shown, file), Nearest.advice(name, names()));
  }
}
