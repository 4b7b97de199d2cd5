package dev.amsshell.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a profile from its table. */
final class ProfileReader {
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
  private static final Pattern REGION = Pattern.compile("[a-z0-9]+");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A host, with all below it when it begins with {@code *.}, and a port if it is not 443. */
  private static final Pattern HOST =
      Pattern.compile("(?:\\*\\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\\d{1,5})?");

  private final ProfileTable table;
  private final Surroundings surroundings;
  private final boolean isPrivate;

  /**
   * @param isPrivate whether nobody else can read the file, so that it may hold secrets
   */
  ProfileReader(ProfileTable table, Surroundings surroundings, boolean isPrivate) {
    this.table = table;
    this.surroundings = surroundings;
    this.isPrivate = isPrivate;
  }

  /**
   * The profile.
   *
   * @param source what configured it, for people
   * @throws ConfigurationProblem when it cannot be one, with file, line and column
   */
  Profile read(String source) {
    table.refuseTables();
    Cloud cloud = cloud();
    Location location = location(cloud);
    SignIn signIn = new SignInReader(table, surroundings, isPrivate).read(cloud);
    if (signIn instanceof SignIn.Token && location instanceof Location.ByAccount) {
      throw table.problem(
          "subscription",
          "a token for the service is none for Azure Resource Manager, which would have to be asked",
          "Give endpoint, or account and region, or another way to sign in.");
    }
    Profile profile =
        new Profile(
            table.name(),
            source,
            location,
            signIn,
            apiVersion(),
            table.flag("read-only"),
            redirectHosts(),
            table.text("ca-file").map(this::path));
    table.end();
    return profile;
  }

  private Cloud cloud() {
    String names = Stream.of(Cloud.values()).map(Cloud::label).collect(Collectors.joining(", "));
    Optional<String> name = table.text("cloud");
    if (name.isPresent()) {
      return Cloud.named(name.get()).orElseThrow(() -> table.wrong("cloud", "one of " + names));
    }
    // an address tells by itself
    return table
        .text("endpoint")
        .flatMap(ProfileReader::host)
        .flatMap(Cloud::ofHost)
        .orElse(Cloud.GLOBAL);
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(new URI(address).getHost());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Location location(Cloud cloud) {
    List<String> ways = table.present(List.of("endpoint", "region", "subscription"));
    if (ways.isEmpty()) {
      throw table.missing(
          "endpoint", "Give endpoint, or account and region, or account and subscription.");
    }
    if (ways.size() > 1) {
      throw table.problem(
          ways.get(1),
          "%s and %s both say where the service is".formatted(ways.get(0), ways.get(1)),
          "Give endpoint, or account and region, or account and subscription.");
    }
    return switch (ways.get(0)) {
      case "endpoint" -> new Location.At(endpoint("endpoint"));
      case "region" -> new Location.At(ofRegion(cloud));
      default -> byAccount(cloud);
    };
  }

  /** The address of an account (wire sheet 1.1). */
  private Endpoint ofRegion(Cloud cloud) {
    String region = table.required("region", "").toLowerCase(Locale.ROOT).replace(" ", "");
    if (!REGION.matcher(region).matches()) {
      throw table.wrong("region", "the name of a region such as westus");
    }
    return Endpoint.parse(
        "https://" + account() + ".restv2." + region + cloud.hostSuffix() + "/api/", "region");
  }

  private Location byAccount(Cloud cloud) {
    String subscription = table.required("subscription", "");
    if (!GUID.matcher(subscription).matches()) {
      throw table.wrong("subscription", "the GUID of a subscription");
    }
    Endpoint resourceManager =
        table.has("resource-manager")
            ? endpoint("resource-manager")
            : Endpoint.parse(cloud.resourceManager().toString(), "resource-manager");
    return new Location.ByAccount(
        resourceManager, cloud, subscription, table.text("resource-group"), account());
  }

  private String account() {
    String account = table.required("account", "It is the name of the Media Services account.");
    if (!ACCOUNT.matcher(account).matches()) {
      throw table.wrong("account", "the name of an account: 3 to 24 small letters and digits");
    }
    return account;
  }

  private Endpoint endpoint(String key) {
    try {
      return Endpoint.parse(table.required(key, ""), key);
    } catch (ConfigurationProblem e) {
      throw table.problem(key, e.getMessage(), e.advice());
    }
  }

  private String apiVersion() {
    String version = table.text("api-version").orElse(Profile.DEFAULT_API_VERSION);
    if (!Environment.isVersion(version)) {
      throw table.wrong("api-version", Environment.VERSION_FORM);
    }
    return version;
  }

  private Set<String> redirectHosts() {
    Set<String> hosts = new TreeSet<>();
    for (String host : table.texts("redirect-hosts")) {
      String small = host.toLowerCase(Locale.ROOT);
      if (!HOST.matcher(small).matches()) {
        throw table.wrong(
            "redirect-hosts",
            "a list of hosts such as [\"media.example.com\", \"*.example.net\"], each with a port"
                + " if that is not 443");
      }
      hosts.add(small);
    }
    return hosts;
  }

  private Path path(String text) {
    try {
      return surroundings.path(text);
    } catch (InvalidPathException e) {
      throw table.wrong("ca-file", "the path of a file");
    }
  }
}
