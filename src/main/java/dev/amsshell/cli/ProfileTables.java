package dev.amsshell.cli;

import dev.amsshell.config.Profile;
import dev.amsshell.config.SecretSource;
import dev.amsshell.config.SignIn;
import java.util.LinkedHashMap;
import java.util.Map;

/** Profiles as rows and cards, for people and programs; never with a secret. */
final class ProfileTables {
  private ProfileTables() {}

  /** What a profile is called. */
  static String name(Profile profile) {
    return profile.name().isEmpty() ? profile.source() : profile.name();
  }

  /** A profile among others. */
  static Map<String, Object> row(Profile profile, boolean isChosen) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", name(profile));
    row.put("chosen", isChosen);
    row.put("endpoint", profile.location().describe());
    row.put("auth", profile.signIn().label());
    row.put("readOnly", profile.isReadOnly());
    row.put("problem", null);
    return row;
  }

  /** One that cannot be used. */
  static Map<String, Object> unusable(String name, String problem) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put("chosen", false);
    row.put("endpoint", null);
    row.put("auth", null);
    row.put("readOnly", null);
    row.put("problem", problem);
    return row;
  }

  /** All about one profile. */
  static Map<String, Object> card(Profile profile) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("name", name(profile));
    card.put("source", profile.source());
    card.put("endpoint", profile.location().describe());
    card.put("apiVersion", profile.apiVersion());
    card.put("readOnly", profile.isReadOnly());
    card.put("redirectHosts", profile.redirectHosts());
    profile.caFile().ifPresent(file -> card.put("caFile", file.toString()));
    card.put("auth", profile.signIn().label());
    addSignIn(card, profile.signIn());
    return card;
  }

  private static void addSignIn(Map<String, Object> card, SignIn signIn) {
    if (signIn instanceof SignIn.Token token) {
      card.put("token", source(token.source()));
    } else if (signIn instanceof SignIn.ClientSecret secret) {
      card.put("directory", secret.directory().address());
      card.put("resource", secret.directory().resource());
      card.put("clientId", secret.clientId());
      card.put("clientSecret", source(secret.secret()));
    } else if (signIn instanceof SignIn.Certificate certificate) {
      card.put("directory", certificate.directory().address());
      card.put("resource", certificate.directory().resource());
      card.put("clientId", certificate.clientId());
      card.put("certificate", certificate.file().toString());
      certificate.password().ifPresent(it -> card.put("certificatePassword", source(it)));
    } else if (signIn instanceof SignIn.User user) {
      card.put("directory", user.directory().address());
      card.put("resource", user.directory().resource());
      card.put("clientId", user.clientId());
    } else if (signIn instanceof SignIn.ManagedIdentity machine) {
      card.put("resource", machine.resource());
      card.put("clientId", machine.clientId().orElse(null));
    }
  }

  /** Where a secret is; of one that is written out, only that. */
  private static String source(SecretSource secret) {
    return secret.toString();
  }
}
