package dev.amsshell.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The clouds that the service ran in, and where things are in each (wire sheet 1.1). */
public enum Cloud {
  GLOBAL(
      ".media.azure.net",
      "https://rest.media.azure.net",
      "https://login.microsoftonline.com/",
      "https://management.azure.com/",
      Cloud.USUAL_CLIENT),
  CHINA(
      ".media.chinacloudapi.cn",
      "https://rest.media.chinacloudapi.cn",
      "https://login.chinacloudapi.cn/",
      "https://management.chinacloudapi.cn/",
      Cloud.USUAL_CLIENT),
  USGOV(
      ".media.usgovcloudapi.net",
      "https://rest.media.usgovcloudapi.net",
      "https://login.microsoftonline.us/",
      "https://management.usgovcloudapi.net/",
      "68dac91e-cab5-461b-ab4a-ec7dcff0bd67"),
  GERMANY(
      ".media.cloudapi.de",
      "https://rest.media.cloudapi.de",
      "https://login.microsoftonline.de/",
      "https://management.microsoftazure.de/",
      Cloud.USUAL_CLIENT);

  private static final String USUAL_CLIENT = "d476653d-842c-4f52-862d-397463ada5e7";

  private final String hostSuffix;
  private final String resource;
  private final URI authority;
  private final URI resourceManager;
  private final String publicClient;

  Cloud(
      String hostSuffix,
      String resource,
      String authority,
      String resourceManager,
      String publicClient) {
    this.hostSuffix = hostSuffix;
    this.resource = resource;
    this.authority = URI.create(authority);
    this.resourceManager = URI.create(resourceManager);
    this.publicClient = publicClient;
  }

  /** The cloud of that name in any letter case. */
  public static Optional<Cloud> named(String name) {
    return Stream.of(values()).filter(each -> each.label().equalsIgnoreCase(name)).findFirst();
  }

  /** The cloud whose REST hosts have such a name. */
  public static Optional<Cloud> ofHost(String host) {
    String small = host.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(each -> small.endsWith(each.hostSuffix)).findFirst();
  }

  /** Its name in a profile. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the name of each REST host ends in, with its leading dot. */
  public String hostSuffix() {
    return hostSuffix;
  }

  /** The audience of tokens for the service. */
  public String resource() {
    return resource;
  }

  /** Where tokens are given out; the tenant follows. */
  public URI authority() {
    return authority;
  }

  /** Azure Resource Manager, which knows the endpoints of accounts. */
  public URI resourceManager() {
    return resourceManager;
  }

  /** The application that users sign in with unless they have one of their own. */
  public String publicClient() {
    return publicClient;
  }
}
