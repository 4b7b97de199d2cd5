package dev.amsshell.auth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads a certificate and its key from PEM (RFC 7468), in whatever order they are. */
final class PemCertificate {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");

  /** What stands before an RSA key of its own form to make it PKCS#8: version and algorithm. */
  private static final byte[] RSA_ALGORITHM = {
    0x02,
    0x01,
    0x00,
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };

  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;

  private PemCertificate() {}

  static ClientCertificate read(String text, char[] password)
      throws GeneralSecurityException, IOException {
    PrivateKey key = null;
    List<X509Certificate> chain = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String content = block.group(2);
      switch (block.group(1)) {
        case "CERTIFICATE" -> chain.add(certificate(decode(content)));
        case "PRIVATE KEY" -> key = key(new PKCS8EncodedKeySpec(decode(content)));
        case "ENCRYPTED PRIVATE KEY" -> key = key(decrypted(decode(content), password));
        case "RSA PRIVATE KEY" -> key = key(new PKCS8EncodedKeySpec(ofRsa(content)));
        default -> {
          // parameters, requests: of no use here
        }
      }
    }
    if (key == null || chain.isEmpty()) {
      throw new GeneralSecurityException(
          "there is no %s in it".formatted(key == null ? "private key" : "certificate"));
    }
    return new ClientCertificate(key, inOrder(key, chain));
  }

  private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static PrivateKey key(KeySpec spec) throws GeneralSecurityException {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (InvalidKeySpecException e) {
      throw new GeneralSecurityException("its key is not RSA, which the directory wants", e);
    }
  }

  private static KeySpec decrypted(byte[] der, char[] password)
      throws GeneralSecurityException, IOException {
    EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(der);
    // of the newer schemes, the name says only that there are parameters, and these say which it is
    String scheme =
        encrypted.getAlgName().equals("PBES2")
            ? encrypted.getAlgParameters().toString()
            : encrypted.getAlgName();
    try {
      Cipher cipher = Cipher.getInstance(scheme);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(password)),
          encrypted.getAlgParameters());
      return encrypted.getKeySpec(cipher);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new ClientCertificate.WrongPassword(e);
    }
  }

  private static byte[] ofRsa(String content) throws GeneralSecurityException, IOException {
    if (content.contains("ENCRYPTED")) {
      throw new GeneralSecurityException(
          "its key is encrypted in the old form of PEM; openssl pkcs8 -topk8 converts it");
    }
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.write(RSA_ALGORITHM);
    inner.write(tagged(OCTET_STRING, decode(content)));
    return tagged(SEQUENCE, inner.toByteArray());
  }

  /** A value of DER with its tag and its length. */
  private static byte[] tagged(int tag, byte[] value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (value.length < 0x80) {
      out.write(value.length);
    } else {
      out.write(0x82);
      out.write(value.length >> 8);
      out.write(value.length);
    }
    out.write(value);
    return out.toByteArray();
  }

  private static byte[] decode(String content) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(content.strip());
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("it is no PEM", e);
    }
  }

  /** The certificate of the key goes first. */
  private static List<X509Certificate> inOrder(PrivateKey key, List<X509Certificate> chain)
      throws GeneralSecurityException {
    List<X509Certificate> ordered = new ArrayList<>(chain);
    X509Certificate own =
        chain.stream()
            .filter(each -> isOf(key, each))
            .findFirst()
            .orElseThrow(
                () -> new GeneralSecurityException("its certificate does not belong to its key"));
    ordered.remove(own);
    ordered.add(0, own);
    return List.copyOf(ordered);
  }

  private static boolean isOf(PrivateKey key, X509Certificate certificate) {
    return key instanceof RSAPrivateKey own
        && certificate.getPublicKey() instanceof RSAPublicKey other
        && own.getModulus().equals(other.getModulus());
  }
}
