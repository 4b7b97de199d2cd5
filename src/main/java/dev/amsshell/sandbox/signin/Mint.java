package dev.amsshell.sandbox.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens and writes them into the book. They are signed with a key of this process. */
final class Mint {

  /** How the bearer proved who it is, as {@code appidacr} tells (wire sheet 1.2). */
  enum Proof {
    NONE,
    SECRET,
    CERTIFICATE
  }

  private final Tokens tokens;
  private final Duration lifetime;
  private final Directory directory;
  private final Clock clock;
  private final byte[] key = new byte[32];

  Mint(Tokens tokens, Duration lifetime, Directory directory, Clock clock) {
    this.tokens = tokens;
    this.lifetime = lifetime;
    this.directory = directory;
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  /**
   * An access token of the directory: a JSON web token with the claims of the samples.
   *
   * @param resource a known one
   */
  Issue access(String resource, String clientId, Principal bearer, Proof proof) {
    Issue issue = issue(lifetime);
    Map<String, Object> claims = claims(issue, resource);
    claims.put("appid", clientId);
    claims.put("appidacr", String.valueOf(proof.ordinal()));
    claims.put("oid", objectId(bearer));
    if (proof == Proof.NONE && bearer.user() != null) {
      claims.put("upn", bearer.user());
      claims.put("scp", "user_impersonation");
    }
    claims.put("ver", "1.0");
    // two tokens of one second differ
    claims.put("uti", UUID.randomUUID().toString());
    return admit(issue.with(jwt(claims)), Audience.of(resource).orElseThrow(), bearer.role());
  }

  /** Says to an application who signed in; it opens nothing. */
  String idToken(String clientId, Principal user) {
    Map<String, Object> claims = claims(issue(lifetime), clientId);
    claims.put("oid", objectId(user));
    claims.put("sub", objectId(user));
    claims.put("preferred_username", user.user());
    claims.put("name", user.user());
    claims.put("ver", "2.0");
    return jwt(claims);
  }

  /** What the official library asks for to tell accounts apart. */
  String clientInfo(Principal user) {
    return Jwt.encode(Map.of("uid", objectId(user), "utid", directory.tenantId()));
  }

  /** A simple web token: url-encoded pairs, the last one the signature (wire sheet 1.3). */
  Issue simpleWebToken(String account, String scope, String issuer, Duration accepted) {
    Issue issue = issue(accepted);
    String pairs =
        pair("http://schemas.microsoft.com/ws/2008/06/identity/claims/nameidentifier", account)
            + "&"
            + pair("urn:SubscriptionId", directory.tenantId())
            + "&"
            + pair("Audience", scope)
            + "&"
            + pair("ExpiresOn", String.valueOf(issue.until().getEpochSecond()))
            + "&"
            + pair("Issuer", issuer);
    String signature = Base64.getEncoder().encodeToString(sign(pairs));
    return admit(issue.with(pairs + "&" + pair("HMACSHA256", signature)), Audience.MEDIA, true);
  }

  private Issue admit(Issue issue, Audience audience, boolean role) {
    tokens.admit(issue.token(), audience, role, issue.until());
    return issue;
  }

  private Issue issue(Duration accepted) {
    Instant now = clock.instant();
    return new Issue(null, now, now.plus(accepted));
  }

  private Map<String, Object> claims(Issue issue, String audience) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", audience);
    claims.put("iss", "https://sts.windows.net/" + directory.tenantId() + "/");
    claims.put("iat", issue.from().getEpochSecond());
    claims.put("nbf", issue.from().getEpochSecond());
    claims.put("exp", issue.until().getEpochSecond());
    claims.put("tid", directory.tenantId());
    return claims;
  }

  private String jwt(Map<String, Object> claims) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("typ", "JWT");
    header.put("alg", "HS256");
    String unsigned = Jwt.unsigned(header, claims);
    return unsigned + "." + Jwt.encode(sign(unsigned));
  }

  private byte[] sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** The same principal has the same id every time. */
  private static String objectId(Principal principal) {
    String name = principal.clientId() + " " + principal.user();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The escapes of this service are in small letters. */
  private static String pair(String name, String value) {
    return encode(name) + "=" + encode(value);
  }

  private static String encode(String text) {
    StringBuilder small = new StringBuilder(URLEncoder.encode(text, StandardCharsets.UTF_8));
    for (int i = small.indexOf("%"); i >= 0; i = small.indexOf("%", i + 1)) {
      small.replace(i, i + 3, small.substring(i, i + 3).toLowerCase(Locale.ROOT));
    }
    return small.toString();
  }
}
