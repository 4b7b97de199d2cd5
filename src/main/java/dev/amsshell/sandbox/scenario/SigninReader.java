package dev.amsshell.sandbox.scenario;

import dev.amsshell.sandbox.signin.Directory;
import dev.amsshell.sandbox.signin.Principal;
import dev.amsshell.sandbox.signin.TokenLifetimes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a scenario says about tokens and who may have them. */
final class SigninReader {

  private SigninReader() {}

  static TokenLifetimes lifetimes(Section tokens) {
    return new TokenLifetimes(
        positive(tokens, "lifetime").orElse(TokenLifetimes.standard().access()),
        positive(tokens, "fixed-lifetime").orElse(null));
  }

  static Directory directory(Section tokens, List<Section> principals) {
    String tenant = tokens.guid("tenant").orElse(Directory.TENANT_ID);
    return principals.isEmpty()
        ? new Directory(tenant, Directory.standard().principals())
        : new Directory(tenant, principals.stream().map(SigninReader::principal).toList());
  }

  private static Principal principal(Section section) {
    Principal principal =
        new Principal(
            section.requiredText("id"),
            section.text("secret").orElse(null),
            thumbprint(section),
            section.text("user").orElse(null),
            section.text("password").orElse(null),
            section.flag("role", true),
            section.flag("revoked", false));
    section.end();
    return principal;
  }

  private static String thumbprint(Section section) {
    Optional<String> given =
        section.text("certificate").map(text -> text.replace(":", "").replace(" ", ""));
    if (given.filter(hex -> !hex.matches("[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}")).isPresent()) {
      throw section.wrong("certificate", "a SHA-1 or SHA-256 thumbprint in hexadecimal digits");
    }
    return given.orElse(null);
  }

  private static Optional<Duration> positive(Section section, String key) {
    Optional<Duration> duration = section.duration(key);
    if (duration.filter(Duration::isZero).isPresent()) {
      throw section.wrong(key, "a duration above zero");
    }
    return duration;
  }
}
