package dev.amsshell.sandbox.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the two generations of the directory's endpoint differ (wire sheet 1.2). */
enum AadVersion {
  /** Names a resource; writes numbers as strings. */
  V1(Set.of("device_code"), "code", "verification_url") {
    @Override
    Optional<Scope> scope(Form form) {
      return form.get("resource").map(Scope::ofResource);
    }

    @Override
    AadRefusal noScope() {
      return AadRefusal.invalidRequest(
          900144, "The request body must contain the following parameter: 'resource'.");
    }

    @Override
    Object number(long value) {
      return String.valueOf(value);
    }

    @Override
    void addAudience(Map<String, Object> fields, Issue issue, Scope scope) {
      fields.put("expires_on", number(issue.until().getEpochSecond()));
      fields.put("not_before", number(issue.from().getEpochSecond()));
      fields.put("resource", scope.resource());
    }
  },

  /** Names scopes; writes numbers as numbers. */
  V2(
      // the official library has kept the old name
      Set.of("urn:ietf:params:oauth:grant-type:device_code", "device_code"),
      "device_code",
      "verification_uri") {
    @Override
    Optional<Scope> scope(Form form) {
      return form.get("scope").map(Scope::ofText);
    }

    @Override
    AadRefusal noScope() {
      return AadRefusal.invalidRequest(
          900144, "The request body must contain the following parameter: 'scope'.");
    }

    @Override
    Object number(long value) {
      return value;
    }

    @Override
    void addAudience(Map<String, Object> fields, Issue issue, Scope scope) {
      fields.put("scope", scope.granted());
    }
  };

  private final Set<String> deviceGrants;
  private final String deviceCodeField;
  private final String verificationField;

  AadVersion(Set<String> deviceGrants, String deviceCodeField, String verificationField) {
    this.deviceGrants = deviceGrants;
    this.deviceCodeField = deviceCodeField;
    this.verificationField = verificationField;
  }

  /** Whether the grant type is that of a device code. */
  boolean isDeviceGrant(String type) {
    return deviceGrants.contains(type);
  }

  /** The field of a token request that carries the device code. */
  String deviceCodeField() {
    return deviceCodeField;
  }

  /** The field that tells a user where to sign in. */
  String verificationField() {
    return verificationField;
  }

  /** What is asked for, if the form says so. */
  abstract Optional<Scope> scope(Form form);

  abstract AadRefusal noScope();

  /** A number as this generation writes it. */
  abstract Object number(long value);

  abstract void addAudience(Map<String, Object> fields, Issue issue, Scope scope);

  /** What an answer with a token says. */
  Map<String, Object> answer(Issue issue, Scope scope) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("token_type", "Bearer");
    fields.put("expires_in", number(issue.expiresIn()));
    fields.put("ext_expires_in", number(issue.expiresIn()));
    addAudience(fields, issue, scope);
    fields.put("access_token", issue.token());
    return fields;
  }
}
