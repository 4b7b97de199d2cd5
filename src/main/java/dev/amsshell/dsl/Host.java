package dev.amsshell.dsl;

import dev.amsshell.base.Failure;
import dev.amsshell.check.Bookmark;
import dev.amsshell.check.Checks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the words need of whoever runs them, whatever account they are about.
 *
 * @param display prints a value where results go
 * @param clean takes out what must not get into a file, such as secrets
 * @param others the accounts of other profiles by their names; may throw a {@link Failure}
 * @param checks those of the run
 * @param bookmarks what earlier runs have seen of this account, by name; may throw a {@link
 *     Failure}
 */
public record Host(
    Consumer<Object> display,
    UnaryOperator<String> clean,
    Function<String, Ams> others,
    Checks checks,
    Function<String, Bookmark> bookmarks) {
  /** For those who make no checks, and of whom nothing is kept. */
  public Host(Consumer<Object> display, UnaryOperator<String> clean, Function<String, Ams> others) {
    this(
        display,
        clean,
        others,
        new Checks(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), checked -> {}),
        name -> {
          throw new IllegalStateException("nobody keeps the bookmark '" + name + "'");
        });
  }

  /** Who runs the words of an account. */
  public static Host of(Ams ams) {
    return ams.host();
  }
}
