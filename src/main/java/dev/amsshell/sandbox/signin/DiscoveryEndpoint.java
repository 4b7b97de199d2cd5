package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.JsonObjects;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where things are, as sign-in libraries ask before they sign in (OpenID Connect Discovery). */
final class DiscoveryEndpoint implements Endpoint {

  private static final Pattern CONFIGURATION =
      Pattern.compile("/([^/]+)/(v2\\.0/)?\\.well-known/openid-configuration");
  private static final Pattern KEYS = Pattern.compile("/[^/]+/discovery/(v2\\.0/)?keys");
  private static final Pattern USER_REALM =
      Pattern.compile("/common/userrealm/[^/@]+(?:@|%40)([^/]+)", Pattern.CASE_INSENSITIVE);
  private static final String INSTANCE = "/common/discovery/instance";

  private final Directory directory;
  private final Site site;

  DiscoveryEndpoint(Directory directory, Site site) {
    this.directory = directory;
    this.site = site;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    Matcher configuration = CONFIGURATION.matcher(request.path());
    if (configuration.matches()) {
      return Optional.of(JsonObjects.answer(200, configuration(request, configuration)));
    }
    if (request.path().equals(INSTANCE)) {
      return Optional.of(JsonObjects.answer(200, instance(request)));
    }
    Matcher realm = USER_REALM.matcher(request.path());
    if (realm.matches()) {
      return Optional.of(JsonObjects.answer(200, realm(realm.group(1))));
    }
    if (KEYS.matcher(request.path()).matches()) {
      // tokens are signed with a key that nobody else has
      return Optional.of(JsonObjects.answer(200, Map.of("keys", List.of())));
    }
    return Optional.empty();
  }

  private Map<String, Object> configuration(Request request, Matcher path) {
    String tenant = site.root(request) + "/" + path.group(1);
    String version = path.group(2) == null ? "" : path.group(2);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("issuer", site.root(request) + "/" + directory.tenantId() + "/v2.0");
    answer.put("authorization_endpoint", tenant + "/oauth2/" + version + "authorize");
    answer.put("token_endpoint", tenant + "/oauth2/" + version + "token");
    answer.put("device_authorization_endpoint", tenant + "/oauth2/" + version + "devicecode");
    answer.put("jwks_uri", tenant + "/discovery/" + version + "keys");
    answer.put("response_types_supported", List.of("code"));
    answer.put("response_modes_supported", List.of("query", "form_post"));
    answer.put("code_challenge_methods_supported", List.of("S256"));
    answer.put("subject_types_supported", List.of("pairwise"));
    answer.put("id_token_signing_alg_values_supported", List.of("HS256"));
    return answer;
  }

  /** Users sign in here and not with a directory of their own. */
  private static Map<String, Object> realm(String domain) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ver", "1.0");
    answer.put("account_type", "Managed");
    answer.put("domain_name", domain);
    answer.put("cloud_instance_name", "sandbox");
    return answer;
  }

  /** The sandbox is its own cloud, of one host. */
  private Map<String, Object> instance(Request request) {
    String host = site.authority(request);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "tenant_discovery_endpoint",
        site.root(request) + "/" + Directory.DOMAIN + "/v2.0/.well-known/openid-configuration");
    answer.put("api-version", "1.1");
    answer.put(
        "metadata",
        List.of(
            Map.of("preferred_network", host, "preferred_cache", host, "aliases", List.of(host))));
    return answer;
  }
}
