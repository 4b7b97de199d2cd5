package dev.amsshell.auth;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.PatientLock;
import dev.amsshell.config.BearerText;
import dev.amsshell.config.SecretSource;
import dev.amsshell.transport.TokenSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A token that somebody else got, a JWT or an old SWT; it is sent as it is. When it is refused, it
 * is looked for once more: a file may have a newer one, and a command may print another.
 */
public final class GivenToken implements TokenSource {
  private final SecretSource source;
  private final Consumer<String> secrets;
  private final Clock clock;
  private final Supplier<Cancellation> cancellation;
  private final PatientLock reading = new PatientLock();
  private volatile String token;

  /**
   * @param secrets told of the token before it is used
   * @param cancellation of the work that needs a token
   */
  public GivenToken(
      SecretSource source,
      Consumer<String> secrets,
      Clock clock,
      Supplier<Cancellation> cancellation) {
    this.source = Objects.requireNonNull(source, "source is null");
    this.secrets = Objects.requireNonNull(secrets, "secrets is null");
    this.clock = Objects.requireNonNull(clock, "clock is null");
    this.cancellation = Objects.requireNonNull(cancellation, "cancellation is null");
  }

  @Override
  public String token() {
    return token != null ? token : reading.hold(() -> token != null ? token : read());
  }

  /** Several requests may have been refused with one token; they share the next. */
  @Override
  public String renewed(String refused) {
    return reading.hold(() -> refused.equals(token) ? read() : token());
  }

  @Override
  public String whenRefused() {
    String sent = token;
    Instant expires = sent == null ? null : TokenExpiry.of(sent);
    String what =
        expires == null || clock.instant().isBefore(expires)
            ? "It may belong to another account, or have been withdrawn."
            : "It expired at " + expires + ".";
    return "%s Get a fresh one for %s.".formatted(what, source.label());
  }

  private String read() {
    String read = source.read(cancellation.get()).reveal();
    secrets.accept(read);
    BearerText.check(read, source.label());
    token = read;
    return read;
  }

  @Override
  public String toString() {
    return "GivenToken";
  }
}
