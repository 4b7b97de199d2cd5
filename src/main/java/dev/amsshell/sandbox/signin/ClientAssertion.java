package dev.amsshell.sandbox.signin;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The assertion of an application with a certificate (wire sheet 1.2; RFC 7523).
 *
 * <p>The header names the certificate by its thumbprint, {@code x5t} for SHA-1 or {@code x5t#S256}
 * for SHA-256. The sandbox knows thumbprints, not certificates: the signature is verified when the
 * header brings the certificate along as {@code x5c}; without it a well-formed one is believed.
 */
final class ClientAssertion {

  /** How far the clocks of client and service may be apart. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private ClientAssertion() {}

  /** Whom an assertion speaks of, when it can be read at all; it proves nothing yet. */
  static Optional<String> subject(String text) {
    try {
      return Optional.of(Jwt.parse(text).text("sub")).filter(subject -> !subject.isEmpty());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws AadRefusal unless the assertion is the application's own and for here and now
   */
  static void check(String text, Principal application, String tokenUrl, Instant now) {
    Jwt jwt;
    Instant from;
    Instant until;
    try {
      jwt = Jwt.parse(text);
      from = Instant.ofEpochSecond(jwt.seconds("nbf")).minus(TOLERANCE);
      until = Instant.ofEpochSecond(jwt.seconds("exp")).plus(TOLERANCE);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw AadRefusal.invalidRequest(50027, "JWT token is invalid or malformed.");
    }
    if (!jwt.text("aud").equalsIgnoreCase(tokenUrl)) {
      throw AadRefusal.invalidClient(
          700023, "Client assertion audience claim does not match Realm issuer: " + tokenUrl + ".");
    }
    String id = application.clientId();
    if (!jwt.text("iss").equalsIgnoreCase(id) || !jwt.text("sub").equalsIgnoreCase(id)) {
      throw AadRefusal.invalidClient(
          700021,
          "Client assertion application identifier doesn't match 'client_id' parameter: iss and"
              + " sub must be "
              + id
              + ".");
    }
    if (now.isBefore(from) || now.isAfter(until)) {
      throw AadRefusal.invalidClient(
          700024,
          "Client assertion is not within its valid time range. Current time: %s, assertion valid from %s, expiry time of assertion %s."
              .formatted(now, from.plus(TOLERANCE), until.minus(TOLERANCE)));
    }
    checkSignature(jwt, application);
  }

  private static void checkSignature(Jwt jwt, Principal application) {
    try {
      String algorithm = String.valueOf(jwt.header().get("alg"));
      if (!List.of("RS256", "PS256").contains(algorithm)) {
        throw invalid("The algorithm is '" + algorithm + "', not RS256 or PS256");
      }
      String sha1 = thumbprint(jwt, "x5t");
      String sha256 = thumbprint(jwt, "x5t#S256");
      X509Certificate certificate = certificate(jwt);
      if (certificate != null) {
        require(sha1, certificate, "SHA-1");
        require(sha256, certificate, "SHA-256");
        if (!verified(jwt, algorithm, certificate)) {
          throw invalid("The signature does not match the certificate");
        }
        sha1 = digest(certificate, "SHA-1");
        sha256 = digest(certificate, "SHA-256");
      }
      if (sha1 == null && sha256 == null) {
        throw invalid("The header names no certificate: x5t is missing");
      }
      String known = application.certificate();
      if (known != null && !known.equalsIgnoreCase(sha1) && !known.equalsIgnoreCase(sha256)) {
        throw invalid("The key was not found by its thumbprint");
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw invalid("The certificate or the signature has not the right form");
    }
  }

  private static void require(String given, X509Certificate certificate, String digest)
      throws GeneralSecurityException {
    if (given != null && !given.equals(digest(certificate, digest))) {
      throw invalid("The thumbprint is not that of the certificate in x5c");
    }
  }

  /** The thumbprint in hexadecimal, null without one. */
  private static String thumbprint(Jwt jwt, String field) {
    if (!(jwt.header().get(field) instanceof String text)) {
      return null;
    }
    // official clients use either alphabet, with padding and without
    String standard = text.replace('-', '+').replace('_', '/');
    return HexFormat.of().formatHex(Base64.getDecoder().decode(standard));
  }

  /** The first certificate in x5c, which may be a list or a single text; null without one. */
  private static X509Certificate certificate(Jwt jwt) throws GeneralSecurityException {
    Object chain = jwt.header().get("x5c");
    Object first = chain instanceof List<?> list && !list.isEmpty() ? list.get(0) : chain;
    if (!(first instanceof String text)) {
      return null;
    }
    byte[] der = Base64.getMimeDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static boolean verified(Jwt jwt, String algorithm, X509Certificate certificate)
      throws GeneralSecurityException {
    Signature signature;
    if (algorithm.equals("PS256")) {
      signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    } else {
      signature = Signature.getInstance("SHA256withRSA");
    }
    signature.initVerify(certificate.getPublicKey());
    signature.update(jwt.signed().getBytes(StandardCharsets.US_ASCII));
    return signature.verify(jwt.signature());
  }

  private static String digest(X509Certificate certificate, String algorithm)
      throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
  }

  private static AadRefusal invalid(String reason) {
    return AadRefusal.invalidClient(
        700027, "Client assertion failed signature validation. [Reason - " + reason + ".]");
  }
}
