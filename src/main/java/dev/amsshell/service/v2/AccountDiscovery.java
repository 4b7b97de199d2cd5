package dev.amsshell.service.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amsshell.base.SafeText;
import dev.amsshell.config.ConfigurationProblem;
import dev.amsshell.config.Endpoint;
import dev.amsshell.config.Location;
import dev.amsshell.service.AccessRefused;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.service.UnexpectedAnswer;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.Header;
import dev.amsshell.transport.HostPattern;
import dev.amsshell.transport.HttpTransport;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Asks Azure Resource Manager where the service of an account is (wire sheet 1.1). */
public final class AccountDiscovery {
  /** The version that tells the endpoints of v2. */
  private static final String VERSION = "?api-version=2015-10-01";

  private static final int MOST_PAGES = 20;

  private final HttpTransport resourceManager;
  private final Consumer<String> notices;

  /**
   * @param resourceManager the way there, with a token for it
   */
  public AccountDiscovery(HttpTransport resourceManager, Consumer<String> notices) {
    this.resourceManager = resourceManager;
    this.notices = notices;
  }

  /**
   * The endpoint of an account. A token will go there, so that it must be of the account's cloud.
   *
   * @param alsoAllowed patterns of other hosts, as in {@code redirect-hosts}
   * @throws ConfigurationProblem when there is no such account, or it has no such endpoint
   * @throws AccessRefused when the subscription may not be read
   */
  public Endpoint find(Location.ByAccount where, Set<String> alsoAllowed) {
    JsonNode account = where.group().isPresent() ? inGroup(where) : inSubscription(where);
    JsonNode endpoints = account.path("properties").path("apiEndpoints");
    String address = endpoints.path(0).path("endpoint").asText("");
    if (address.isEmpty()) {
      throw new ConfigurationProblem(
          "account %s has no endpoint of the v2 API".formatted(where.account()),
          "Configure its endpoint in the profile, if there is one.");
    }
    Endpoint endpoint = Endpoint.parse(address, "what Azure Resource Manager says");
    if (!isAllowed(endpoint, where, alsoAllowed)) {
      throw new ConfigurationProblem(
          "%s says that account %s is at %s, which is no host of that cloud; nothing was sent there"
              .formatted(where.resourceManager(), where.account(), endpoint.authority()),
          "If it is right, add its host to redirect-hosts in the profile.");
    }
    return endpoint;
  }

  private JsonNode inGroup(Location.ByAccount where) {
    String path =
        "subscriptions/%s/resourceGroups/%s/providers/Microsoft.Media/mediaservices/%s%s"
            .formatted(
                where.subscription(),
                UrlText.encode(where.group().orElseThrow()),
                where.account(),
                VERSION);
    return read(path, where);
  }

  private JsonNode inSubscription(Location.ByAccount where) {
    String path =
        "subscriptions/%s/providers/Microsoft.Media/mediaservices%s"
            .formatted(where.subscription(), VERSION);
    Set<String> names = new TreeSet<>();
    for (int page = 0; path != null && page < MOST_PAGES; page++) {
      JsonNode answer = read(path, where);
      for (JsonNode each : answer.path("value")) {
        String name = each.path("name").asText("");
        if (name.equalsIgnoreCase(where.account())) {
          return each;
        }
        names.add(SafeText.line(name));
      }
      String next = answer.path("nextLink").asText("");
      path = next.isEmpty() ? null : NextLink.below(next, resourceManager.endpoint().toString());
    }
    throw new ConfigurationProblem(
        "there is no account %s in subscription %s"
            .formatted(where.account(), where.subscription()),
        names.isEmpty()
            ? "It shows no Media Services account to this sign-in."
            : "There are " + String.join(", ", names) + ".");
  }

  private JsonNode read(String path, Location.ByAccount where) {
    Answer answer =
        resourceManager.get(path, List.of(new Header("Accept", "application/json")), notices);
    JsonNode body = Payload.parseLeniently(answer.body());
    String said = body == null ? "" : body.path("error").path("message").asText("");
    String message = said.isEmpty() ? "" : ": " + SafeText.line(said);
    String host = where.resourceManager().authority();
    return switch (answer.status()) {
      case 200 -> {
        if (body == null || !body.isObject()) {
          throw new UnexpectedAnswer(
              "%s answered with something else than an account".formatted(host),
              "Is a proxy in between? Configure the endpoint in the profile instead.",
              null);
        }
        yield body;
      }
      case 401, 403 ->
          throw new AccessRefused(
              "%s does not let this sign-in read subscription %s (%d)%s"
                  .formatted(host, where.subscription(), answer.status(), message),
              "Give it the role Reader there, or configure the endpoint itself in the profile.");
      case 404 ->
          throw new ConfigurationProblem(
              "%s knows no account %s in subscription %s%s"
                  .formatted(host, where.account(), where.subscription(), message),
              "Check account, subscription and resource-group in the profile.");
      default ->
          throw new RequestRefused(
              answer.status(),
              "%s did not tell where account %s is (%d)%s"
                  .formatted(host, where.account(), answer.status(), message),
              "Try again later, or configure the endpoint itself in the profile.");
    };
  }

  private static boolean isAllowed(
      Endpoint endpoint, Location.ByAccount where, Set<String> alsoAllowed) {
    String host = endpoint.root().getHost();
    boolean isRehearsal =
        where.resourceManager().isLoopback()
            && host.equals(where.resourceManager().root().getHost());
    return isRehearsal
        || host.endsWith(where.cloud().hostSuffix()) && endpoint.root().getPort() < 0
        || alsoAllowed.stream().anyMatch(pattern -> HostPattern.matches(pattern, endpoint.root()));
  }
}
