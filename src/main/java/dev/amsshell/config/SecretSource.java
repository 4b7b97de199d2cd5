package dev.amsshell.config;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret is to be had when it is needed: {@code env:NAME}, {@code file:PATH}, {@code
 * cmd:COMMAND}, or the text itself. Each read looks anew, so that what was changed meanwhile is
 * found.
 */
public final class SecretSource {
  private enum Kind {
    LITERAL(""),
    ENVIRONMENT("env:"),
    FILE("file:"),
    COMMAND("cmd:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final long LARGEST_FILE = 1 << 20;

  private final Kind kind;
  private final String text;
  private final String label;
  private final Surroundings surroundings;

  private SecretSource(Kind kind, String text, String label, Surroundings surroundings) {
    this.kind = kind;
    this.text = text;
    this.label = label;
    this.surroundings = surroundings;
  }

  /**
   * Understands what a person configured.
   *
   * @param label what to call it in messages, such as {@code client-secret}
   */
  static SecretSource parse(String text, String label, Surroundings surroundings) {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.LITERAL && text.startsWith(kind.prefix)) {
        String rest = text.substring(kind.prefix.length()).strip();
        return new SecretSource(kind, rest, label, surroundings);
      }
    }
    return new SecretSource(Kind.LITERAL, text, label, surroundings);
  }

  /**
   * A secret that is at hand.
   *
   * @param label what to call it in messages, such as {@code AMS_TOKEN}
   */
  public static SecretSource of(String secret, String label) {
    return new SecretSource(Kind.LITERAL, secret, label, new Surroundings(Map.of(), Path.of("")));
  }

  /** Whether the secret itself is what was configured. */
  boolean isLiteral() {
    return kind == Kind.LITERAL;
  }

  /** What to call it in messages. */
  public String label() {
    return label;
  }

  /**
   * The secret, as it is now.
   *
   * @param wish ends a command that takes long
   * @throws ConfigurationProblem when it cannot be had
   * @throws dev.amsshell.base.Cancelled when that is wished meanwhile
   */
  public Secret read(Cancellation wish) {
    String secret =
        switch (kind) {
          case LITERAL -> text;
          case ENVIRONMENT -> variable();
          case FILE -> file();
          case COMMAND -> SecretCommand.output(text, label, surroundings, wish);
        };
    String plain = secret.strip();
    if (plain.isEmpty()) {
      throw new ConfigurationProblem(
          "%s is empty: %s".formatted(label, this), "It must give the secret itself.");
    }
    return new Secret(plain);
  }

  private String variable() {
    String value = surroundings.environment().get(text);
    if (value == null) {
      throw new ConfigurationProblem(
          "%s is to come from the environment variable %s, which is not set"
              .formatted(label, SafeText.line(text)),
          "Set it, or name another source: env:NAME, file:PATH or cmd:COMMAND.");
    }
    return value;
  }

  private String file() {
    try {
      Path path = surroundings.path(text);
      if (Files.size(path) > LARGEST_FILE) {
        throw new IOException("it is too large for a secret");
      }
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw unreadable("there is no such file");
    } catch (IOException | InvalidPathException e) {
      throw unreadable(e.getMessage());
    }
  }

  private ConfigurationProblem unreadable(String reason) {
    return new ConfigurationProblem(
        "%s cannot be read from '%s': %s"
            .formatted(label, SafeText.line(text), SafeText.line(String.valueOf(reason))),
        "A path is taken from the folder of the configuration unless it begins with / or ~/.");
  }

  /** Where it is; of one that was written out, nothing. */
  @Override
  public String toString() {
    return kind == Kind.LITERAL ? "***" : kind.prefix + text;
  }
}
