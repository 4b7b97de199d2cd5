package dev.amsshell.sandbox.signin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a token is asked for.
 *
 * @param resource the audience, as the client spelt it but for a slash behind
 * @param granted what the answer names as the scope
 * @param preset whether it is what the administrator has granted, and no permission of its own
 * @param refreshed whether a user gets a refresh token
 * @param identified whether a user's application is told who signed in
 */
record Scope(
    String resource, String granted, boolean preset, boolean refreshed, boolean identified) {

  private static final Set<String> OPEN_ID = Set.of("openid", "profile", "email", "offline_access");
  private static final String DEFAULT = "/.default";
  private static final String IMPERSONATION = "/user_impersonation";

  /** The v1 endpoint names a resource and always gives refresh tokens to users. */
  static Scope ofResource(String resource) {
    return new Scope(known(resource), "user_impersonation", false, true, false);
  }

  /** The v2.0 endpoint names permissions of a resource, and what else is wanted. */
  static Scope ofText(String text) {
    List<String> wanted = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
    boolean refreshed = wanted.remove("offline_access");
    boolean identified = wanted.contains("openid");
    List<String> permissions = wanted.stream().filter(each -> !OPEN_ID.contains(each)).toList();
    if (permissions.size() != 1) {
      throw new AadRefusal(
          400,
          "invalid_scope",
          70011,
          "The provided value for the input parameter 'scope' is not valid. The scope '"
              + text
              + "' must name one permission such as https://rest.media.azure.net/.default.");
    }
    String permission = permissions.get(0);
    return new Scope(
        resourceOf(permission),
        String.join(" ", wanted),
        permission.endsWith(DEFAULT),
        refreshed,
        identified);
  }

  /**
   * A resource that tokens are given out for.
   *
   * @throws AadRefusal for any other
   */
  static String known(String resource) {
    if (Audience.of(resource).isEmpty()) {
      throw new AadRefusal(
          400,
          "invalid_resource",
          500011,
          "The resource principal named "
              + resource
              + " was not found in the tenant named sandbox. This can happen if the application"
              + " has not been installed by the administrator of the tenant or consented to by"
              + " any user in the tenant. You might have sent your authentication request to the"
              + " wrong tenant.");
    }
    return resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
  }

  private static String resourceOf(String permission) {
    for (String ending : List.of(DEFAULT, IMPERSONATION)) {
      if (permission.endsWith(ending)) {
        return known(permission.substring(0, permission.length() - ending.length()));
      }
    }
    return known(permission);
  }
}
