package dev.amsshell.sandbox.arm;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.JsonObjects;
import dev.amsshell.sandbox.http.PlainPath;
import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.http.Site;
import dev.amsshell.sandbox.signin.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells where the API of the account is (wire sheet 1.1); what is no path of its own goes on. */
public final class ResourceManager implements Service {

  static final String TYPE = "Microsoft.Media/mediaservices";

  private static final String VERSION = "2015-10-01";

  private static final Pattern PATH =
      Pattern.compile(
          "/subscriptions/(?<subscription>[^/]+)"
              + "(?:/providers/Microsoft\\.Media/mediaservices"
              + "|/resourceGroups/(?<group>[^/]+)/providers/Microsoft\\.Media/mediaservices"
              + "(?:/(?<name>[^/]+))?)/?",
          Pattern.CASE_INSENSITIVE);

  private final AccountResource account;
  private final ArmGate gate;
  private final Site site;
  private final Service service;

  /**
   * @param tokens says which tokens open it
   * @param site the address of the sandbox, as clients spell it
   * @param service answers everything else
   */
  public ResourceManager(AccountResource account, Tokens tokens, Site site, Service service) {
    this.account = account;
    this.gate = new ArmGate(tokens, account);
    this.site = site;
    this.service = service;
  }

  @Override
  public Answer answer(Request request) {
    String path = PlainPath.of(request.path());
    if (!path.toLowerCase(Locale.ROOT).startsWith("/subscriptions")) {
      return service.answer(request);
    }
    try {
      gate.check(request);
      requireVersion(request);
      return found(path, request);
    } catch (ArmRefusal refusal) {
      return refusal.answer();
    }
  }

  private static void requireVersion(Request request) {
    String version;
    try {
      version = QueryString.parse(request.query()).get("api-version").orElse("");
    } catch (Refusal e) {
      throw new ArmRefusal(400, "InvalidRequestUri", e.getMessage());
    }
    if (version.isEmpty()) {
      throw new ArmRefusal(
          400,
          "MissingApiVersionParameter",
          "The api-version query parameter (?api-version=) is required for all requests.");
    }
    if (!version.equals(VERSION)) {
      throw new ArmRefusal(
          400,
          "NoRegisteredProviderFound",
          "No registered resource provider found for location 'West US' and API version '%s' for type 'mediaservices'. The supported api-versions are '%s'."
              .formatted(version, VERSION));
    }
  }

  private Answer found(String path, Request request) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      throw ArmRefusal.notFound(
          "InvalidResourceType", "The resource type could not be found: " + TYPE + " is there.");
    }
    if (!request.method().equals("GET")) {
      throw new ArmRefusal(
          405, "MethodNotAllowed", "The account of this sandbox can be read and nothing else.");
    }
    String subscription = parts.group("subscription");
    if (!subscription.equalsIgnoreCase(account.subscription())) {
      throw ArmRefusal.notFound(
          "SubscriptionNotFound", "The subscription '" + subscription + "' could not be found.");
    }
    String group = parts.group("group");
    if (group != null && !group.equalsIgnoreCase(AccountResource.GROUP)) {
      throw ArmRefusal.notFound(
          "ResourceGroupNotFound", "Resource group '" + group + "' could not be found.");
    }
    String name = parts.group("name");
    if (name == null) {
      return JsonObjects.answer(200, Map.of("value", List.of(resource(request))));
    }
    if (!name.equalsIgnoreCase(account.name())) {
      throw ArmRefusal.notFound(
          "ResourceNotFound",
          "The Resource '%s/%s' under resource group '%s' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"
              .formatted(TYPE, name, group));
    }
    return JsonObjects.answer(200, resource(request));
  }

  private Map<String, Object> resource(Request request) {
    Map<String, Object> endpoint = new LinkedHashMap<>();
    endpoint.put("endpoint", site.root(request) + "/api/");
    endpoint.put("majorVersion", "2");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("apiEndpoints", List.of(endpoint));
    properties.put("storageAccounts", List.of());
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("id", account.id());
    resource.put("name", account.name());
    resource.put("type", TYPE);
    resource.put("location", "West US");
    resource.put("properties", properties);
    return resource;
  }
}
