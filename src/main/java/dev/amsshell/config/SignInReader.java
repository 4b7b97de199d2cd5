package dev.amsshell.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads from the table of a profile how to sign in. */
final class SignInReader {
  private static final List<String> WAYS =
      List.of(
          "client-secret", "certificate", "device-code", "browser", "managed-identity", "token");

  /** Keys that say by themselves which way it is. */
  private static final List<String> TELLING = List.of("client-secret", "certificate", "token");

  private final ProfileTable table;
  private final Surroundings surroundings;
  private final boolean isPrivate;

  SignInReader(ProfileTable table, Surroundings surroundings, boolean isPrivate) {
    this.table = table;
    this.surroundings = surroundings;
    this.isPrivate = isPrivate;
  }

  SignIn read(Cloud cloud) {
    String way = way();
    refuseOthers(way);
    return switch (way) {
      case "token" -> new SignIn.Token(secret("token"));
      case "client-secret" ->
          new SignIn.ClientSecret(
              directory(cloud, tenant()), application(), secret("client-secret"));
      case "certificate" ->
          new SignIn.Certificate(
              directory(cloud, tenant()),
              application(),
              path("certificate"),
              table.has("certificate-password")
                  ? Optional.of(secret("certificate-password"))
                  : Optional.empty());
      case "managed-identity" ->
          new SignIn.ManagedIdentity(
              resource(cloud), managementResource(cloud), table.text("client-id"));
      default -> user(cloud, way.equals("browser"));
    };
  }

  private SignIn user(Cloud cloud, boolean isBrowser) {
    Directory directory = directory(cloud, table.text("tenant").orElse(Directory.ANY_TENANT));
    String client = table.text("client-id").orElse(cloud.publicClient());
    return new SignIn.User(directory, client, isBrowser);
  }

  private String way() {
    Optional<String> told = table.text("auth");
    if (told.isPresent()) {
      if (!WAYS.contains(told.get())) {
        throw table.wrong("auth", "one of " + String.join(", ", WAYS));
      }
      return told.get();
    }
    List<String> telling = table.present(TELLING);
    if (telling.isEmpty()) {
      throw table.missing("auth", "It is one of " + String.join(", ", WAYS) + ".");
    }
    return telling.get(0);
  }

  private void refuseOthers(String way) {
    for (String key : table.present(TELLING)) {
      if (!key.equals(way)) {
        throw table.problem(
            key,
            "%s is for another way to sign in than %s".formatted(key, way),
            "Leave out one of them, or make another profile.");
      }
    }
  }

  private Directory directory(Cloud cloud, String tenant) {
    URI authority = cloud.authority();
    Optional<String> told = table.text("authority");
    if (told.isPresent()) {
      authority = authority(told.get());
    }
    if (!tenant.matches("[A-Za-z0-9.-]+")) {
      throw table.wrong("tenant", "the GUID or the domain of a directory");
    }
    return new Directory(authority, tenant, resource(cloud), managementResource(cloud));
  }

  /** MSAL speaks to a directory over https only. */
  private URI authority(String text) {
    String expected = "the https address of a directory, without the tenant";
    try {
      URI uri = new URI(text.endsWith("/") ? text : text + "/");
      if ("https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawPath().equals("/")
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw table.wrong("authority", expected);
  }

  private String resource(Cloud cloud) {
    String resource = table.text("resource").orElse(cloud.resource());
    return resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
  }

  private static String managementResource(Cloud cloud) {
    String address = cloud.resourceManager().toString();
    return address.substring(0, address.length() - 1);
  }

  private String tenant() {
    return table.required("tenant", "It is the GUID or the domain of the directory.");
  }

  private String application() {
    return table.required("client-id", "It is the id of the application that signs in.");
  }

  private SecretSource secret(String key) {
    SecretSource source =
        SecretSource.parse(
            table.required(key, "It is env:NAME, file:PATH or cmd:COMMAND."), key, surroundings);
    if (source.isLiteral() && !isPrivate) {
      throw table.problem(
          key,
          key + " is a secret, and others can read this file",
          "Make the file yours alone (chmod 600), or name where the secret is: env:NAME,"
              + " file:PATH or cmd:COMMAND.");
    }
    return source;
  }

  private Path path(String key) {
    try {
      return surroundings.path(table.required(key, "It is a PEM or PKCS#12 file."));
    } catch (InvalidPathException e) {
      throw table.wrong(key, "the path of a file");
    }
  }
}
