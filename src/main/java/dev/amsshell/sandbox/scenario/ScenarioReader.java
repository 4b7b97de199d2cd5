package dev.amsshell.sandbox.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads a scenario from a file. */
final class ScenarioReader {

  private static final int LARGEST = 1024 * 1024;

  private ScenarioReader() {}

  static Scenario read(Path file) {
    String name = file.toString();
    TomlParseResult toml = Toml.parse(text(file));
    if (toml.hasErrors()) {
      TomlParseError first = toml.errors().get(0);
      throw new ScenarioProblem(
          "%s:%d:%d: %s"
              .formatted(
                  name, first.position().line(), first.position().column(), first.getMessage()),
          "A scenario is written in TOML.");
    }
    return scenario(new Section(name, toml));
  }

  private static Scenario scenario(Section root) {
    Section account = root.table("account");
    Section clock = root.table("clock");
    Section tokens = root.table("tokens");
    Scenario scenario =
        new Scenario(
            AccountReader.account(account, root.tables("jobs"), root.tables("submitted")),
            AccountReader.resource(account),
            account.flag("next-link", false),
            clock.signedDuration("skew").orElse(Duration.ZERO),
            SigninReader.lifetimes(tokens),
            SigninReader.directory(tokens, root.tables("principals")),
            root.tables("faults").stream().map(FaultReader::rule).toList());
    account.end();
    clock.end();
    tokens.end();
    root.end();
    return scenario;
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw unreadable(file, "it is larger than a scenario can be");
      }
      String text = Files.readString(file);
      // some editors begin a file with a byte order mark
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw unreadable(file, "there is no such file");
    } catch (AccessDeniedException e) {
      throw unreadable(file, "permission denied");
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not UTF-8 text");
    } catch (IOException e) {
      throw unreadable(file, e.getMessage());
    }
  }

  private static ScenarioProblem unreadable(Path file, String reason) {
    return new ScenarioProblem(
        "cannot read the scenario '%s': %s".formatted(file, reason),
        "Give the path of a scenario file, such as those in samples/scenarios.");
  }
}
