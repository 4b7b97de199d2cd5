package dev.amsshell.sandbox.signin;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a token is for: it opens that and nothing else. Each has a name in every cloud. */
public enum Audience {
  /** The API of media accounts (wire sheet 1.1). */
  MEDIA(
      "https://rest.media.azure.net",
      "https://rest.media.chinacloudapi.cn",
      "https://rest.media.usgovcloudapi.net",
      "https://rest.media.cloudapi.de"),

  /** Azure Resource Manager. */
  MANAGEMENT(
      "https://management.azure.com",
      "https://management.core.windows.net",
      "https://management.chinacloudapi.cn",
      "https://management.usgovcloudapi.net",
      "https://management.microsoftazure.de");

  private final Set<String> resources;

  Audience(String... resources) {
    this.resources = Set.of(resources);
  }

  /** The one that a resource names; a slash behind it is no matter. */
  static Optional<Audience> of(String resource) {
    String plain = resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
    return Arrays.stream(values()).filter(each -> each.resources.contains(plain)).findFirst();
  }
}
